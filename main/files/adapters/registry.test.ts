import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { adapters, findAdapter, recogniseAdapter } from './registry.ts';

const messages = [
  { role: 'user', content: 'hi' },
  { role: 'assistant', content: 'Hello' },
];
const at = '2026-01-02T10:00:00Z';

/** Rows that anybody may have written. */
const plain: readonly JsonObject[] = [
  { id: '1', input: 'a', output: 'b', metadata: {} },
  { messages },
  { prompt: 'a', completion: 'b', model: 'm' },
  { prompt: 'a', chosen: 'b', rejected: 'c' },
  { instruction: 'a', input: '', output: 'b' },
  { request: 'a', response: 'b', timestamp: at },
  { id: '1', name: 'x', start_time: at, input: {}, output: {} },
  { event: 'click', properties: {}, distinct_id: 'u' },
  { data: [{ id: 1 }], next_cursor: null },
  { status: 200, headers: {}, body: 'ok' },
];

describe('the registry', () => {
  it('takes no row that could be of anybody', () => {
    for (const row of plain) {
      expect(adapters.filter((adapter) => adapter.recognises(row)).map(({ id }) => id)).toEqual([]);
    }
  });

  it('needs half of the first rows to be of a tool', () => {
    const [first] = adapters;
    if (first === undefined) throw new Error('There are no adapters.');
    const own: JsonObject = { resourceSpans: [{ scopeSpans: [] }] };
    expect(first.recognises(own)).toBe(true);
    expect(recogniseAdapter([own, { a: 1 }])).toBe(first);
    expect(recogniseAdapter([own, { a: 1 }, { a: 2 }])).toBeNull();
    expect(recogniseAdapter([])).toBeNull();
  });

  it('finds adapters by their own ids only', () => {
    for (const adapter of adapters) expect(findAdapter(adapter.id)).toBe(adapter);
    expect(findAdapter('constructor')).toBeNull();
    expect(findAdapter(null)).toBeNull();
  });
});
