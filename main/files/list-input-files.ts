import { existsSync } from 'node:fs';
import { glob, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fail, succeed, type Result } from '../../shared/result/result.ts';
import { readFailure } from './file-error.ts';

/** What a path stands for: the file itself, or several files below `rootOfInput(path)`. */
export interface InputFiles {
  /** Relative paths in path order, with `/`; null where the path is one file. */
  readonly files: readonly string[] | null;
  /** Size on disk of all of them. */
  readonly bytes: number;
}

/** In a folder, only these are read; a pattern may name others. */
const dataFile = /\.(?:jsonl|ndjson|json|csv|tsv|parquet|db|db3|sqlite|sqlite3|kiln)(?:\.gz|\.zst)?$/i;
const maxFiles = 100_000;

/**
 * Finds the files that a path means: a file, a folder with all data files below it, or a pattern with `*`, `**`, `?`,
 * `[ab]` and `{a,b}`. Hidden files and node_modules are left out. FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export async function listInputFiles(path: string): Promise<Result<InputFiles>> {
  try {
    if (isPattern(path)) return await sized(path, await matching(path));
    const info = await stat(path);
    if (info.isFile()) return succeed({ files: null, bytes: info.size });
    if (!info.isDirectory())
      return fail('FILE_UNREADABLE', `${path} is neither a file nor a folder. Choose a file.`);
    return await sized(path, await below(path));
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

/** The folder that the listed paths are relative to: the folder itself, or the part of a pattern without wildcards. */
export function rootOfInput(path: string): string {
  return isPattern(path) ? splitPattern(path).root : path;
}

const wildcard = /[*?[\]{}]/;

/** A file may be called `a[1].jsonl`: what exists under its name is no pattern. */
function isPattern(path: string): boolean {
  return wildcard.test(path) && !existsSync(path);
}

function splitPattern(path: string): { readonly root: string; readonly pattern: string } {
  const parts = (sep === '\\' ? path.replaceAll('\\', '/') : path).split('/');
  const first = parts.findIndex((part) => wildcard.test(part));
  const folder = parts.slice(0, first).join('/');
  return { root: first === 0 ? '.' : `${folder}/`, pattern: parts.slice(first).join('/') };
}

async function matching(path: string): Promise<readonly string[]> {
  const { root, pattern } = splitPattern(path);
  const found: string[] = [];
  for await (const match of glob(pattern, { cwd: root })) {
    const file = match.replaceAll(sep, '/');
    const isLeftOut = file.split('/').some((part) => isSkipped(part) && part !== '..');
    if (!isLeftOut && (await isFile(join(root, file)))) found.push(file);
    if (found.length > maxFiles) break;
  }
  return found;
}

async function below(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  // Links may lead back up; each real folder is entered once.
  const entered = new Set<string>([await realpath(root)]);
  const enter = async (folder: string): Promise<void> => {
    for (const name of await readdir(join(root, folder))) {
      if (found.length > maxFiles) return;
      if (isSkipped(name)) continue;
      const file = folder === '' ? name : `${folder}/${name}`;
      const info = await stat(join(root, file)).catch(() => undefined);
      if (info?.isFile() === true && dataFile.test(name)) found.push(file);
      if (info?.isDirectory() !== true) continue;
      const real = await realpath(join(root, file));
      if (entered.has(real)) continue;
      entered.add(real);
      // A folder that may not be opened is listed like a file, so that its reading says so.
      await enter(file).catch(() => found.push(file));
    }
  };
  await enter('');
  return found;
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

async function isFile(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() ?? false;
}

async function sized(path: string, found: readonly string[]): Promise<Result<InputFiles>> {
  if (found.length === 0) {
    return isPattern(path)
      ? fail('FILE_NOT_FOUND', `No file matches ${path}. Check the pattern and the folder.`)
      : fail(
          'FILE_NOT_FOUND',
          `There are no data files in ${basename(path)}. For files with other endings, use a pattern such as ${join(path, '*')}.`,
        );
  }
  if (found.length > maxFiles)
    return fail('FILE_UNREADABLE', `${path} holds more than ${maxFiles} files. Choose a part of them.`);
  const root = rootOfInput(path);
  let bytes = 0;
  for (const file of found) bytes += (await stat(join(root, file)).catch(() => undefined))?.size ?? 0;
  // By code units, so that the order is the same on every machine.
  return succeed({ files: found.toSorted((a, b) => (a < b ? -1 : 1)), bytes });
}
