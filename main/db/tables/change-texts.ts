import type { ChangeText } from '../../../shared/domain/clusters/change-features.ts';
import { changeTextAt, wholeOutputText } from '../../../shared/domain/clusters/change-text-at.ts';
import { rowsOf, valuesOf } from '../query.ts';
import type { Database } from '../database.ts';

/** A change with the units that it has in output and edit. */
export interface ChangeUnits {
  readonly seq: number;
  readonly interactionSeq: number;
  readonly kind: 'change' | 'output';
  readonly editSeq: number | null;
  readonly place: string;
  readonly start: number;
  readonly end: number;
  readonly startAdded: number;
  readonly endAdded: number;
}

/** Columns of `changes AS c` that make a `ChangeUnits`. */
export const unitColumns = `c.seq, c.interaction_seq AS interactionSeq, c.kind, c.edit_seq AS editSeq, c.place,
  c.start_unit AS start, c.end_unit AS "end", c.start_added AS startAdded, c.end_added AS endAdded`;

/** The next changes behind a seq, in order. */
export function changesAfter(database: Database, seq: number, limit: number): ChangeUnits[] {
  return rowsOf<ChangeUnits>(
    database,
    `SELECT ${unitColumns} FROM changes AS c WHERE c.seq > ? ORDER BY c.seq LIMIT ?`,
  ).all(seq, limit);
}

export function changeUnits(database: Database, seq: number): ChangeUnits | null {
  const sql = `SELECT ${unitColumns} FROM changes AS c WHERE c.seq = ?`;
  return rowsOf<ChangeUnits>(database, sql).get(seq) ?? null;
}

/** Of a comment. */
const longest = 2000;

/** Reads the texts of changes; those of one interaction one after the other are read from its texts once. */
export function createTextReader(database: Database): (change: ChangeUnits) => ChangeText {
  let last = { interactionSeq: -1, output: '' };
  let lastEdit = { editSeq: -1, text: '' };
  const outputOf = (interactionSeq: number): string => {
    if (last.interactionSeq !== interactionSeq) {
      const sql = 'SELECT output FROM interactions WHERE seq = ?';
      last = { interactionSeq, output: valuesOf<string>(database, sql).get(interactionSeq) ?? '' };
    }
    return last.output;
  };
  const editOf = (editSeq: number): string => {
    if (lastEdit.editSeq !== editSeq) {
      const sql = 'SELECT text FROM edits WHERE seq = ?';
      lastEdit = { editSeq, text: valuesOf<string>(database, sql).get(editSeq) ?? '' };
    }
    return lastEdit.text;
  };
  return (change) => {
    const { interactionSeq, editSeq, place, start, end, startAdded, endAdded } = change;
    const output = outputOf(interactionSeq);
    if (change.kind === 'output') return wholeOutputText(output, commentsOf(database, interactionSeq));
    const added =
      editSeq === null
        ? labelledText(database, interactionSeq, place)
        : editOf(editSeq).slice(startAdded, endAdded);
    return changeTextAt(output, start, end, added);
  };
}

function labelledText(database: Database, interactionSeq: number, place: string): string {
  const sql = 'SELECT added FROM span_labels WHERE interaction_seq = ? AND place = ? LIMIT 1';
  return valuesOf<string>(database, sql).get(interactionSeq, place) ?? '';
}

function commentsOf(database: Database, interactionSeq: number): string[] {
  const sql = `SELECT substr(text, 1, ${longest}) FROM signals
    WHERE interaction_seq = ? AND name = 'comment' AND trim(text) <> '' ORDER BY seq`;
  return valuesOf<string>(database, sql).all(interactionSeq);
}

/** What annotators noted on a change. */
export function notesOf(database: Database, interactionSeq: number, place: string): string[] {
  const sql = `SELECT note FROM span_labels
    WHERE interaction_seq = ? AND place = ? AND note IS NOT NULL ORDER BY annotator_seq`;
  return valuesOf<string>(database, sql).all(interactionSeq, place);
}
