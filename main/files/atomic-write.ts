import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { succeed, type Failure, type Result } from '../../shared/result/result.ts';
import { readFailure, writeFailure } from './file-error.ts';

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  /** Hex SHA-256 of exactly the bytes written. */
  readonly sha256: string;
}

export interface AtomicWriteOptions {
  readonly signal?: AbortSignal;
}

/**
 * Writes a file so that at any moment, power loss included, either the old file or the whole new one is there: into
 * a temporary file beside it, fsync, rename, fsync of the folder. Fails with DISK_FULL or FILE_NOT_WRITABLE and then
 * leaves nothing behind. Whatever `pieces` throws is passed on after the same clean-up.
 */
export async function writeAtomically(
  path: string,
  pieces: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
  { signal }: AtomicWriteOptions = {},
): Promise<Result<WrittenFile>> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const written = await writeTemporary(temporary, path, pieces, signal).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
  if (!written.ok) {
    await rm(temporary, { force: true });
    return written;
  }
  try {
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    return writeError(path, error);
  }
  return written;
}

/** Hex SHA-256 and size of a file's bytes as they are on disk. Fails with FILE_NOT_FOUND or FILE_UNREADABLE. */
export async function hashFile(
  path: string,
): Promise<Result<{ readonly sha256: string; readonly bytes: number }>> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(path);
    try {
      const buffer = Buffer.allocUnsafeSlow(1 << 20);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) return succeed({ sha256: hash.digest('hex'), bytes });
        hash.update(buffer.subarray(0, bytesRead));
        bytes += bytesRead;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

const bufferBytes = 1 << 20;

async function writeTemporary(
  temporary: string,
  path: string,
  pieces: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
  signal: AbortSignal | undefined,
): Promise<Result<WrittenFile>> {
  const hash = createHash('sha256');
  let bytes = 0;
  let file: FileHandle;
  try {
    file = await open(temporary, 'wx');
  } catch (error) {
    return writeError(path, error);
  }
  try {
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    const flush = async (): Promise<Result<null>> => {
      const chunk = Buffer.concat(waiting);
      waiting = [];
      waitingBytes = 0;
      hash.update(chunk);
      bytes += chunk.length;
      try {
        await file.writeFile(chunk);
        return succeed(null);
      } catch (error) {
        return writeError(path, error);
      }
    };
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      const part = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      waiting.push(part);
      waitingBytes += part.length;
      if (waitingBytes < bufferBytes) continue;
      const flushed = await flush();
      if (!flushed.ok) return flushed;
    }
    const flushed = await flush();
    if (!flushed.ok) return flushed;
    try {
      await file.sync();
    } catch (error) {
      return writeError(path, error);
    }
    return succeed({ path, bytes, sha256: hash.digest('hex') });
  } finally {
    await file.close();
  }
}

/** Makes the rename itself durable. Windows cannot open folders, and needs no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function writeError(path: string, error: unknown): { readonly ok: false; readonly error: Failure } {
  const failure = writeFailure(path, error);
  if (failure === undefined) throw error;
  return { ok: false, error: failure };
}
