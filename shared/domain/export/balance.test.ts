import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { balanceProblem, createBalancer } from './balance.ts';
import type { Example } from './example.ts';
import type { ExportRow } from './export-row.ts';

interface Row {
  readonly id: string;
  readonly model: string;
}

const example: Example = { kind: 'supervised', prompt: [], answer: 'a', draft: null, trains: 'all' };

function exportRow({ id, model }: Row): ExportRow {
  return { interactionId: id, messages: [], output: '', edit: null, model };
}

function chosen(rows: readonly Row[], most: number, seed = 1): Row[] {
  const balancer = createBalancer({ by: 'model', most }, seed);
  for (const row of rows) balancer.count(exportRow(row), example);
  return rows.filter((row) => balancer.stays(exportRow(row), example));
}

function unpaired(good: boolean): Example {
  return { kind: 'unpaired', prompt: [], answer: 'a', good };
}

function sizesOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(rows, ({ model }) => model)].map(([model, { length }]) => [model, length]));
}

function rowsOf(sizes: Readonly<Record<string, number>>): Row[] {
  return Object.entries(sizes).flatMap(([model, size]) =>
    Array.from({ length: size }, (_, place) => ({ id: `${model}${place}`, model })),
  );
}

const models = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 60 }), { minKeys: 1 });
const times = fc.integer({ min: 4, max: 16 }).map((quarters) => quarters / 4);

it('leaves each group as many rows as it has, or as the smallest allows, whatever the order', () => {
  fc.assert(
    fc.property(models, times, fc.integer(), (sizes, most, seed) => {
      const rows = rowsOf(sizes);
      const kept = chosen(rows, most, seed);
      const room = Math.floor(Math.min(...Object.values(sizes)) * most);
      for (const [model, size] of Object.entries(sizes))
        expect(sizesOf(kept).get(model)).toBe(Math.min(size, room));
      expect(new Set(chosen(rows.toReversed(), most, seed))).toEqual(new Set(kept));
    }),
  );
});

it('keeps most of what was chosen as a group grows, and all of it as the smallest grows', () => {
  const before = chosen(rowsOf({ a: 1000, b: 100 }), 2);
  const grown = new Set(chosen(rowsOf({ a: 1050, b: 100 }), 2).map(({ id }) => id));
  expect(before.filter(({ id }) => !grown.has(id)).length).toBeLessThan(30);
  const smallest = new Set(chosen(rowsOf({ a: 1000, b: 120 }), 2).map(({ id }) => id));
  expect(before.every(({ id }) => smallest.has(id))).toBe(true);
});

it('chooses others by another seed, and good and bad rows of an interaction apart', () => {
  const rows = rowsOf({ a: 100, b: 10 });
  expect(chosen(rows, 1, 1)).not.toEqual(chosen(rows, 1, 2));
  const balancer = createBalancer({ by: 'answer', most: 1 }, 1);
  for (const row of rows) balancer.count(exportRow(row), unpaired(true));
  for (const row of rows.slice(0, 20)) balancer.count(exportRow(row), unpaired(false));
  expect(rows.filter((row) => balancer.stays(exportRow(row), unpaired(true)))).toHaveLength(20);
  expect(rows.slice(0, 20).every((row) => balancer.stays(exportRow(row), unpaired(false)))).toBe(true);
});

it('counts the good and the bad row of an interaction one by one', () => {
  const balancer = createBalancer({ by: 'model', most: 1.5 }, 1);
  const rows = rowsOf({ a: 50, b: 3 }).flatMap((row) =>
    [true, false].map((good) => ({ row: exportRow(row), of: unpaired(good) })),
  );
  for (const { row, of } of rows) balancer.count(row, of);
  const kept = rows.filter(({ row, of }) => row.model === 'a' && balancer.stays(row, of));
  expect(kept).toHaveLength(9);
});

it('is for good and bad answers only where a format has them', () => {
  const balance = { by: 'answer', most: 1 } as const;
  expect(balanceProblem({ balance, format: 'openai-chat' })).toContain('trl-kto');
  expect(balanceProblem({ balance, format: 'trl-kto' })).toBeNull();
});
