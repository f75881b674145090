import { z } from 'zod';
import { labelValueSchema } from '../../../shared/domain/schema/label-schema.ts';
import type { MappedLabel } from '../../../shared/domain/mapping/mapped-row.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';

export interface ImportedLabel {
  readonly interactionSeq: number;
  readonly annotatorSeq: number;
  readonly sourceSeq: number;
  readonly label: MappedLabel;
}

/**
 * Adds an imported label unless its annotator's answer to the question was imported before: the first import stands,
 * so that undoing a later one changes nothing of an earlier one. Returns whether it was added.
 */
export function insertImportedLabel(
  database: Database,
  { interactionSeq, annotatorSeq, sourceSeq, label }: ImportedLabel,
): boolean {
  const { changes } = prepare(
    database,
    `INSERT INTO imported_labels (interaction_seq, annotator_seq, question, value, source_seq) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(interactionSeq, annotatorSeq, label.question, JSON.stringify(label.value), sourceSeq);
  return changes > 0;
}

/** The current state of a label that nobody can have acted on yet, because its interaction has just arrived. */
export function insertFreshLabel(
  database: Database,
  { interactionSeq, annotatorSeq, label }: ImportedLabel,
): void {
  prepare(
    database,
    'INSERT INTO labels (interaction_seq, annotator_seq, question, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(interactionSeq, annotatorSeq, label.question, JSON.stringify(label.value));
}

const importedLabelRow = z.object({
  annotatorId: z.string(),
  question: z.string(),
  value: z.string().transform((text) => labelValueSchema.parse(JSON.parse(text))),
});

/** What imports say of one interaction, whatever people did with it since. */
export function importedLabelsOf(
  database: Database,
  interactionSeq: number,
): z.infer<typeof importedLabelRow>[] {
  return z.array(importedLabelRow).parse(
    prepare(
      database,
      `SELECT a.id AS annotatorId, l.question, l.value FROM imported_labels AS l
       JOIN annotators AS a ON a.seq = l.annotator_seq WHERE l.interaction_seq = ?`,
    ).all(interactionSeq),
  );
}

interface LabelPlace {
  readonly interactionSeq: number;
  readonly annotatorSeq: number;
  readonly question: string;
}

/**
 * Deletes up to `limit` labels that a source brought, with their current state where no act of a person replaced it.
 * Returns the interactions they belonged to.
 */
export function deleteLabelsOfSource(database: Database, sourceSeq: number, limit: number): number[] {
  const gone = rowsOf<LabelPlace>(
    database,
    `SELECT interaction_seq AS interactionSeq, annotator_seq AS annotatorSeq, question FROM imported_labels
     WHERE source_seq = ? LIMIT ?`,
  ).all(sourceSeq, limit);
  const key = 'WHERE interaction_seq = ? AND annotator_seq = ? AND question = ?';
  const deleteImported = prepare(database, `DELETE FROM imported_labels ${key}`);
  const deleteCurrent = prepare(database, `DELETE FROM labels ${key} AND event_id IS NULL`);
  for (const { interactionSeq, annotatorSeq, question } of gone) {
    deleteImported.run(interactionSeq, annotatorSeq, question);
    deleteCurrent.run(interactionSeq, annotatorSeq, question);
  }
  return gone.map(({ interactionSeq }) => interactionSeq);
}

/** Deletes raters that only imports named and that nothing refers to any more. */
export function deleteUnusedRaters(database: Database): void {
  const refers = ['labels', 'imported_labels', 'span_labels', 'imported_span_labels', 'edits'].map(
    (table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE annotator_seq = annotators.seq)`,
  );
  prepare(
    database,
    `DELETE FROM annotators WHERE kind = 'imported' AND ${refers.join(' AND ')}
     AND NOT EXISTS (SELECT 1 FROM events WHERE actor_seq = annotators.seq)`,
  ).run();
}
