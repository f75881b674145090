import { open } from 'node:fs/promises';
import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { FileShape } from '../../shared/domain/file-shape.ts';
import { succeed, type Result } from '../../shared/result/result.ts';
import { readFailure } from './file-error.ts';
import { createZstdFrames } from './zstd-frames.ts';

/** The first bytes of a file, unpacked. */
export interface FileStart {
  readonly bytes: Buffer;
  readonly compression: FileShape['compression'];
  readonly size: number;
  /** Whether `bytes` is the whole file. */
  readonly isWhole: boolean;
}

const startBytes = 1 << 20;

/** Reads the start of a file, enough to judge its shape. Fails with FILE_NOT_FOUND or FILE_UNREADABLE. */
export async function readStart(path: string): Promise<Result<FileStart>> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
      const bytes = buffer.subarray(0, bytesRead);
      const isWhole = bytesRead === size;
      const compression = compressionOf(bytes);
      if (compression === 'none') return succeed({ bytes, compression, size, isWhole });
      const unpacked = unpackStart(bytes, compression);
      return succeed({
        bytes: unpacked,
        compression,
        size,
        isWhole: isWhole && unpacked.length < startBytes,
      });
    } finally {
      await file.close();
    }
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

function compressionOf(bytes: Buffer): FileShape['compression'] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  const magic = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
  // Packers that work in parallel begin with a frame that decoders skip.
  return magic === 0xfd2fb528 || magic >>> 4 === 0x184d2a5 ? 'zstd' : 'none';
}

/** Unpacks what it can of a packed start: a cut end is expected here, and a bomb is stopped at a few megabytes. */
function unpackStart(bytes: Buffer, compression: 'gzip' | 'zstd'): Buffer {
  for (let length = bytes.length; length > 0; length >>= 1) {
    try {
      const part = bytes.subarray(0, length);
      return (compression === 'gzip' ? gunzipPart(part) : unzstdPart(part)).subarray(0, startBytes);
    } catch {
      // A damaged or enormous tail: less of it may still show what the file is.
    }
  }
  return Buffer.alloc(0);
}

const maxOutputLength = 256 * startBytes;

function gunzipPart(part: Buffer): Buffer {
  return gunzipSync(part, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength });
}

function unzstdPart(part: Buffer): Buffer {
  const unpacked: Buffer[] = [];
  let size = 0;
  try {
    for (const piece of createZstdFrames().push(part)) {
      if (size >= startBytes) break;
      const bytes = zstdDecompressSync(piece, { finishFlush: constants.ZSTD_e_continue, maxOutputLength });
      unpacked.push(bytes);
      size += bytes.length;
    }
  } catch (error) {
    if (size === 0) throw error;
  }
  return Buffer.concat(unpacked);
}
