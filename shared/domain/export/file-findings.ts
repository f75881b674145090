import type { RejectReason } from '../mapping/mapped-row.ts';
import { rowError, type RowFinding, rowWarning } from './row-finding.ts';

/** A row of a file that cannot be read as an object, under the rule that stands for the reason. */
export function unreadableRow(reason: RejectReason, message: string): RowFinding {
  if (reason === 'invalid_json') return rowError('invalid_json', message);
  if (reason === 'not_an_object') return rowError('data_type', 'The line is not an object.');
  if (reason === 'contains_nul') return rowError('damaged_text', message);
  return reason === 'invalid_encoding'
    ? rowError('invalid_encoding', message)
    : rowError('unreadable_row', message);
}

/** What is wrong with how a file's text is written; trainers want UTF-8 without a mark. */
export function encodingFindings({
  encoding,
  bom,
}: {
  readonly encoding: string;
  readonly bom: boolean;
}): readonly RowFinding[] {
  if (encoding !== 'utf-8') return [rowError('invalid_encoding', `The file is ${encoding}, not UTF-8.`)];
  return bom
    ? [rowWarning('byte_order_mark', 'The file begins with a byte-order mark, which most trainers refuse.')]
    : [];
}
