import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../shared/result/result.ts';

/** One array of numbers of a safetensors file. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

const entry = z.object({
  dtype: z.string(),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});

/** A header longer than this is none. */
const mostHeader = 10_000_000;

/**
 * The arrays of a safetensors file by name: eight bytes with the length of a JSON header, the header, then the numbers, the
 * smallest byte first. Of types that embeddings do not come in, the array is left out. FILE_UNREADABLE.
 *
 * Source: https://huggingface.co/docs/safetensors, "Format".
 */
export async function readSafetensors(path: string): Promise<Result<ReadonlyMap<string, Tensor>>> {
  try {
    const bytes = await readFile(path);
    const start = 8 + headerLength(bytes);
    const header = parseHeader(bytes.subarray(8, start));
    const tensors = new Map<string, Tensor>();
    for (const [
      name,
      {
        dtype,
        shape,
        data_offsets: [from, to],
      },
    ] of header) {
      const type = types[dtype];
      if (type === undefined) continue;
      const count = shape.reduce((product, size) => product * size, 1);
      if (to - from !== count * type.bytes || start + to > bytes.length) return unreadable(path);
      const part = new DataView(bytes.buffer, bytes.byteOffset + start + from, to - from);
      tensors.set(name, { shape, values: type.read(part, count) });
    }
    return succeed(tensors);
  } catch {
    return unreadable(path);
  }
}

/** The shapes of its arrays by name, without reading them. FILE_UNREADABLE. */
export async function readTensorShapes(
  path: string,
): Promise<Result<ReadonlyMap<string, readonly number[]>>> {
  try {
    await using file = await open(path);
    const start = await file.read(new Uint8Array(8), 0, 8, 0);
    const header = await file.read(new Uint8Array(headerLength(start.buffer)), { position: 8 });
    return succeed(new Map([...parseHeader(header.buffer)].map(([name, { shape }]) => [name, shape])));
  } catch {
    return unreadable(path);
  }
}

/** Throws where there is none, as the others below do. */
function headerLength(bytes: Uint8Array): number {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true));
  if (length > mostHeader) throw new RangeError('The header is too long.');
  return length;
}

function parseHeader(bytes: Uint8Array): Map<string, z.infer<typeof entry>> {
  const values = z.record(z.string(), z.unknown()).parse(JSON.parse(new TextDecoder().decode(bytes)));
  return new Map(
    Object.entries(values)
      .filter(([name]) => name !== '__metadata__')
      .map(([name, value]) => [name, entry.parse(value)]),
  );
}

function unreadable(path: string) {
  return fail('FILE_UNREADABLE', `${path} is no safetensors file. Choose the folder of a model.`);
}

interface NumberType {
  readonly bytes: number;
  read(view: DataView, count: number): Float32Array | Int32Array;
}

const types: Readonly<Record<string, NumberType>> = {
  F64: floats(8, (view, at) => view.getFloat64(at, true)),
  F32: {
    bytes: 4,
    // As they are: every machine that runs this puts the smallest byte first.
    read: ({ buffer, byteOffset, byteLength }) =>
      new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)),
  },
  F16: floats(2, (view, at) => halfFloat(view.getUint16(at, true))),
  BF16: floats(2, (view, at) => upperHalf(view.getUint16(at, true))),
  I8: floats(1, (view, at) => view.getInt8(at)),
  I32: integers(4, (view, at) => view.getInt32(at, true)),
  I64: integers(8, (view, at) => Number(view.getBigInt64(at, true))),
};

function floats(bytes: number, read: (view: DataView, at: number) => number): NumberType {
  return {
    bytes,
    read(view, count) {
      const values = new Float32Array(count);
      for (let index = 0; index < count; index++) values[index] = read(view, index * bytes);
      return values;
    },
  };
}

function integers(bytes: number, read: (view: DataView, at: number) => number): NumberType {
  return {
    bytes,
    read(view, count) {
      const values = new Int32Array(count);
      for (let index = 0; index < count; index++) values[index] = read(view, index * bytes);
      return values;
    },
  };
}

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The upper half of an IEEE 754 binary32. */
function upperHalf(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(0, bits);
  return view.getFloat32(0);
}
