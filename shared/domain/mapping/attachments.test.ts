import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.ts';
import { guessAttachments } from './guess-mapping.ts';
import { compileAttachments, compileMapping } from './map-row.ts';
import type { Mapping } from './mapping.ts';

const lists: Mapping = [
  { target: 'output', path: 'output' },
  { target: 'keys', path: 'keys' },
  { target: 'edits', path: 'edits' },
  { target: 'signals', path: 'signals' },
  { target: 'labels', path: 'labels' },
];

function mapInteraction(row: JsonObject) {
  const mapper = compileMapping(lists);
  if (!mapper.ok) throw new Error(mapper.error.message);
  return mapper.value(row);
}

function mapAttachment(mapping: Mapping, row: JsonObject) {
  const mapper = compileAttachments(mapping);
  if (!mapper.ok) throw new Error(mapper.error.message);
  return mapper.value(row);
}

describe('list targets', () => {
  it('bring several edits, signals and labels of one row, each with who and when', () => {
    const mapped = mapInteraction({
      output: 'x',
      keys: ['trace-1', 7],
      edits: [{ text: 'y', annotator: 'ana', at: '2025-01-02T00:00:00Z' }, 'z'],
      signals: [
        { kind: 'explicit', name: 'thumbs', value: true, origin: 'human:ana' },
        { name: 'latency_ms', value: 12 },
        { name: 'action', value: 'dismissed', at: 1_700_000_000 },
      ],
      labels: [{ question: 'tone', value: ['warm'], annotator: 'ben' }],
    });
    expect(mapped).toMatchObject({
      ok: true,
      value: {
        keys: ['trace-1', '7'],
        edits: [
          { text: 'y', annotator: 'ana', at: { ms: Date.UTC(2025, 0, 2) } },
          { text: 'z', annotator: null },
        ],
        signals: [
          { kind: 'explicit', name: 'thumbs', number: 1, origin: 'human:ana' },
          { kind: 'implicit', name: 'latency_ms', number: 12, unit: 'ms' },
          { name: 'action', text: 'discarded', at: { ms: 1_700_000_000_000 } },
        ],
        labels: [{ question: 'tone', value: ['warm'], annotator: 'ben' }],
        meta: {},
      },
    });
  });

  it('say what is wrong with an item that fits nowhere', () => {
    expect(mapInteraction({ output: 'x', signals: [{ name: 'a' }] })).toMatchObject({
      ok: false,
      error: { reason: 'wrong_type', target: 'signals' },
    });
    expect(mapInteraction({ output: 'x', keys: [{}] })).toMatchObject({ ok: false });
    expect(mapInteraction({ output: 'x', labels: null, edits: '' })).toMatchObject({ ok: true });
  });
});

describe('a guess for attachments', () => {
  it('takes the text for the edit, whatever it is called, and needs no output', () => {
    const mail = 'Dear Bo, it is on its way and will be with you on Monday.';
    const rows = [
      { call_id: 'c1', final_text: mail, editor: 'ana', stars: 4 },
      { call_id: 'c2', final_text: `${mail} Yours, Ana`, editor: 'ben', stars: 5 },
    ];
    expect(guessAttachments(rows)).toEqual(
      expect.arrayContaining([
        { target: 'edit', path: 'final_text' },
        { target: 'annotator', path: 'editor' },
        { target: 'rating', path: 'stars' },
      ]),
    );
    expect(guessAttachments([{ id: 'c1', response: mail }])).toEqual([
      { target: 'edit', path: 'response' },
      { target: 'external_id', path: 'id' },
    ]);
  });
});

describe('attachments', () => {
  const mapping: Mapping = [
    { target: 'external_id', path: 'run' },
    { target: 'keys', path: 'trace' },
    { target: 'edit', path: 'fixed' },
    { target: 'annotator', path: 'by' },
    { target: 'rating', path: 'stars' },
    { target: 'created_at', path: 'time' },
  ];

  it('carry ids in order, an edit, and signals at the time of the row', () => {
    const row = {
      run: 'r1',
      trace: 't1',
      fixed: 'better',
      by: 'ana',
      stars: 4,
      time: '2025-01-02T00:00:00Z',
    };
    expect(mapAttachment(mapping, row)).toMatchObject({
      ok: true,
      value: {
        ids: ['r1', 't1'],
        edits: [{ text: 'better', annotator: 'ana' }],
        signals: [{ name: 'rating', number: 4, at: { ms: Date.UTC(2025, 0, 2) } }],
      },
    });
  });

  it('need something that tells their interaction, in the mapping and in each row', () => {
    expect(compileAttachments([{ target: 'edit', path: 'fixed' }])).toMatchObject({
      ok: false,
      error: { code: 'MAPPING_INVALID' },
    });
    expect(mapAttachment(mapping, { fixed: 'better' })).toMatchObject({
      ok: false,
      error: { reason: 'missing_id' },
    });
  });
});
