import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { FileShape } from '../../shared/domain/file-shape.ts';
import { decompressionDamage, defaultLimits, type DecompressionLimits } from './decompression-limits.ts';
import { FileError, readFailure } from './file-error.ts';
import { createZstdFrames } from './zstd-frames.ts';

/** A file's text as UTF-8 chunks, whatever its compression and encoding. A chunk is only valid until the next one. */
export interface ByteSource {
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes of the file on disk read so far, for progress. */
  readonly bytesRead: () => number;
  /** Why the data ended early (corrupt or oversized packed data), or null. Known after the last chunk. */
  readonly damage: () => string | null;
}

const chunkSize = 1 << 20;

/** Opens a file's text as a stream of constant memory. Reading failures throw a FileError from the iteration. */
export function openByteSource(
  path: string,
  { compression, encoding }: Pick<FileShape, 'compression' | 'encoding'>,
  limits: DecompressionLimits = defaultLimits,
): ByteSource {
  const state: SourceState = { bytesRead: 0, damage: null };
  const bytes = compression === 'none' ? plain(path, state) : unpacked(path, compression, state, limits);
  const text = encoding === 'utf-8' ? withoutBom(bytes) : asUtf8(bytes, encoding);
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

async function* unpacked(
  path: string,
  compression: 'gzip' | 'zstd',
  state: SourceState,
  limits: DecompressionLimits,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: chunkSize });
  const packed = compression === 'gzip' ? file : Readable.from(zstdPieces(file), { objectMode: false });
  const unpacker = compression === 'gzip' ? createGunzip({ chunkSize }) : createZstdDecompress({ chunkSize });
  // pipe() does not forward errors; without this a read error would leave the iteration waiting forever.
  packed.on('error', (error: Error) => unpacker.destroy(error));
  packed.pipe(unpacker);
  let size = 0;
  try {
    for await (const chunk of unpacker as AsyncIterable<Buffer>) {
      state.bytesRead = file.bytesRead;
      size += chunk.length;
      state.damage = decompressionDamage(limits, size, file.bytesRead);
      if (state.damage !== null) return;
      yield chunk;
    }
    state.bytesRead = file.bytesRead;
  } catch (error) {
    if (!isUnpackError(error)) throwReadError(path, error);
    state.damage = `The ${compression === 'gzip' ? 'gzip' : 'Zstandard'} data ends early or is damaged; the last rows before this point may be wrong, too. Get the file again.`;
  } finally {
    unpacker.destroy();
    packed.destroy();
    file.destroy();
  }
}

async function* zstdPieces(file: ReadStream): AsyncGenerator<Buffer> {
  const frames = createZstdFrames();
  for await (const chunk of file as AsyncIterable<Buffer>) yield* frames.push(chunk);
  const rest = frames.end();
  if (rest.length > 0) yield rest;
}

function isUnpackError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z|ZSTD)_/.test(String(error.code));
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
