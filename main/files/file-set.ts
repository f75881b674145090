import { createHash, type Hash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from '../../shared/result/result.ts';
import { writeFailure } from './file-error.ts';
import { createScratch, type Scratch } from './scratch.ts';

/** One file being written under a temporary name. */
export interface SetFile {
  /** Adds text or bytes; text reaches the disk in large pieces. */
  readonly write: (piece: string | Uint8Array) => void;
}

export interface WrittenSetFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface FileSet {
  /** Begins a file that will have this path once the set is committed. */
  readonly add: (path: string) => SetFile;
  /** Makes a folder that is not there yet, with those around it; it goes again where the set is not committed. */
  readonly folder: (path: string) => void;
  /** A place beside `path` for lines that wait; it goes with the set, whether that is committed or not. */
  readonly scratch: (path: string) => Scratch;
  /** Size and hash of what was written so far, for a file that describes the others. */
  readonly describe: () => readonly WrittenSetFile[];
  /**
   * Flushes every file to disk and gives all of them their names; `remove` lists files that go at the same time.
   * Where one cannot be renamed, those before it are put back as they were.
   */
  readonly commit: (remove: readonly string[]) => void;
  /** Leaves nothing behind; after a commit it does nothing. */
  readonly discard: () => void;
}

/**
 * Runs `work` with a set of files that appear all together or not at all. Fails with DISK_FULL or FILE_NOT_WRITABLE;
 * whatever else `work` throws is passed on. Writes synchronously: for job threads.
 */
export async function withFileSet<T>(
  path: string,
  work: (files: FileSet) => Promise<Result<T>>,
): Promise<Result<T>> {
  const files = createFileSet();
  try {
    return await work(files);
  } catch (error) {
    const failure = writeFailure(path, error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  } finally {
    files.discard();
  }
}

interface OpenFile {
  readonly path: string;
  readonly temporary: string;
  readonly descriptor: number;
  readonly hash: Hash;
  bytes: number;
  /** What was not written to the disk yet. */
  readonly waiting: Buffer;
  waitingBytes: number;
}

/** Small enough to stay in the processor's cache until it is hashed and written. */
const pieceBytes = 1 << 17;

function createFileSet(): FileSet {
  const suffix = randomBytes(6).toString('hex');
  let open: OpenFile[] = [];
  const scratches: Scratch[] = [];
  let folders: string[] = [];
  return {
    add: (path) => {
      const temporary = `${path}.${suffix}.tmp`;
      const file: OpenFile = {
        path,
        temporary,
        descriptor: openSync(temporary, 'wx'),
        hash: createHash('sha256'),
        bytes: 0,
        waiting: Buffer.allocUnsafeSlow(pieceBytes),
        waitingBytes: 0,
      };
      open.push(file);
      return {
        write: (piece) => (typeof piece === 'string' ? addText(file, piece) : addBytes(file, piece)),
      };
    },
    folder: (path) => {
      const missing: string[] = [];
      for (let at = path; !existsSync(at); at = dirname(at)) missing.push(at);
      mkdirSync(path, { recursive: true });
      folders.push(...missing);
    },
    scratch: (path) => {
      const scratch = createScratch(`${path}.${suffix}.rows`);
      scratches.push(scratch);
      return scratch;
    },
    describe: () =>
      open.map((file) => {
        writePiece(file);
        return { path: file.path, bytes: file.bytes, sha256: file.hash.copy().digest('hex') };
      }),
    commit: (remove) => {
      for (const file of open) {
        writePiece(file);
        fsyncSync(file.descriptor);
        closeSync(file.descriptor);
      }
      const closed = open;
      open = [];
      try {
        exchange(closed, remove, suffix);
      } finally {
        for (const { temporary } of closed) rmSync(temporary, { force: true });
      }
      for (const made of folders) flushFolder(dirname(made));
      folders = [];
    },
    discard: () => {
      for (const scratch of scratches.splice(0)) scratch.remove();
      for (const { descriptor, temporary } of open) {
        closeSync(descriptor);
        rmSync(temporary, { force: true });
      }
      open = [];
      for (const made of folders) removeEmpty(made);
      folders = [];
    },
  };
}

/** Others may have put something into it meanwhile. */
function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

function addText(file: OpenFile, text: string): void {
  // A UTF-16 unit takes at most three bytes.
  const mostBytes = text.length * 3;
  if (mostBytes > pieceBytes) return addBytes(file, Buffer.from(text, 'utf8'));
  if (file.waitingBytes + mostBytes > pieceBytes) writePiece(file);
  file.waitingBytes += file.waiting.write(text, file.waitingBytes, 'utf8');
}

function addBytes(file: OpenFile, bytes: Uint8Array): void {
  writePiece(file);
  writeBytes(file, bytes);
}

function writePiece(file: OpenFile): void {
  writeBytes(file, file.waiting.subarray(0, file.waitingBytes));
  file.waitingBytes = 0;
}

function writeBytes(file: OpenFile, piece: Uint8Array): void {
  if (piece.length === 0) return;
  file.hash.update(piece);
  for (let written = 0; written < piece.length;) written += writeSync(file.descriptor, piece, written);
  file.bytes += piece.length;
}

/** Puts the new files in place of the old ones, or, where that fails, the old ones back. */
function exchange(files: readonly OpenFile[], remove: readonly string[], suffix: string): void {
  const asides: { readonly path: string; readonly aside: string }[] = [];
  const placed: string[] = [];
  const setAside = (path: string, move: (from: string, to: string) => void): void => {
    if (!existsSync(path)) return;
    const aside = `${path}.${suffix}.old`;
    move(path, aside);
    asides.push({ path, aside });
  };
  try {
    for (const { path, temporary } of files) {
      setAside(path, linkOrRename);
      renameSync(temporary, path);
      placed.push(path);
    }
    for (const path of remove) setAside(path, renameSync);
  } catch (error) {
    for (const path of placed) rmSync(path, { force: true });
    for (const { path, aside } of asides) renameSync(aside, path);
    throw error;
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) flushFolder(folder);
  for (const { aside } of asides) rmSync(aside, { force: true });
}

/** A second name keeps the old file under its own until the new one replaces it; not every file system has them. */
function linkOrRename(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    renameSync(from, to);
  }
}

/** Makes the renames durable. Windows cannot open folders, and needs no such call. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
