import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Snapshot } from '../../../shared/contract/export-operations.ts';

/** A file that belongs to a snapshot. */
export interface SnapshotFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** All files whose hashes the manifest has, the lineage last. */
export function filesOf({ path, manifest }: Pick<Snapshot, 'path' | 'manifest'>): SnapshotFile[] {
  const { files, lineage } = manifest;
  const written = lineage === undefined ? files : [...files, lineage];
  return written.map(({ name, bytes, sha256 }) => ({ name, path: join(dirname(path), name), bytes, sha256 }));
}

/**
 * Names of the files that are not what was written, as far as that shows without reading them: those that are gone,
 * have another size, or were replaced by a later export. Give snapshots the newest first.
 */
export function createDamageCheck(): (snapshot: Snapshot) => string[] {
  const newest = new Map<string, string>();
  return (snapshot) =>
    filesOf(snapshot)
      .filter(({ path, bytes, sha256 }) => {
        const written = newest.get(path) ?? sha256;
        newest.set(path, written);
        return written !== sha256 || sizeOf(path) !== bytes;
      })
      .map(({ name }) => name);
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
