import { describe, expect, it } from 'vitest';
import { isJsonList, isJsonObject, parseJson, type Json, type JsonObject } from '../../shared/domain/json.ts';
import { compileAttachments, compileMapping } from '../../shared/domain/mapping/map-row.ts';
import type { Adapter } from '../../main/files/adapters/adapter.ts';
import { arrivingMapping, attachmentMapping } from '../../main/files/adapters/arriving-mapping.ts';
import { adapters } from '../../main/files/adapters/registry.ts';

/** A full row of a tool, made up. */
export type Specimen = readonly [Adapter, JsonObject];

/** Tests that each tool's row is taken by its adapter alone, and that no odd value in it, at any depth, does harm. */
export function describeSpecimens(title: string, specimens: readonly Specimen[]): void {
  describe(title, () => {
    it.each(specimens)('$id reads its own specimen and no other adapter takes it', (adapter, row) => {
      expect(adapters.filter((other) => other.recognises(row)).map(({ id }) => id)).toEqual([adapter.id]);
    });

    it.each(specimens)('$id never throws, and what it brings can be mapped', (adapter, specimen) => {
      let tried = 0;
      const refused: string[] = [];
      for (const odd of oddValues) {
        for (const row of replaced(specimen, odd)) {
          if (!isJsonObject(row)) continue;
          adapter.recognises(row);
          refused.push(...refusals(adapter, [row, specimen]));
          tried += 1;
        }
      }
      expect(refused.slice(0, 3)).toEqual([]);
      expect(tried).toBeGreaterThan(50);
    });
  });
}

const oddValues: readonly Json[] = [
  null,
  true,
  -1,
  1e300,
  parseJson('1e999'),
  '',
  ' ',
  'Infinity',
  '{"a":[1]}',
  '"text"',
  '"broken',
  'constructor',
  'data: {"type":"message_start"}\n\ndata: {broken',
  [],
  [[], null, 0, 'a', {}],
  [['user', 'hi']],
  {},
  parseJson(
    '{"__proto__": {"a": 1}, "constructor": "b", "toString": ["c"], "value": {}, "text": [1], "content": {}}',
  ),
  deep(300),
  '['.repeat(5000) + ']'.repeat(5000),
];

function deep(levels: number): Json {
  let value: Json = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { content: value };
  return value;
}

/** Copies of a value with one value inside it, at any depth, replaced. */
function* replaced(value: Json, by: Json): Generator<Json> {
  yield by;
  const isList = isJsonList(value);
  if (!isList && !isJsonObject(value)) return;
  const entries: readonly (readonly [string, Json])[] = Object.entries(value);
  for (const [key, item] of entries) {
    for (const odd of replaced(item, by)) {
      const changed = entries.map(([name, old]) => [name, name === key ? odd : old] as const);
      yield isList ? changed.map(([, given]) => given) : Object.fromEntries(changed);
    }
  }
}

function refusals(adapter: Adapter, rows: readonly JsonObject[]): readonly string[] {
  const mapper =
    adapter.brings === 'attachments'
      ? compileAttachments(attachmentMapping)
      : compileMapping(arrivingMapping);
  if (!mapper.ok) throw new Error(mapper.error.message);
  const reading = adapter.open();
  const parts = [...rows.map((row) => reading.push(row)), reading.end()];
  return parts
    .flatMap((part) => part.rows)
    .flatMap((arriving) => {
      const mapped = mapper.value(arriving);
      return mapped.ok ? [] : [`${mapped.error.message} ${JSON.stringify(arriving).slice(0, 300)}`];
    });
}
