import type { Instant } from '../../../shared/domain/time/instant.ts';
import { createId } from '../create-id.ts';
import { type Database, prepare } from '../database.ts';
import { valuesOf } from '../query.ts';
import type { StoredText } from '../stored-text.ts';

export interface ImportedEdit {
  readonly interactionSeq: number;
  readonly sourceSeq: number;
  readonly annotatorSeq: number | null;
  readonly text: StoredText;
  readonly editedAt: Instant | null;
}

export function insertImportedEdit(database: Database, edit: ImportedEdit): void {
  prepare(
    database,
    `INSERT INTO edits (id, interaction_seq, annotator_seq, origin, source_seq, text, edited_at, edited_offset_minutes)
     VALUES (?, ?, ?, 'import', ?, CAST(? AS TEXT), ?, ?)`,
  ).run(
    createId(),
    edit.interactionSeq,
    edit.annotatorSeq,
    edit.sourceSeq,
    edit.text,
    edit.editedAt?.ms,
    edit.editedAt?.offsetMinutes,
  );
}

/** Whether an import brought this text by this person already. */
export function hasImportedEdit(
  database: Database,
  interactionSeq: number,
  annotatorSeq: number | null,
  text: StoredText,
): boolean {
  return prepare(database, hasImportedEditSql).get(interactionSeq, annotatorSeq, text) !== undefined;
}

/** Names its index, as `hasSignalSql` does and for the same reason. */
export const hasImportedEditSql = `SELECT 1 FROM edits INDEXED BY edits_by_interaction
  WHERE interaction_seq = ? AND origin = 'import' AND annotator_seq IS ? AND text = CAST(? AS TEXT)`;

/** Deletes up to `limit` edits that a source brought and returns the interactions they belonged to. */
export function deleteEditsOfSource(database: Database, sourceSeq: number, limit: number): number[] {
  return valuesOf<number>(
    database,
    'DELETE FROM edits WHERE seq IN (SELECT seq FROM edits WHERE source_seq = ? LIMIT ?) RETURNING interaction_seq',
  ).all(sourceSeq, limit);
}
