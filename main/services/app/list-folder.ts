import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { FolderEntry } from '../../../shared/contract/app-operations.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { projectExtension } from '../../db/project-file.ts';

export interface FolderListing {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: FolderEntry[];
  readonly places: { name: string; path: string }[];
}

/**
 * A folder's visible content, folders first, by name. Without a path: the home folder; for a file: its folder.
 * FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export function listFolder(givenPath: string | undefined): Result<FolderListing> {
  const asked = resolve(givenPath ?? homedir());
  const found = statSync(asked, { throwIfNoEntry: false });
  if (!found) return fail('FILE_NOT_FOUND', `There is no folder ${asked}. Choose another place.`);
  const path = found.isDirectory() ? asked : dirname(asked);
  let children: Dirent[];
  try {
    children = readdirSync(path, { withFileTypes: true });
  } catch {
    return fail('FILE_UNREADABLE', `${path} cannot be read. Check its permissions, or choose another place.`);
  }
  const entries = children
    .filter((child) => !child.name.startsWith('.'))
    .map((child) => toEntry(path, child))
    .filter((entry) => entry !== null)
    .toSorted(byKindAndName);
  const parent = dirname(path);
  return succeed({ path, parent: parent === path ? null : parent, entries, places: places() });
}

const dataFile = /\.((jsonl|ndjson|json|csv|tsv)(\.(gz|zst))?|parquet|db3?|sqlite3?)$/i;

function toEntry(folder: string, child: Dirent): FolderEntry | null {
  const path = join(folder, child.name);
  try {
    // Follows links; one that leads nowhere is left out.
    const stat = statSync(path);
    const isFolder = stat.isDirectory();
    if (!isFolder && !stat.isFile()) return null;
    return {
      name: child.name,
      path,
      kind: isFolder ? 'folder' : kindOf(child.name),
      bytes: isFolder ? null : stat.size,
      modifiedAt: Math.round(stat.mtimeMs),
    };
  } catch {
    return null;
  }
}

function kindOf(name: string): FolderEntry['kind'] {
  if (name.endsWith(projectExtension)) return 'project';
  return dataFile.test(name) ? 'data' : 'other';
}

function byKindAndName(a: FolderEntry, b: FolderEntry): number {
  const folderFirst = Number(b.kind === 'folder') - Number(a.kind === 'folder');
  return folderFirst || names.compare(a.name, b.name);
}

const names = new Intl.Collator('en', { numeric: true });

function places(): FolderListing['places'] {
  const home = homedir();
  const candidates = [
    { name: 'Home', path: home },
    ...['Desktop', 'Documents', 'Downloads'].map((name) => ({ name, path: join(home, name) })),
    { name: 'Whole computer', path: resolve('/') },
  ];
  return candidates.filter(({ path }) => existsSync(path));
}
