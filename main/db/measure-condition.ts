import type { Clause } from '../../shared/domain/filter/filter.ts';
import type { SetCondition } from './filter-to-sql.ts';
import { sql } from './sql.ts';

/** A table with one row for each interaction that has the measure, and an index "table_by_column". */
interface Measure {
  readonly table: string;
  readonly column: string;
}

/** The columns behind the quality score and the fields about the edit that is shown. */
const measures = new Map<Clause['field'], Measure>([
  ['quality', { table: 'signal_values', column: 'quality' }],
  ['edit.hter', { table: 'edit_metrics', column: 'hter' }],
  ['edit.share_kept', { table: 'edit_metrics', column: 'share_kept' }],
  ['edit.length_change', { table: 'edit_metrics', column: 'length_change' }],
]);

/** A condition on what is measured of an interaction; null where the field is none. */
export function measureCondition({ field, operator, value }: Clause): Omit<SetCondition, 'negated'> | null {
  const measure = measures.get(field);
  if (measure === undefined) return null;
  const { table, column } = measure;
  const comparison = operator === '!=' || operator === '~' ? '=' : operator;
  const condition =
    value === '' ? sql(`${column} IS NOT NULL`) : sql(`${column} ${comparison} ?`, Number(value));
  return {
    set: {
      text: `SELECT interaction_seq AS seq FROM ${table} INDEXED BY ${table}_by_${column} WHERE ${condition.text}`,
      parameters: condition.parameters,
    },
    test: {
      text: `EXISTS (SELECT 1 FROM ${table} WHERE interaction_seq = i.seq AND +${condition.text})`,
      parameters: condition.parameters,
    },
  };
}

/** Somebody flagged it for the lead, and nobody has settled that. */
export const flaggedCondition: Omit<SetCondition, 'negated'> = {
  set: sql('SELECT interaction_seq AS seq FROM flags INDEXED BY flags_open WHERE resolution IS NULL'),
  test: sql('EXISTS (SELECT 1 FROM flags WHERE interaction_seq = i.seq AND resolution IS NULL)'),
};
