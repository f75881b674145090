import { fieldFromName } from '../filter/field-name.ts';
import { tokenizeQuery } from './query-token.ts';

/** What is being written at the caret of a query line. */
export interface CaretPlace {
  readonly kind: 'field' | 'value';
  /** The field that a value is written for; empty for a field or word. */
  readonly field: string;
  /** What stands there up to the caret, unquoted. */
  readonly typed: string;
  /** Offsets in the query of what a completion takes the place of, the end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Where the caret stands in a query: behind a field's operator at its value, else at the name of a field or a word. */
export function caretPlace(query: string, caret: number): CaretPlace {
  const token = tokenizeQuery(query).find(({ from, to }) => from <= caret && caret <= to);
  if (token === undefined) return { kind: 'field', field: '', typed: '', from: caret, to: caret };
  // Read again up to the caret, so that what stands behind it is replaced and does not count.
  const before = tokenizeQuery(query.slice(0, caret)).at(-1);
  const typed = before === undefined || before.to < caret ? '' : before.value;
  if (token.field !== null && caret >= token.valueFrom)
    return {
      kind: 'value',
      field: fieldFromName(token.field.trim()),
      typed,
      from: token.valueFrom,
      to: token.to,
    };
  const from = token.isNegated ? token.from + 1 : token.from;
  return { kind: 'field', field: '', typed, from: Math.min(from, caret), to: token.to };
}
