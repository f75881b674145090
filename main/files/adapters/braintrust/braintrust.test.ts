import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { Expansion } from '../adapter.ts';
import { braintrustAdapter } from './braintrust.ts';

function expand(rows: readonly JsonObject[]): Expansion {
  const expander = braintrustAdapter.open();
  const parts = [...rows.map((row) => expander.push(row)), expander.end()];
  return { rows: parts.flatMap((part) => part.rows), skipped: parts.flatMap((part) => part.skipped) };
}

const call = {
  id: 'row-1',
  span_id: 'span-1',
  root_span_id: 'root-1',
  span_parents: ['root-1'],
  is_root: false,
  span_attributes: { name: 'Chat Completion', type: 'llm' },
  input: [{ role: 'user', content: 'hi' }],
  output: [{ index: 0, message: { role: 'assistant', content: 'Hello!' }, finish_reason: 'stop' }],
  expected: null,
  scores: null,
  metadata: { model: 'gpt-4o', user_id: 'u', session_id: 's', prompt: { id: 'p', version: '7' } },
  metrics: {
    start: 1767348000.1,
    end: 1767348000.4,
    time_to_first_token: 0.2,
    prompt_tokens: 4,
    completion_tokens: 2,
    tokens: 6,
  },
  created: '2026-01-02T10:00:00.100Z',
  project_id: 'p',
  tags: ['a'],
};

const root = {
  ...call,
  id: 'row-0',
  span_id: 'root-1',
  span_parents: null,
  is_root: true,
  span_attributes: { name: 'answer', type: 'task' },
  input: { question: 'hi' },
  output: 'Hello!',
};

const audited = {
  expected: 'Hello, Bo!',
  scores: { Quality: 0.5, 'Exact match': 1, none: null },
  comments: [
    { comment: { text: 'close' }, user: { email: 'ana@example.org' }, created: '2026-01-03T00:00:00Z' },
  ],
  audit_data: [
    {
      audit_data: { path: ['expected'], action: 'upsert' },
      user: { email: 'ana@example.org' },
      created: '2026-01-03T00:00:00Z',
    },
    { audit_data: { path: ['scores', 'Quality'] }, user: { email: 'bo@example.org' } },
  ],
};

describe('braintrust', () => {
  it('makes an interaction of a call', () => {
    expect(braintrustAdapter.recognises(call)).toBe(true);
    const { rows, skipped } = expand([call]);
    expect(skipped).toEqual([]);
    expect(rows[0]).toMatchObject({
      output: 'Hello!',
      messages: [{ role: 'user', content: 'hi' }],
      external_id: 'row-1',
      keys: ['span-1', 'root-1'],
      session: 's',
      user: 'u',
      model: 'gpt-4o',
      prompt_version: 'p@7',
      created_at: call.created,
      tags: ['a'],
    });
    expect(rows[0]?.signals?.map(({ name, value }) => [name, value])).toEqual([
      ['latency_ms', 300],
      ['time_to_first_token_ms', 200],
      ['prompt_tokens', 4],
      ['completion_tokens', 2],
      ['total_tokens', 6],
    ]);
  });

  it('makes edits, scores and comments of what people changed', () => {
    const [row] = expand([{ ...call, ...audited }]).rows;
    expect(row?.edits).toEqual([
      { text: 'Hello, Bo!', annotator: 'ana@example.org', at: '2026-01-03T00:00:00Z' },
    ]);
    expect(row?.signals?.filter(({ kind }) => kind === 'explicit')).toEqual([
      { kind: 'explicit', name: 'quality', value: 0.5, origin: 'human:bo@example.org', at: null },
      { kind: 'explicit', name: 'exact_match', value: 1, origin: null, at: null },
      {
        kind: 'explicit',
        name: 'comment',
        value: 'close',
        origin: 'human:ana@example.org',
        at: '2026-01-03T00:00:00Z',
      },
    ]);
  });

  it('keeps the reference of an experiment as what it is', () => {
    const [row] = expand([{ ...call, experiment_id: 'e', expected: 'Reference' }]).rows;
    expect(row).toMatchObject({ expected: 'Reference' });
    expect(row?.edits).toBeUndefined();
    expect(expand([{ ...call, ...audited, experiment_id: 'e' }]).rows[0]?.edits).toHaveLength(1);
  });

  it('takes the root where no call of its trace is there, or where people judged it', () => {
    expect(expand([root]).rows.map((row) => row.external_id)).toEqual(['row-0']);
    expect(expand([root, call])).toMatchObject({
      rows: [{ external_id: 'row-1' }],
      skipped: ['the root of a trace whose AI calls are rows of their own'],
    });
    expect(expand([{ ...root, ...audited }, call]).rows.map((row) => row.external_id)).toEqual([
      'row-1',
      'row-0',
    ]);
    const inner = { ...root, id: 'row-2', span_id: 'span-2', is_root: false };
    expect(expand([inner]).skipped).toEqual(['a span that is no AI call']);
  });

  it('reads the cells of a table', () => {
    const row = { ...call, ...audited };
    const cells = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value === null ? null : typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
    expect(braintrustAdapter.recognises(cells)).toBe(true);
    const [ofCells] = expand([cells]).rows;
    const [ofRow] = expand([row]).rows;
    expect(ofCells).toMatchObject({
      output: 'Hello!',
      edits: ofRow?.edits,
      signals: ofRow?.signals,
      keys: ofRow?.keys,
    });
  });

  it('does not take rows that are not its own, and survives fields of any type', () => {
    expect(braintrustAdapter.recognises({ id: '1', input: 'a', output: 'b', expected: 'c' })).toBe(false);
    const odd = {
      ...call,
      output: { a: [] },
      scores: [1],
      comments: 'x',
      audit_data: [null, 3],
      metrics: 'm',
      metadata: [],
    };
    expect(() => expand([odd, { ...odd, span_attributes: 4, input: {} }])).not.toThrow();
  });
});
