import { mixed } from './shingles.ts';

/** Places in a text by the hash of what stands there; which of those with the same hash it is, the caller tells. */
export interface Places {
  /** Remembers a place, unless one is there already that is the same. */
  readonly add: (hash: number, place: number, isSame: (place: number) => boolean) => void;
  readonly find: (hash: number, isSame: (place: number) => boolean) => number | null;
}

export function createPlaces(): Places {
  let slots = 2 ** 10;
  let hashes = new Int32Array(slots);
  /** One higher, so that 0 is a free slot. */
  let places = new Uint32Array(slots);
  let count = 0;
  const slotOf = (hash: number, isSame: (place: number) => boolean): number => {
    let slot = mixed(hash) & (slots - 1);
    for (;;) {
      const place = (places[slot] ?? 0) - 1;
      if (place < 0 || (hashes[slot] === hash && isSame(place))) return slot;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const grow = (): void => {
    const [oldHashes, oldPlaces] = [hashes, places];
    slots *= 2;
    hashes = new Int32Array(slots);
    places = new Uint32Array(slots);
    for (let at = 0; at < oldPlaces.length; at++) {
      if (oldPlaces[at] === 0) continue;
      const slot = slotOf(oldHashes[at] ?? 0, never);
      hashes[slot] = oldHashes[at] ?? 0;
      places[slot] = oldPlaces[at] ?? 0;
    }
  };
  return {
    add: (hash, place, isSame) => {
      const slot = slotOf(hash, isSame);
      if (places[slot] !== 0) return;
      hashes[slot] = hash;
      places[slot] = place + 1;
      if (++count * 1.5 > slots) grow();
    },
    find: (hash, isSame) => {
      const place = (places[slotOf(hash, isSame)] ?? 0) - 1;
      return place < 0 ? null : place;
    },
  };
}

function never(): boolean {
  return false;
}
