import type { Clause } from './filter.ts';

/** The clause that holds exactly where this one does not, in its simplest form: `model!=a`, `labelled=yes`. */
export function negateClause(clause: Clause): Clause {
  const { not, ...plain } = clause;
  if (not === true) return plain;
  const { field, operator, value } = clause;
  switch (field) {
    case 'labelled':
    case 'edited':
    case 'near_duplicate':
    case 'flagged':
      if (value === 'yes' || value === 'no') return { ...clause, value: value === 'yes' ? 'no' : 'yes' };
      break;
    case 'near_duplicate_of':
      break;
    default:
      if (operator === '=') return { ...clause, operator: '!=' };
      if (operator === '!=') return { ...clause, operator: '=' };
  }
  return { ...clause, not: true };
}
