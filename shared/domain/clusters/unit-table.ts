/** Packed vectors, each kept once, in pages of bytes: a million of them are three objects for each page, not for each vector. */
export interface UnitTable {
  /** The number of this vector, a new one where it was not there. */
  add(vector: Uint8Array): number;
  hashOf(unit: number): number;
  placeOf(unit: number): VectorPlace;
  /** The units in the order of their hashes, and the place of each in it. */
  ranked(): { readonly order: Uint32Array; readonly rankOf: Uint32Array };
}

/** Where a vector is. */
export interface VectorPlace {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

const pageBits = 22;
const pageBytes = 2 ** pageBits;
const empty = -1;

export function createUnitTable(): UnitTable {
  const pages: Uint8Array[] = [];
  let used = pageBytes;
  let count = 0;
  let hashes = new Float64Array(1024);
  let places = new Float64Array(1024);
  let lengths = new Int32Array(1024);
  let slots = new Int32Array(4096).fill(empty);

  const slotOf = (hash: number): number => {
    const mask = slots.length - 1;
    let slot = Math.imul(hash | 0, 0x9e3779b1) & mask;
    for (;;) {
      const unit = slots[slot] ?? empty;
      if (unit === empty || hashes[unit] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  };

  const store = (vector: Uint8Array): number => {
    if (used + vector.length > pageBytes) {
      pages.push(new Uint8Array(Math.max(pageBytes, vector.length)));
      used = 0;
    }
    pages.at(-1)?.set(vector, used);
    const place = (pages.length - 1) * pageBytes + used;
    used += vector.length;
    return place;
  };

  const grow = (): void => {
    hashes = grown(hashes, new Float64Array(count * 2));
    places = grown(places, new Float64Array(count * 2));
    lengths = grown(lengths, new Int32Array(count * 2));
    slots = new Int32Array(count * 8).fill(empty);
    for (let unit = 0; unit < count; unit++) slots[slotOf(hashes[unit] ?? 0)] = unit;
  };

  return {
    add(vector) {
      const hash = hashBytes(vector);
      const slot = slotOf(hash);
      const known = slots[slot] ?? empty;
      if (known !== empty) return known;
      hashes[count] = hash;
      places[count] = store(vector);
      lengths[count] = vector.length;
      slots[slot] = count++;
      if (count === hashes.length) grow();
      return count - 1;
    },
    hashOf: (unit) => hashes[unit] ?? 0,
    placeOf(unit) {
      const place = places[unit] ?? 0;
      const start = place % pageBytes;
      const bytes = pages[Math.floor(place / pageBytes)] ?? noBytes;
      return { bytes, start, end: start + (lengths[unit] ?? 0) };
    },
    ranked() {
      const order = Uint32Array.from(
        hashes.subarray(0, count).toSorted(),
        (hash) => slots[slotOf(hash)] ?? 0,
      );
      const rankOf = new Uint32Array(count);
      for (let rank = 0; rank < count; rank++) rankOf[order[rank] ?? 0] = rank;
      return { order, rankOf };
    },
  };
}

const noBytes = new Uint8Array(0);

function grown<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** 53 bits over bytes: two lanes of FNV-1a, mixed at the end as MurmurHash3 does. */
function hashBytes(bytes: Uint8Array): number {
  let low = 0x811c9dc5 | 0;
  let high = 0x2f0b4a3d | 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x85ebca77);
    high ^= high >>> 15;
  }
  low = finish(low ^ bytes.length);
  high = finish(high ^ low);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

function finish(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
