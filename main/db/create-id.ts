import { randomFillSync } from 'node:crypto';

/**
 * A UUIDv7 (RFC 9562): 48 bits of UTC milliseconds, 12 bits of counter, 62 random bits. Ids of one process
 * ascend as text, so they go to the end of an index instead of its middle. The counter is the monotonic method 1
 * of section 6.2; where it runs out within a millisecond, the time of the id runs ahead of the clock.
 */
export function createId(): string {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
  } else if (counter === 0xfff) {
    lastMs++;
    counter = 0;
  } else {
    counter++;
  }
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const byte = (offset: number) => hex[pool[used + offset] ?? 0] ?? '';
  const variant = hex[((pool[used] ?? 0) & 0x3f) | 0x80] ?? '';
  const id =
    `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-` +
    `${variant}${byte(1)}-${byte(2)}${byte(3)}${byte(4)}${byte(5)}${byte(6)}${byte(7)}`;
  used += 8;
  return id;
}

let lastMs = 0;
let counter = 0;

// Random bytes are fetched in batches: one system call an id would cost more than the id.
const pool = new Uint8Array(8192);
let used = pool.length;

const hex = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));
