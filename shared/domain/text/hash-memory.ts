import { mixed } from './shingles.ts';

/** Remembers a number below 2^32 for each 53-bit hash, in 24 to 48 bytes each, where a Map takes twice as much. */
export interface HashMemory {
  /** What is remembered for a hash; `value` where it was not there yet, which is remembered then. */
  readonly getOrAdd: (hash: number, value: number) => number;
  readonly get: (hash: number) => number | undefined;
  readonly size: () => number;
}

/** @param expected how many hashes may come; more take a moment to make room */
export function createHashMemory(expected = 0): HashMemory {
  let slots = 2 ** Math.max(10, Math.ceil(Math.log2(expected * fullFrom + 1)));
  // Hashes are stored one higher, so that 0 is an empty slot.
  let keys = new Float64Array(slots);
  let values = new Uint32Array(slots);
  let size = 0;
  const slotOf = (key: number): number => {
    let slot = mixed(Math.imul(key / 2 ** 32, 0x9e3779b1) ^ key) & (slots - 1);
    for (;;) {
      const there = keys[slot] ?? 0;
      if (there === 0 || there === key) return slot;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    slots *= 2;
    keys = new Float64Array(slots);
    values = new Uint32Array(slots);
    for (let at = 0; at < oldKeys.length; at++) {
      const key = oldKeys[at] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = oldValues[at] ?? 0;
    }
  };
  return {
    getOrAdd: (hash, value) => {
      const slot = slotOf(hash + 1);
      if (keys[slot] !== 0) return values[slot] ?? value;
      keys[slot] = hash + 1;
      values[slot] = value;
      size++;
      if (size * fullFrom > slots) grow();
      return value;
    },
    get: (hash) => {
      const slot = slotOf(hash + 1);
      return keys[slot] === 0 ? undefined : values[slot];
    },
    size: () => size,
  };
}

/** Slots for each hash, at least: in a fuller table one looks long for a free slot. */
const fullFrom = 1.5;
