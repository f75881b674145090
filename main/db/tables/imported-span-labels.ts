import type { MappedSpan } from '../../../shared/domain/mapping/mapped-row.ts';
import { placeKey } from '../../../shared/domain/spans/span-place.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';
import { markChangesStale } from './stale-changes.ts';

export interface ImportedSpan {
  readonly interactionSeq: number;
  readonly annotatorSeq: number;
  readonly sourceSeq: number;
  readonly span: MappedSpan;
  /** Id of the failure mode that the span's category names. */
  readonly failureMode: string | null;
}

/** Adds an imported span label unless its annotator's label of this place was imported before. Returns whether it was added. */
export function insertImportedSpan(database: Database, imported: ImportedSpan): boolean {
  const { changes } = prepare(
    database,
    `INSERT INTO imported_span_labels (${columns}, source_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(...valuesOf(imported), imported.sourceSeq);
  return changes > 0;
}

/** The current state of a span label that nobody can have acted on yet, because its interaction has just arrived. */
export function insertFreshSpan(database: Database, imported: ImportedSpan): void {
  prepare(
    database,
    `INSERT INTO span_labels (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(...valuesOf(imported));
}

const columns =
  'interaction_seq, annotator_seq, place, start_unit, end_unit, quote, added, failure_mode, severity, note, category';

function valuesOf({ interactionSeq, annotatorSeq, span, failureMode }: ImportedSpan) {
  const { start, end, quote, added, severity, note, category } = span;
  const place = [placeKey(span), start, end, quote, added];
  return [interactionSeq, annotatorSeq, ...place, failureMode, severity, note, category];
}

interface SpanAddress {
  readonly interactionSeq: number;
  readonly annotatorSeq: number;
  readonly place: string;
}

/**
 * Deletes up to `limit` span labels that a source brought, with their current state where no act of a person replaced
 * it. Returns how many.
 */
export function deleteSpansOfSource(database: Database, sourceSeq: number, limit: number): number {
  const gone = rowsOf<SpanAddress>(
    database,
    `SELECT interaction_seq AS interactionSeq, annotator_seq AS annotatorSeq, place FROM imported_span_labels
     WHERE source_seq = ? LIMIT ?`,
  ).all(sourceSeq, limit);
  const key = 'WHERE interaction_seq = ? AND annotator_seq = ? AND place = ?';
  const deleteImported = prepare(database, `DELETE FROM imported_span_labels ${key}`);
  const deleteCurrent = prepare(database, `DELETE FROM span_labels ${key} AND event_id IS NULL`);
  for (const { interactionSeq, annotatorSeq, place } of gone) {
    deleteImported.run(interactionSeq, annotatorSeq, place);
    deleteCurrent.run(interactionSeq, annotatorSeq, place);
    markChangesStale(database, interactionSeq);
  }
  return gone.length;
}
