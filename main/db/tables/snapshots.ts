import { z } from 'zod';
import { type Manifest, manifestSchema, type Snapshot } from '../../../shared/contract/export-operations.ts';
import { createId } from '../create-id.ts';
import { type Database, prepare } from '../database.ts';

export function insertSnapshot(
  database: Database,
  snapshot: { readonly createdAt: number; readonly path: string; readonly manifest: Manifest },
): void {
  prepare(database, 'INSERT INTO snapshots (id, created_at, path, manifest) VALUES (?, ?, ?, ?)').run(
    createId(),
    snapshot.createdAt,
    snapshot.path,
    JSON.stringify(snapshot.manifest),
  );
}

const snapshotRow = z.object({
  id: z.string(),
  createdAt: z.int(),
  path: z.string(),
  manifest: z.string().transform((text) => manifestSchema.parse(JSON.parse(text))),
});

/** Newest first. */
export function listSnapshots(database: Database): Snapshot[] {
  return z
    .array(snapshotRow)
    .parse(
      prepare(
        database,
        'SELECT id, created_at AS createdAt, path, manifest FROM snapshots ORDER BY seq DESC',
      ).all(),
    );
}
