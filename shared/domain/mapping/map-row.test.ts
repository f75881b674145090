import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import type { MappedRow, RowProblem } from './mapped-row.ts';
import type { Mapping, Target } from './mapping.ts';
import { compileMapping, type RowMapper } from './map-row.ts';
import { isTarget } from './target.ts';

function mapper(targets: Partial<Record<Target, string>>): RowMapper {
  const mapping: Mapping = Object.entries(targets).flatMap(([target, path]) =>
    isTarget(target) && path !== undefined ? [{ target, path }] : [],
  );
  const compiled = compileMapping(mapping);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

function map(row: JsonObject, targets: Partial<Record<Target, string>>): MappedRow {
  const mapped = mapper(targets)(row);
  if (!mapped.ok) throw new Error(mapped.error.message);
  return mapped.value;
}

function problem(row: JsonObject, targets: Partial<Record<Target, string>>): RowProblem {
  const mapped = mapper(targets)(row);
  if (mapped.ok) throw new Error('the row was mapped');
  return mapped.error;
}

function input(value: Json): readonly unknown[] {
  return map({ i: value, o: 'x' }, { input: 'i', output: 'o' }).messages;
}

const user = { role: 'user', content: 'Where is it?' };
const assistant = { role: 'assistant', content: 'On its way.' };

describe('compileMapping', () => {
  it('refuses a mapping without output, with a target twice, or with an unreadable path', () => {
    expect(compileMapping([{ target: 'input', path: 'a' }])).toMatchObject({
      ok: false,
      error: { code: 'MAPPING_INVALID' },
    });
    const twice: Mapping = [
      { target: 'output', path: 'a' },
      { target: 'output', path: 'b' },
    ];
    expect(compileMapping(twice).ok).toBe(false);
    expect(compileMapping([{ target: 'output', path: 'a..b' }]).ok).toBe(false);
  });
});

describe('output and edit', () => {
  it.each<[Json, string]>([
    ['text', 'text'],
    ['', ''],
    [['a', 'b'], 'a\nb'],
    [[], ''],
    [12.5, '12.5'],
    [true, 'true'],
    [
      [
        { type: 'text', text: 'a' },
        { type: 'image_url', image_url: {} },
        { type: 'text', text: 'b' },
      ],
      'ab',
    ],
    [assistant, 'On its way.'],
    [{ role: 'model', parts: [{ text: 'x' }] }, 'x'],
    ['{"looks":"like JSON"}', '{"looks":"like JSON"}'],
  ])('reads %j as text', (value, text) => {
    expect(map({ o: value, e: value }, { output: 'o', edit: 'e' })).toMatchObject({
      output: text,
      edits: [{ text }],
    });
  });

  it('tells no edit from an edit that deleted everything', () => {
    expect(map({ o: 'x', e: null }, { output: 'o', edit: 'e' }).edits).toEqual([]);
    expect(map({ o: 'x' }, { output: 'o', edit: 'e' }).edits).toEqual([]);
    expect(map({ o: 'x', e: '' }, { output: 'o', edit: 'e' }).edits).toMatchObject([{ text: '' }]);
  });

  it('rejects rows without output and objects that are no text', () => {
    expect(problem({}, { output: 'o' })).toMatchObject({ reason: 'missing_output', target: 'output' });
    expect(problem({ o: null }, { output: 'o' }).reason).toBe('missing_output');
    expect(problem({ o: { a: 1 } }, { output: 'o' })).toMatchObject({
      reason: 'wrong_type',
      target: 'output',
    });
    expect(problem({ o: 'x', e: { a: 1 } }, { output: 'o', edit: 'e' })).toMatchObject({
      reason: 'wrong_type',
      target: 'edit',
    });
  });
});

describe('messages', () => {
  it('does not repeat the output in the input when both come from one list', () => {
    const row = { messages: [user, assistant] };
    const expected = { messages: [user], output: 'On its way.' };
    expect(map(row, { messages: 'messages', output: 'messages[-1].content' })).toMatchObject(expected);
    expect(map(row, { messages: 'messages', output: 'messages[1].content' })).toMatchObject(expected);
    expect(map(row, { messages: 'messages' })).toMatchObject(expected);
    expect(map({ ...row, o: 'On its way.' }, { messages: 'messages', output: 'o' })).toMatchObject(expected);
    expect(map({ ...row, o: 'Another.' }, { messages: 'messages', output: 'o' }).messages).toEqual([
      user,
      assistant,
    ]);
  });

  it('keeps the turns after an output in the middle', () => {
    const row = { messages: [user, assistant, { role: 'user', content: 'Thanks' }] };
    const mapped = map(row, { messages: 'messages' });
    expect(mapped).toMatchObject({ messages: [user], output: 'On its way.' });
    expect(mapped.meta).toEqual({ following_messages: [{ role: 'user', content: 'Thanks' }] });
  });

  it('rejects a list whose turn at the path is not the assistant’s', () => {
    const targets = { messages: 'm', output: 'm[-1].content' };
    expect(problem({ m: [assistant, user] }, targets).reason).toBe('missing_output');
    expect(problem({ m: [] }, targets).reason).toBe('missing_output');
    expect(problem({ m: [user] }, { messages: 'm' }).reason).toBe('missing_output');
    expect(problem({ m: 'text' }, { messages: 'm' }).reason).toBe('wrong_type');
    expect(problem({ m: [{ content: 'nobody' }] }, { messages: 'm' }).reason).toBe('wrong_type');
  });

  it('reads JSON text, ShareGPT, Gemini and tool turns', () => {
    expect(map({ m: JSON.stringify([user, assistant]) }, { messages: 'm' })).toMatchObject({
      messages: [user],
      output: 'On its way.',
    });
    const shareGpt = [
      { from: 'human', value: 'Where is it?' },
      { from: 'gpt', value: 'On its way.' },
    ];
    expect(map({ c: shareGpt }, { messages: 'c', output: 'c[-1].value' })).toMatchObject({
      messages: [user],
      output: 'On its way.',
    });
    const calls = [{ id: 'c1', type: 'function', function: { name: 'track', arguments: '{}' } }];
    const tools = [
      { role: 'assistant', content: null, tool_calls: calls, refusal: null },
      { role: 'tool', tool_call_id: 'c1', name: 'track', content: [{ type: 'text', text: 'found' }] },
      { role: 'model', parts: [{ text: 'Here.' }] },
    ];
    expect(map({ m: tools }, { messages: 'm' })).toMatchObject({
      messages: [
        { role: 'assistant', content: '', tool_calls: calls },
        { role: 'tool', content: 'found', name: 'track', tool_call_id: 'c1' },
      ],
      output: 'Here.',
    });
  });

  it('orders system, messages and input', () => {
    const row = { s: 'Be brief.', m: [assistant], i: 'And now?', o: 'x' };
    expect(map(row, { system: 's', messages: 'm', input: 'i', output: 'o' }).messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      assistant,
      { role: 'user', content: 'And now?' },
    ]);
    const withSystem = { s: 'Be brief.', m: [{ role: 'system', content: 'Be brief.' }, user], o: 'x' };
    expect(map(withSystem, { system: 's', messages: 'm', output: 'o' }).messages).toHaveLength(2);
  });

  it('takes an input of any kind', () => {
    expect(input('')).toEqual([]);
    expect(input(null)).toEqual([]);
    expect(input([user])).toEqual([user]);
    expect(input(JSON.stringify([user]))).toEqual([user]);
    expect(input({ messages: [user] })).toEqual([user]);
    expect(input(user)).toEqual([user]);
    expect(input({ q: 1 })).toEqual([{ role: 'user', content: '{"q":1}' }]);
    expect(input('[not JSON')).toEqual([{ role: 'user', content: '[not JSON' }]);
    expect(input(7)).toEqual([{ role: 'user', content: '7' }]);
  });
});

describe('identity and time', () => {
  it('reads ids as text and empty ones as nothing', () => {
    const targets = {
      output: 'o',
      external_id: 'id',
      session: 's',
      user: 'u',
      model: 'm',
      prompt_version: 'p',
    } as const;
    expect(map({ o: 'x', id: 17, s: '', u: null, m: 'gpt', p: 3 }, targets)).toMatchObject({
      externalId: '17',
      session: null,
      user: null,
      model: 'gpt',
      promptVersion: '3',
    });
    expect(problem({ o: 'x', id: { a: 1 } }, targets)).toMatchObject({
      reason: 'wrong_type',
      target: 'external_id',
    });
  });

  it('rejects a time only where there is one that is none', () => {
    const targets = { output: 'o', created_at: 't' } as const;
    expect(map({ o: 'x', t: '' }, targets).createdAt).toBeNull();
    expect(map({ o: 'x', t: 1_700_000_000 }, targets).createdAt).toEqual({
      ms: 1_700_000_000_000,
      offsetMinutes: null,
    });
    expect(problem({ o: 'x', t: 'soon' }, targets)).toMatchObject({
      reason: 'invalid_time',
      target: 'created_at',
    });
  });
});

describe('signals', () => {
  it.each<[Json, object]>([
    [4, { name: 'rating', number: 4, text: null }],
    ['4.5', { name: 'rating', number: 4.5, text: null }],
    ['four', { name: 'rating', number: null, text: 'four' }],
    [true, { name: 'thumbs', number: 1 }],
    ['👎', { name: 'thumbs', number: 0 }],
    ['Positive', { name: 'thumbs', number: 1 }],
  ])('reads the rating %j', (value, signal) => {
    expect(map({ o: 'x', r: value }, { output: 'o', rating: 'r' }).signals).toEqual([
      expect.objectContaining({ kind: 'explicit', ...signal }),
    ]);
  });

  it('reads actions, comments, named signals and outcomes', () => {
    const targets = {
      output: 'o',
      action: 'a',
      comment: 'c',
      'signal.latency_ms': 'l',
      'signal.note': 'n',
      'outcome.resolved': 'r',
      'outcome.price': 'p',
    } as const;
    const row = { o: 'x', a: 'Dismissed', c: 'meh', l: '820', n: 'slow', r: 'yes', p: 9.5 };
    const base = { number: null, text: null, unit: null, at: null, origin: null };
    expect(map(row, targets).signals).toEqual([
      { ...base, kind: 'implicit', name: 'action', text: 'discarded' },
      { ...base, kind: 'explicit', name: 'comment', text: 'meh' },
      { ...base, kind: 'implicit', name: 'latency_ms', number: 820, unit: 'ms' },
      { ...base, kind: 'implicit', name: 'note', text: 'slow' },
      { ...base, kind: 'outcome', name: 'resolved', number: 1 },
      { ...base, kind: 'outcome', name: 'price', number: 9.5 },
    ]);
    expect(map({ o: 'x', a: '', c: null }, targets).signals).toEqual([]);
    expect(problem({ o: 'x', l: [1] }, targets)).toMatchObject({
      reason: 'wrong_type',
      target: 'signal.latency_ms',
    });
  });

  it('keeps action words it does not know', () => {
    expect(map({ o: 'x', a: 'Shared' }, { output: 'o', action: 'a' }).signals[0]?.text).toBe('Shared');
  });
});

describe('labels', () => {
  it('names the annotator of each', () => {
    const targets = {
      output: 'o',
      annotator: 'who',
      'label.verdict': 'v',
      'label.verdict@ann': 'a',
      'label.tags': 't',
    } as const;
    const row = { o: 'x', who: 'ben', v: 'good', a: 3, t: ['x', 'y'] };
    expect(map(row, targets).labels).toEqual([
      { question: 'verdict', annotator: 'ben', value: 'good' },
      { question: 'verdict', annotator: 'ann', value: 3 },
      { question: 'tags', annotator: 'ben', value: ['x', 'y'] },
    ]);
    expect(map({ o: 'x', v: true, a: null, t: [] }, targets).labels).toEqual([
      { question: 'verdict', annotator: 'imported', value: true },
    ]);
    expect(problem({ o: 'x', v: { a: 1 } }, targets)).toMatchObject({
      reason: 'wrong_type',
      target: 'label.verdict',
    });
  });
});

describe('meta', () => {
  it('keeps every column that no target took, and the rest of one taken in part', () => {
    const row = {
      o: 'x',
      feedback: { summary: 's', by: 'b' },
      choices: [{ text: 'a', p: 1 }, { text: 'b' }],
      other: [1],
      none: null,
    };
    const mapped = map(row, { output: 'choices[0].text', comment: 'feedback.summary', 'meta.o2': 'o' });
    expect(mapped.meta).toEqual({
      feedback: { by: 'b' },
      choices: [{ p: 1 }, { text: 'b' }],
      other: [1],
      none: null,
      o2: 'x',
    });
  });

  it('drops what was taken completely', () => {
    expect(map({ a: { b: { c: 'x' } }, m: ['y'] }, { output: 'a.b.c', edit: 'm[0]' }).meta).toEqual({});
  });

  it('keeps keys named like prototypes as own keys', () => {
    const row: JsonObject = JSON.parse('{"o":"x","__proto__":{"a":1},"constructor":2}');
    const { meta } = map(row, { output: 'o' });
    expect(JSON.stringify(meta)).toBe('{"__proto__":{"a":1},"constructor":2}');
    expect(Object.getPrototypeOf(meta)).toBe(Object.prototype);
  });
});

describe('damaged text', () => {
  it('repairs half surrogate pairs everywhere and rejects NUL anywhere', () => {
    const mapped = map({ o: 'a\ud83d', m: { k: ['\udc00'] } }, { output: 'o' });
    expect(mapped).toMatchObject({ output: 'a\uFFFD', meta: { m: { k: ['\uFFFD'] } } });
    expect(problem({ o: 'x', m: { k: ['a\0b'] } }, { output: 'o' }).reason).toBe('contains_nul');
    expect(problem({ o: 'x', 'a\0': 1 }, { output: 'o' }).reason).toBe('contains_nul');
  });
});

describe('any row', () => {
  const everything: Partial<Record<Target, string>> = {
    output: 'a',
    edit: 'b.c',
    input: 'c',
    system: 'd[0]',
    messages: 'e',
    external_id: 'f',
    created_at: 'g',
    rating: 'h',
    action: 'i',
    'label.q': 'j',
    'signal.s': 'k',
    keys: 'l',
    edits: 'm',
    signals: 'n',
    labels: 'p',
  };

  it('is mapped or rejected, never thrown over, and always to well-formed text', () => {
    const keys = fc.constantFrom(
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'i',
      'j',
      'k',
      'l',
      'm',
      'n',
      'p',
      '__proto__',
      'toString',
    );
    const values = fc.jsonValue({ maxDepth: 3 });
    const rows = fc
      .array(fc.tuple(keys, values))
      .map((entries): JsonObject => JSON.parse(JSON.stringify(Object.fromEntries(entries))));
    const mapRow = mapper(everything);
    const mapOutput = mapper({ output: 'a' });
    fc.assert(
      fc.property(rows, (row) => {
        for (const mapped of [mapRow(row), mapOutput(row)]) {
          if (!mapped.ok) expect(mapped.error.message).not.toBe('');
          else expect(JSON.stringify(mapped.value).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('loses nothing when only the output is mapped', () => {
    const rows = fc.dictionary(
      fc.string().filter((key) => key !== 'o' && !key.includes('\0') && key.isWellFormed()),
      fc.integer(),
    );
    fc.assert(
      fc.property(
        rows,
        fc.string().filter((text) => !text.includes('\0')),
        (rest, output) => {
          const mapped = map({ ...rest, o: output }, { output: 'o' });
          expect({ ...mapped.meta, o: mapped.output }).toEqual({ ...rest, o: output.toWellFormed() });
        },
      ),
    );
  });
});
