import { z } from 'zod';
import { type Manifest, manifestSchema } from '../../../shared/contract/export-operations.ts';
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
  seq: z.int(),
  id: z.string(),
  createdAt: z.int(),
  path: z.string(),
  manifest: z.string().transform((text) => manifestSchema.parse(JSON.parse(text))),
  frozenAt: z.int().nullable(),
  recipeName: z.string().nullable(),
  recipeVersion: z.int().nullable(),
});
export type StoredSnapshot = z.infer<typeof snapshotRow>;

/** A recipe is the saved one where it says the same; of several, the one saved last before the export. */
const allSnapshots = `
SELECT s.seq, s.id, s.created_at AS createdAt, s.path, s.manifest, f.frozen_at AS frozenAt, r.name AS recipeName,
  r.version AS recipeVersion
FROM snapshots AS s
LEFT JOIN frozen_snapshots AS f ON f.snapshot_seq = s.seq
LEFT JOIN recipes AS r ON r.seq = (
  SELECT max(same.seq) FROM recipes AS same
  WHERE same.body = json_extract(s.manifest, '$.recipe') AND same.saved_at <= s.created_at
)
ORDER BY s.seq DESC`;

/** Newest first. */
export function readSnapshots(database: Database): StoredSnapshot[] {
  return z.array(snapshotRow).parse(prepare(database, allSnapshots).all());
}
