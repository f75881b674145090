import type { Clause } from '../../shared/domain/filter/filter.ts';
import type { SetCondition } from './filter-to-sql.ts';
import { sql } from './sql.ts';

/** The columns behind the fields about the edit that is shown; each has an index. */
const columns = new Map<Clause['field'], string>([
  ['edit.hter', 'hter'],
  ['edit.share_kept', 'share_kept'],
  ['edit.length_change', 'length_change'],
]);

/** A condition on a measure of the edit that is shown; null where the field is none. */
export function editCondition({ field, operator, value }: Clause): Omit<SetCondition, 'negated'> | null {
  const column = columns.get(field);
  if (column === undefined) return null;
  const comparison = operator === '!=' || operator === '~' ? '=' : operator;
  const condition =
    value === '' ? sql(`${column} IS NOT NULL`) : sql(`${column} ${comparison} ?`, Number(value));
  return {
    set: {
      text: `SELECT interaction_seq AS seq FROM edit_metrics INDEXED BY edit_metrics_by_${column} WHERE ${condition.text}`,
      parameters: condition.parameters,
    },
    test: {
      text: `EXISTS (SELECT 1 FROM edit_metrics WHERE interaction_seq = i.seq AND +${condition.text})`,
      parameters: condition.parameters,
    },
  };
}

/** Somebody flagged it for the lead, and nobody has settled that. */
export const flaggedCondition: Omit<SetCondition, 'negated'> = {
  set: sql('SELECT interaction_seq AS seq FROM flags INDEXED BY flags_open WHERE resolution IS NULL'),
  test: sql('EXISTS (SELECT 1 FROM flags WHERE interaction_seq = i.seq AND resolution IS NULL)'),
};
