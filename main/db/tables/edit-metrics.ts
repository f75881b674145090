import { editRates } from '../../../shared/domain/metrics/edit-rates.ts';
import { type Database, prepare } from '../database.ts';
import { numberOf, rowsOf, valuesOf } from '../query.ts';
import { derivedThrough, setDerivedThrough } from './derived.ts';

/**
 * Measures of the edit that an interaction shows, the last one made in the app, else the last imported one. A job behind
 * the import measures in seq order, as it builds the search index; rows behind the point it has reached are left to it.
 */
export const editMetricsVersion = 1;

/** Every interaction up to this seq is measured, by this version of the code. */
export function measuredThrough(database: Database): number {
  return derivedThrough(database, { name: 'edit-metrics', version: editMetricsVersion });
}

export function setMeasuredThrough(database: Database, seq: number): void {
  setDerivedThrough(database, { name: 'edit-metrics', version: editMetricsVersion }, seq);
}

/** The next interactions behind a seq that have edits, in order. */
export function nextEdited(database: Database, after: number, limit: number): number[] {
  return valuesOf<number>(database, nextEditedSql).all(after, limit);
}

/** Deletes up to `limit` measures and returns how many it were. */
export function deleteEditMetrics(database: Database, limit: number): number {
  return prepare(
    database,
    'DELETE FROM edit_metrics WHERE interaction_seq IN (SELECT interaction_seq FROM edit_metrics LIMIT ?)',
  ).run(limit).changes;
}

/** An edit beside the output that it is of, with what decides which edit of an interaction is shown. */
interface EditedPair {
  readonly seq: number;
  readonly output: string;
  readonly edit: string;
  readonly isApp: 0 | 1;
  readonly editedAt: number | null;
  readonly id: string;
}

/** What is stored of the edit that an interaction shows. */
export interface EditMeasure {
  readonly seq: number;
  readonly hter: number | null;
  readonly shareKept: number | null;
  readonly lengthChange: number;
  readonly wordsChanged: number;
}

/** Measures what interactions behind one seq up to another show. */
export function* measureEdits(database: Database, after: number, through: number): Generator<EditMeasure> {
  let shown: EditedPair | null = null;
  for (const pair of rowsOf<EditedPair>(database, editedPairsSql).all(after, through)) {
    if (shown !== null && shown.seq !== pair.seq) yield measureOf(shown);
    if (shown === null || shown.seq !== pair.seq || isShownBefore(pair, shown)) shown = pair;
  }
  if (shown !== null) yield measureOf(shown);
}

/** Compares as `editOrder` does; of edits that are equal in it, the one that was stored later is shown. */
function isShownBefore(one: EditedPair, other: EditedPair): boolean {
  if (one.isApp !== other.isApp) return one.isApp === 1;
  if (one.editedAt !== other.editedAt) return (one.editedAt ?? -Infinity) > (other.editedAt ?? -Infinity);
  return one.isApp === 0 || one.id > other.id;
}

function measureOf({ seq, output, edit }: EditedPair): EditMeasure {
  const { wordEditRate, shareKept, lengthChange, wordEdits } = editRates(output, edit);
  return { seq, hter: wordEditRate, shareKept, lengthChange, wordsChanged: wordEdits };
}

/**
 * Stores a measure that was taken a while ago: not in place of one that is there, which is newer, and not where the
 * edits are gone meanwhile.
 */
export function addMeasure(database: Database, { seq, ...measure }: EditMeasure): void {
  prepare(
    database,
    `INSERT INTO edit_metrics (interaction_seq, hter, share_kept, length_change, words_changed)
     SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM edits WHERE interaction_seq = ?) ON CONFLICT DO NOTHING`,
  ).run(seq, measure.hter, measure.shareKept, measure.lengthChange, measure.wordsChanged, seq);
}

/**
 * Measures an interaction's edit as it is now. Call it wherever an edit comes or goes, also behind the point that the
 * job has reached: what it measured before would be stored after.
 */
export function refreshEditMetrics(database: Database, interactionSeq: number): void {
  prepare(database, 'DELETE FROM edit_metrics WHERE interaction_seq = ?').run(interactionSeq);
  for (const measure of measureEdits(database, interactionSeq - 1, interactionSeq))
    addMeasure(database, measure);
}

/** How many measures there are, and how many are missing or left over. */
export function countEditMetrics(database: Database): { readonly looked: number; readonly wrong: number } {
  const wrong = numberOf(
    database,
    `SELECT
       (SELECT count(DISTINCT interaction_seq) FROM edits AS e WHERE interaction_seq <= ?
        AND NOT EXISTS (SELECT 1 FROM edit_metrics WHERE interaction_seq = e.interaction_seq))
     + (SELECT count(*) FROM edit_metrics AS m
        WHERE NOT EXISTS (SELECT 1 FROM edits WHERE interaction_seq = m.interaction_seq))`,
    measuredThrough(database),
  );
  return { looked: numberOf(database, 'SELECT count(*) FROM edit_metrics'), wrong };
}

/** Exported for the test of their query plans. */
export const nextEditedSql = `SELECT DISTINCT interaction_seq FROM edits INDEXED BY edits_by_interaction
  WHERE interaction_seq > ? ORDER BY interaction_seq LIMIT ?`;
export const editedPairsSql = `SELECT e.interaction_seq AS seq, i.output, e.text AS edit, e.origin = 'app' AS isApp,
    e.edited_at AS editedAt, e.id
  FROM edits AS e INDEXED BY edits_by_interaction CROSS JOIN interactions AS i ON i.seq = e.interaction_seq
  WHERE e.interaction_seq > ? AND e.interaction_seq <= ? ORDER BY e.interaction_seq, e.seq`;
