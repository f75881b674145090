import { describe, expect, it } from 'vitest';
import { createClusterInput, type Example } from './cluster-input.ts';
import { createVectorScratch, packVector } from './sparse-vector.ts';

function vectorOf(number: number): Uint8Array {
  return packVector({
    terms: Uint32Array.of(1 + (number % 100), 1000 + number),
    weights: Float32Array.of(1, 1 + (number % 255)),
  });
}

/** The examples of vectors of which every third has no mode. */
function examplesOf(order: readonly number[]): readonly Example[] {
  const builder = createClusterInput(true);
  for (const number of order) builder.add(vectorOf(number), number % 3 === 0 ? -1 : number % 3);
  return builder.finish().examples;
}

describe('createClusterInput', () => {
  it('keeps equal vectors once and reads every row’s vector back, however many there are', () => {
    const numbers = Array.from({ length: 20_000 }, (_, row) => (row * 7919) % 6000);
    const builder = createClusterInput(true);
    for (const number of numbers) builder.add(vectorOf(number));
    const input = builder.finish();
    expect([input.rowCount, input.unitCount]).toEqual([20_000, 6000]);
    const scratch = createVectorScratch();
    for (const [row, number] of numbers.entries()) {
      input.read(input.unitOfRow[row] ?? -1, scratch);
      if (scratch.terms[1] !== 1000 + number) throw new Error(`row ${row} has another vector`);
    }
    expect(input.unitRows.reduce((sum, rows) => sum + rows, 0)).toBe(20_000);
  });

  it('goes on to the next page where one is full', () => {
    const length = 1_500_000;
    const builder = createClusterInput(false);
    const packed = [1, 2, 3].map((seed) =>
      Uint8Array.from({ length }, (_, at) => (at === 0 ? 2 : (at * seed) % 127)),
    );
    for (const bytes of packed) builder.add(bytes);
    const input = builder.finish();
    const scratch = createVectorScratch();
    for (const [row, bytes] of packed.entries()) {
      input.read(input.unitOfRow[row] ?? -1, scratch);
      expect(scratch.length).toBe(length - 5);
      const scale = new DataView(bytes.buffer).getFloat32(1, true);
      expect(scratch.weights[length - 6]).toBeCloseTo((bytes.at(-1) ?? 0) * scale);
    }
  });

  it('gives examples by their unit, whatever the order of rows', () => {
    const numbers = Array.from({ length: 30 }, (_, number) => number % 10);
    expect(examplesOf(numbers)).toHaveLength(18);
    expect(examplesOf(numbers.toReversed())).toEqual(examplesOf(numbers));
  });
});
