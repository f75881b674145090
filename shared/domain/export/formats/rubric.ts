import type { RowMode } from '../export-row.ts';

/** What a model that grades answers is told of a failure mode. */
export function rubricOf({ name, definition }: RowMode): string {
  return `The answer does not have this failure: ${name}. ${definition}`.trim().toWellFormed();
}
