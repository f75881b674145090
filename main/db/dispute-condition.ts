import type { SetCondition } from './filter-to-sql.ts';
import { sql } from './sql.ts';

const tables = { disagreement: 'disagreements', resolved: 'resolutions' } as const;

/** Interactions on which annotators differ, or for which a resolution stands: in a question, or in any where it is empty. */
export function disputeCondition(
  field: keyof typeof tables,
  question: string,
): Omit<SetCondition, 'negated'> {
  const table = tables[field];
  if (question === '')
    return {
      set: sql(`SELECT interaction_seq AS seq FROM ${table}`),
      test: sql(`EXISTS (SELECT 1 FROM ${table} WHERE interaction_seq = i.seq)`),
    };
  return {
    set: sql(`SELECT interaction_seq AS seq FROM ${table} WHERE question = ?`, question),
    test: sql(`EXISTS (SELECT 1 FROM ${table} WHERE interaction_seq = i.seq AND question = ?)`, question),
  };
}
