import { writeFileSync } from 'node:fs';

/** Arrays of floats as a safetensors file, for tests. */
export function writeSafetensors(
  path: string,
  arrays: Readonly<Record<string, { shape: readonly number[]; dtype: string; bytes: Uint8Array }>>,
): void {
  let at = 0;
  const header: Record<string, object> = { __metadata__: { format: 'pt' } };
  for (const [name, { shape, dtype, bytes }] of Object.entries(arrays)) {
    header[name] = { dtype, shape, data_offsets: [at, at + bytes.length] };
    at += bytes.length;
  }
  const text = Buffer.from(JSON.stringify(header).padEnd(200));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  writeFileSync(path, Buffer.concat([length, text, ...Object.values(arrays).map(({ bytes }) => bytes)]));
}

export function floatBytes(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(numbers).buffer);
}
