/** Against files that are small on disk and endless when they are read. */
export interface DecompressionLimits {
  /** No file may unpack to more than this. */
  readonly maxBytes: number;
  /** Past `ratioFrom` unpacked bytes, nor to more than `maxRatio` times its size: text packs 3 to 30 times. */
  readonly maxRatio: number;
  readonly ratioFrom: number;
}

export const defaultLimits: DecompressionLimits = {
  maxBytes: 64 * 2 ** 30,
  maxRatio: 1000,
  ratioFrom: 2 ** 30,
};

/** Why reading has to stop after so many unpacked bytes out of so many packed ones, or null where it may go on. */
export function decompressionDamage(
  { maxBytes, maxRatio, ratioFrom }: DecompressionLimits,
  unpacked: number,
  packed: number,
): string | null {
  const isTooLarge = unpacked > maxBytes;
  const isTooDense = unpacked > ratioFrom && unpacked > packed * maxRatio;
  return isTooLarge || isTooDense
    ? `The file unpacks to far more than it should (${unpacked} bytes so far); reading stopped here. If it is genuine, unpack it first.`
    : null;
}
