import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { succeed, type Result } from '../../shared/result/result.ts';
import { readFailure } from './file-error.ts';

/** The first bytes of a file, unpacked. */
export interface FileStart {
  readonly bytes: Buffer;
  readonly compression: 'none' | 'gzip';
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
      if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
        return succeed({ bytes, compression: 'none', size, isWhole });
      const unpacked = unpackStart(bytes);
      return succeed({
        bytes: unpacked,
        compression: 'gzip',
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

/** Unpacks what it can of a gzip start: a cut end is expected here, and a bomb is stopped at a few megabytes. */
function unpackStart(bytes: Buffer): Buffer {
  for (const length of [bytes.length, 64 * 1024, 4 * 1024]) {
    try {
      const part = bytes.subarray(0, length);
      return gunzipSync(part, {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: 256 * startBytes,
      }).subarray(0, startBytes);
    } catch {
      // A damaged or enormous tail: less of it may still show what the file is.
    }
  }
  return Buffer.alloc(0);
}
