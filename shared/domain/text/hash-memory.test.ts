import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHashMemory } from './hash-memory.ts';

const hash = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 ** 53 - 2 }));

it('is what a Map is, also where it has to make room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(hash, fc.integer({ min: 0, max: 2 ** 32 - 1 })), { maxLength: 3000 }),
      (entries) => {
        const memory = createHashMemory();
        const map = new Map<number, number>();
        for (const [key, value] of entries) {
          expect(memory.get(key)).toBe(map.get(key));
          if (!map.has(key)) map.set(key, value);
          expect(memory.getOrAdd(key, value)).toBe(map.get(key));
        }
        expect(memory.size()).toBe(map.size);
      },
    ),
    { numRuns: 30 },
  );
});

it('tells a hundred thousand hashes apart', () => {
  const memory = createHashMemory();
  for (let at = 0; at < 100_000; at++) memory.getOrAdd(at * 2 ** 36, at);
  expect(memory.size()).toBe(100_000);
  expect(memory.get(77_777 * 2 ** 36)).toBe(77_777);
});
