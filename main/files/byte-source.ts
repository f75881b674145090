import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { FileShape } from '../../shared/domain/file-shape.ts';
import { FileError, readFailure } from './file-error.ts';

/** A file's text as UTF-8 chunks, whatever its compression and encoding. A chunk is only valid until the next one. */
export interface ByteSource {
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes of the file on disk read so far, for progress. */
  readonly bytesRead: () => number;
  /** Why the data ended early (corrupt or oversized gzip), or null. Known after the last chunk. */
  readonly damage: () => string | null;
}

export interface DecompressionLimits {
  /** No file may unpack to more than this. */
  readonly maxBytes: number;
  /** Past `ratioFrom` unpacked bytes, nor to more than `maxRatio` times its size: text packs 3 to 30 times. */
  readonly maxRatio: number;
  readonly ratioFrom: number;
}

const chunkSize = 1 << 20;
const defaultLimits: DecompressionLimits = { maxBytes: 64 * 2 ** 30, maxRatio: 1000, ratioFrom: 2 ** 30 };

/** Opens a file's text as a stream of constant memory. Reading failures throw a FileError from the iteration. */
export function openByteSource(
  path: string,
  shape: Pick<FileShape, 'compression' | 'encoding'>,
  limits: DecompressionLimits = defaultLimits,
): ByteSource {
  const state: SourceState = { bytesRead: 0, damage: null };
  const bytes = shape.compression === 'gzip' ? gunzipped(path, state, limits) : plain(path, state);
  const text = shape.encoding === 'utf-8' ? withoutBom(bytes) : asUtf8(bytes, shape.encoding);
  return { chunks: text, bytesRead: () => state.bytesRead, damage: () => state.damage };
}

interface SourceState {
  bytesRead: number;
  damage: string | null;
}

async function* plain(path: string, state: SourceState): AsyncGenerator<Buffer> {
  const file = await open(path).catch((error: unknown) => throwReadError(path, error));
  try {
    // One buffer for the whole file: rows are decoded out of it before the next read.
    const buffer = Buffer.allocUnsafeSlow(chunkSize);
    for (;;) {
      const { bytesRead } = await file
        .read(buffer, 0, chunkSize, null)
        .catch((error: unknown) => throwReadError(path, error));
      if (bytesRead === 0) return;
      state.bytesRead += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function* gunzipped(
  path: string,
  state: SourceState,
  limits: DecompressionLimits,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: chunkSize });
  const gunzip = createGunzip({ chunkSize });
  // pipe() does not forward errors; without this a read error would leave the iteration waiting forever.
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  let unpacked = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      state.bytesRead = file.bytesRead;
      unpacked += chunk.length;
      const isTooLarge = unpacked > limits.maxBytes;
      const isTooDense = unpacked > limits.ratioFrom && unpacked > file.bytesRead * limits.maxRatio;
      if (isTooLarge || isTooDense) {
        state.damage = `The file unpacks to far more than it should (${unpacked} bytes so far); reading stopped here. If it is genuine, unpack it first.`;
        return;
      }
      yield chunk;
    }
    state.bytesRead = file.bytesRead;
  } catch (error) {
    if (!isZlibError(error)) throwReadError(path, error);
    state.damage =
      'The gzip data ends early or is damaged; the last rows before this point may be wrong, too. Get the file again.';
  } finally {
    gunzip.destroy();
    file.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function* withoutBom(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of bytes) {
    const hasBom = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    isFirst = false;
    yield hasBom ? chunk.subarray(3) : chunk;
  }
}

async function* asUtf8(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield Buffer.from(text, 'utf8');
  }
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest, 'utf8');
}

function throwReadError(path: string, error: unknown): never {
  const failure = readFailure(path, error);
  throw failure === undefined ? error : new FileError(failure);
}
