import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, succeed, type Result } from '../../shared/result/result.ts';

/** Files that were dropped into a browser window. A browser gives no path, so their bytes come over HTTP. */
export interface Uploads {
  /** Streams the body to a file named like the original. */
  receive(request: IncomingMessage, name: string): Promise<Result<{ path: string }>>;
  /** Removes everything that was received. */
  remove(): Promise<void>;
}

export interface UploadLimits {
  /** Largest file, bytes. */
  readonly maxBytes: number;
  /** Free disk space that is left alone, bytes. */
  readonly keepFree: number;
}

const gigabyte = 1024 ** 3;

export function createUploads(
  limits: UploadLimits = { maxBytes: 64 * gigabyte, keepFree: gigabyte },
): Uploads {
  let folder: Promise<string> | null = null;
  return {
    async receive(request, name) {
      // Made on the first upload, readable by this user only (mkdtemp's mode is 0700).
      folder ??= mkdtemp(join(tmpdir(), 'flywheel-upload-'));
      const base = await folder;
      const disk = await statfs(base);
      const allowed = Math.min(limits.maxBytes, disk.bavail * disk.bsize - limits.keepFree);
      if (Number(request.headers['content-length'] ?? 0) > allowed) return tooLarge();
      // One folder per file keeps its own name, which becomes the source's name.
      const own = join(base, randomUUID());
      await mkdir(own);
      const path = join(own, safeName(name));
      try {
        await pipeline(request, limitBytes(allowed), createWriteStream(path, { flags: 'wx' }));
        return succeed({ path });
      } catch (error) {
        await rm(own, { recursive: true, force: true });
        if (error instanceof TooLargeError || isNoSpace(error)) return tooLarge();
        return fail(
          'FILE_UNREADABLE',
          'The file did not arrive completely. Drop it again, or open it with the file dialog.',
        );
      }
    },
    async remove() {
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}

/** The last part of a name without anything that a file system could take for more than a name. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  const clean = last.replace(/[\u0000-\u001f<>:"|?*]/g, '_').replace(/^\.+/, '');
  return clean.slice(-150) || 'file';
}

class TooLargeError extends Error {}

function limitBytes(allowed: number): Transform {
  let received = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > allowed) done(new TooLargeError());
      else done(null, chunk);
    },
  });
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

function tooLarge(): Result<never> {
  return fail(
    'DISK_FULL',
    'There is not enough free disk space for a copy of this file. Open it with the file dialog, which needs no copy.',
  );
}
