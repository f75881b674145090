import type { LoggedSignal } from '../../../shared/domain/signals/measured-row.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';

/** The version of the code that works out values; a new one works out all of them anew. */
export const signalValuesVersion = 1;
export const signalValuesName = 'signal-values';

/** An interaction without its texts, as values are worked out from. */
export interface InteractionToMeasure {
  readonly seq: number;
  readonly session: string | null;
  readonly user: string | null;
  readonly model: string | null;
  readonly promptVersionSeq: number | null;
  readonly createdAt: number | null;
  readonly edited: 0 | 1;
  readonly labelled: 0 | 1;
  readonly hasEdit: 0 | 1;
  readonly hter: number | null;
  readonly shareKept: number | null;
  readonly surface: string | number | null;
  readonly segment: string | number | null;
}

const columns = `i.seq, i.session, i.user, i.model, i.prompt_version_seq AS promptVersionSeq, i.created_at AS createdAt,
  i.edited, i.labelled, EXISTS (SELECT 1 FROM edits WHERE interaction_seq = i.seq) AS hasEdit,
  m.hter, m.share_kept AS shareKept,
  iif(@surface IS NULL, NULL, i.meta ->> @surface) AS surface,
  iif(@segment IS NULL, NULL, i.meta ->> @segment) AS segment`;

/** Exported for the test of their query plans. */
export const nextToMeasureSql = `SELECT ${columns} FROM interactions AS i
  LEFT JOIN edit_metrics AS m ON m.interaction_seq = i.seq WHERE i.seq > @after ORDER BY i.seq LIMIT @limit`;
export const someToMeasureSql = `SELECT ${columns} FROM json_each(@seqs) AS page
  CROSS JOIN interactions AS i ON i.seq = page.value LEFT JOIN edit_metrics AS m ON m.interaction_seq = i.seq
  ORDER BY i.seq`;

/** Paths in the metadata of what interactions are told apart by; null for none. */
export interface MetaPaths {
  readonly surface: string | null;
  readonly segment: string | null;
}

/** The next interactions behind a seq, in order. */
export function nextToMeasure(
  database: Database,
  paths: MetaPaths,
  after: number,
  limit: number,
): InteractionToMeasure[] {
  return rowsOf<InteractionToMeasure>(database, nextToMeasureSql).all({ ...paths, after, limit });
}

/** These interactions, as far as they are there. */
export function someToMeasure(
  database: Database,
  paths: MetaPaths,
  seqs: readonly number[],
): InteractionToMeasure[] {
  return rowsOf<InteractionToMeasure>(database, someToMeasureSql).all({
    ...paths,
    seqs: JSON.stringify(seqs),
  });
}

export interface StoredSignal extends LoggedSignal {
  readonly interactionSeq: number;
}

export const signalsToMeasureSql = `SELECT s.interaction_seq AS interactionSeq, s.kind, s.name, s.number, s.text, s.unit, s.at
  FROM json_each(?) AS page CROSS JOIN signals AS s INDEXED BY signals_by_interaction ON s.interaction_seq = page.value
  ORDER BY s.interaction_seq, s.at, s.seq`;

/** Signals of these interactions, of each in the order of time. */
export function signalsToMeasure(database: Database, seqs: readonly number[]): StoredSignal[] {
  return rowsOf<StoredSignal>(database, signalsToMeasureSql).all(JSON.stringify(seqs));
}

/** Values as they are stored. */
export interface StoredValues {
  readonly cellSeq: number;
  /** Object of ids and numbers. */
  readonly body: string;
  /** The same of values that are counted as others; null where none is. */
  readonly bins: string | null;
}

export function readValues(database: Database, seq: number): StoredValues | null {
  const sql = 'SELECT cell_seq AS cellSeq, body, bins FROM signal_values WHERE interaction_seq = ?';
  return rowsOf<StoredValues>(database, sql).get(seq) ?? null;
}

export function writeValues(
  database: Database,
  seq: number,
  { cellSeq, body, bins, quality }: StoredValues & { readonly quality: number | null },
): void {
  // An update, so that the trigger on deleted values has nothing to count.
  prepare(
    database,
    `INSERT INTO signal_values (interaction_seq, cell_seq, quality, body, bins) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET cell_seq = excluded.cell_seq, quality = excluded.quality, body = excluded.body,
       bins = excluded.bins`,
  ).run(seq, cellSeq, quality, body, bins);
}

export interface CellKey {
  readonly week: string;
  readonly surface: string;
  readonly model: string;
  readonly promptVersionSeq: number;
  readonly segment: string;
}

/** The seq of a cell, which is made where there is none. */
export function ensureCell(database: Database, key: CellKey): number {
  const parameters = [key.week, key.surface, key.model, key.promptVersionSeq, key.segment] as const;
  const found = valuesOf<number>(
    database,
    `SELECT seq FROM signal_cells
     WHERE week = ? AND surface = ? AND model = ? AND prompt_version_seq = ? AND segment = ?`,
  ).get(...parameters);
  if (found !== undefined) return found;
  const made = prepare(
    database,
    'INSERT INTO signal_cells (week, surface, model, prompt_version_seq, segment) VALUES (?, ?, ?, ?, ?)',
  ).run(...parameters);
  return Number(made.lastInsertRowid);
}

export function addToCell(database: Database, cellSeq: number, interactions: number): void {
  const sql = 'UPDATE signal_cells SET interactions = interactions + ? WHERE seq = ?';
  prepare(database, sql).run(interactions, cellSeq);
}

export interface CountChange {
  readonly cellSeq: number;
  readonly signal: string;
  readonly value: number;
  /** By how many it grows; negative where it gets less. */
  readonly by: number;
}

/** A count that comes to nothing is deleted. */
export function changeCount(database: Database, { cellSeq, signal, value, by }: CountChange): void {
  const left = prepare(
    database,
    `INSERT INTO signal_counts (cell_seq, signal, value, count) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count RETURNING count`,
  )
    .pluck()
    .get(cellSeq, signal, value, by);
  if (left === 0)
    prepare(database, 'DELETE FROM signal_counts WHERE cell_seq = ? AND signal = ? AND value = ?').run(
      cellSeq,
      signal,
      value,
    );
}

export function someStaleValues(database: Database, limit: number): number[] {
  return valuesOf<number>(
    database,
    'SELECT interaction_seq FROM stale_signal_values ORDER BY interaction_seq LIMIT ?',
  ).all(limit);
}

export function markValuesStale(database: Database, seq: number): void {
  prepare(
    database,
    `INSERT INTO stale_signal_values (interaction_seq)
     SELECT ? WHERE EXISTS (SELECT 1 FROM signal_values WHERE interaction_seq = ?) ON CONFLICT DO NOTHING`,
  ).run(seq, seq);
}

export function deleteStaleValues(database: Database, seqs: readonly number[]): void {
  prepare(
    database,
    'DELETE FROM stale_signal_values WHERE interaction_seq IN (SELECT value FROM json_each(?))',
  ).run(JSON.stringify(seqs));
}

/** Values of deleted interactions that are still counted. */
export interface RemovedValues extends StoredValues {
  readonly seq: number;
}

export function someRemovedValues(database: Database, limit: number): RemovedValues[] {
  return rowsOf<RemovedValues>(
    database,
    'SELECT seq, cell_seq AS cellSeq, body, bins FROM removed_signal_values ORDER BY seq LIMIT ?',
  ).all(limit);
}

export function deleteRemovedValues(database: Database, through: number): void {
  prepare(database, 'DELETE FROM removed_signal_values WHERE seq <= ?').run(through);
}

export function countStaleValues(database: Database): number {
  return numberOf(
    database,
    'SELECT (SELECT count(*) FROM stale_signal_values) + (SELECT count(*) FROM removed_signal_values)',
  );
}

/** Interactions whose values are worked out. */
export function countMeasured(database: Database): number {
  return numberOf(database, 'SELECT coalesce(sum(interactions), 0) FROM signal_cells');
}

/** Interactions of the project, by their narrowest index. */
export function countToMeasure(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM interactions INDEXED BY interactions_by_labelled');
}
