import { createHash } from 'node:crypto';

/**
 * The id of a cluster, from what its most typical change takes out and puts in: the same wherever the same changes are
 * clustered, in whatever order they came. A UUID of version 8.
 * @param attempt 0, or more where the id is taken
 */
export function clusterId(digest: number, model: string, attempt: number): string {
  const parts = [digest, model, attempt];
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Colours of the palette. */
export const clusterColours = 12;

/** The first colour that the fewest clusters have, which is counted as taken from then on. */
export function takeColour(taken: number[]): number {
  const uses = Array.from(
    { length: clusterColours },
    (_, colour) => taken.filter((one) => one === colour).length,
  );
  const colour = uses.indexOf(Math.min(...uses));
  taken.push(colour);
  return colour;
}
