import type { WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';

/** A row of a week for tests. */
export function testRow(id: string, changes: Partial<WeeklyRow> = {}): WeeklyRow {
  const count = { interactions: 3, of: 100, share: wilsonInterval(3, 100) };
  return {
    subject: { kind: 'mode', id },
    name: id,
    colour: null,
    status: 'open',
    severity: null,
    owner: null,
    state: 'growing',
    thisWeek: count,
    lastWeek: count,
    before: count,
    difference: null,
    trend: null,
    weeks: [],
    typical: [],
    borderline: [],
    decision: null,
    earlier: null,
    ...changes,
  };
}
