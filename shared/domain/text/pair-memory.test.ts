import { expect, it } from 'vitest';
import { createPairMemory } from './pair-memory.ts';

it('createPairMemory knows the pairs it was given, in their order, and no others', () => {
  const memory = createPairMemory();
  expect(memory.has(0, 0)).toBe(false);
  memory.add(1, 2);
  memory.add(2 ** 26 - 1, 0);
  expect([memory.has(1, 2), memory.has(2, 1), memory.has(2 ** 26 - 1, 0), memory.has(0, 0)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
