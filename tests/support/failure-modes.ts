import { createId } from '../../main/db/create-id.ts';
import { type Database, prepare } from '../../main/db/database.ts';

/** Rows of failure modes, clusters and changes as the engine would derive them, for what only reads them. */
export function addMode(
  database: Database,
  id: string,
  name: string,
  { mergedInto = null }: { readonly mergedInto?: string | null } = {},
): number {
  const { lastInsertRowid } = prepare(
    database,
    'INSERT INTO failure_modes (id, name, created_at, merged_into) VALUES (?, ?, 0, ?)',
  ).run(id, name, mergedInto);
  return Number(lastInsertRowid);
}

export function addRun(database: Database, state: 'current' | 'pending'): number {
  prepare(
    database,
    `INSERT OR IGNORE INTO vector_models (seq, id, version) VALUES (1, 'lexical', '1')`,
  ).run();
  const { lastInsertRowid } = prepare(
    database,
    `INSERT INTO cluster_runs (id, state, model_seq, settings, stats, model, created_at)
     VALUES (?, ?, 1, '{}', '{}', x'', 0)`,
  ).run(createId(), state);
  return Number(lastInsertRowid);
}

export function addCluster(database: Database, run: number, id: string, name: string): number {
  const { lastInsertRowid } = prepare(
    database,
    `INSERT INTO clusters (run_seq, id, name, colour, terms, created_at) VALUES (?, ?, ?, 0, '{}', 0)`,
  ).run(run, id, name);
  return Number(lastInsertRowid);
}

export interface AddedChange {
  /** Its seq. */
  readonly interaction: number;
  readonly place: string;
  /** Seq of its failure mode. */
  readonly mode: number | null;
  /** Its cluster by run; null where it is in none of them. */
  readonly clusters: Readonly<Record<number, number | null>>;
}

export function addChange(database: Database, { interaction, place, mode, clusters }: AddedChange): number {
  const { lastInsertRowid } = prepare(
    database,
    `INSERT INTO changes (interaction_seq, kind, place, start_unit, end_unit, start_added, end_added, digest)
     VALUES (?, 'change', ?, 0, 0, 0, 0, 0)`,
  ).run(interaction, place);
  const change = Number(lastInsertRowid);
  for (const [run, cluster] of Object.entries(clusters)) {
    prepare(
      database,
      `INSERT INTO change_clusters (change_seq, run_seq, cluster_seq, similarity, interaction_seq) VALUES (?, ?, ?, 1, ?)`,
    ).run(change, Number(run), cluster, interaction);
  }
  if (mode !== null) {
    prepare(
      database,
      `INSERT INTO change_modes (change_seq, mode_seq, how, similarity, interaction_seq) VALUES (?, ?, 'person', 1, ?)`,
    ).run(change, mode, interaction);
  }
  return change;
}
