import type { RejectReason } from '../../../shared/domain/mapping/mapped-row.ts';

/** Reasons in the words of the screen; the sentence beside them says what to repair. */
export const reasonNames: Readonly<Record<RejectReason, string>> = {
  invalid_json: 'Invalid JSON',
  not_an_object: 'Not an object',
  invalid_encoding: 'Invalid encoding',
  contains_nul: 'Contains NUL',
  row_too_large: 'Too large',
  malformed_csv: 'Malformed CSV',
  missing_output: 'No output',
  wrong_type: 'Wrong type',
  invalid_time: 'Invalid time',
  truncated_file: 'File cut off',
  unreadable_file: 'Unreadable file',
  adapter_failed: 'Not read by adapter',
  missing_id: 'No id',
  no_match: 'No such interaction',
  ambiguous_match: 'Several interactions',
};

export function reasonNameOf(reason: string): string {
  return Object.entries(reasonNames).find(([known]) => known === reason)?.[1] ?? reason;
}
