import { createDisjointSets } from '../text/disjoint-sets.ts';
import type { LabelledRow } from './labelled-row.ts';

export interface Folds {
  readonly count: number;
  /** The fold of each row. */
  readonly foldOf: Uint8Array;
  readonly groups: number;
  /** What rows of one group have in common. */
  readonly by: 'session_and_user' | 'session' | 'interaction';
}

const foldCount = 5;
/** With fewer groups, or one that holds more of the rows, folds would be too unlike. */
const leastGroups = 2 * foldCount;
const greatestShare = 0.5;

type Grouped = Pick<LabelledRow, 'session' | 'user'>;

/**
 * Parts rows into folds of about equal size for cross-validation. Rows that share a session or a user are in one fold: a
 * person rates alike, and a model that saw some of their rows would look better than it is. Where that leaves too few groups,
 * sessions alone are kept together, else nothing is. The same rows give the same folds.
 */
export function foldRows(rows: readonly Grouped[]): Folds {
  for (const by of ['session_and_user', 'session'] as const) {
    const groups = groupsOf(
      rows,
      by === 'session' ? [({ session }) => session] : [({ session }) => session, ({ user }) => user],
    );
    const largest = groups.reduce((most, { length }) => Math.max(most, length), 0);
    if (groups.length >= leastGroups && largest <= greatestShare * rows.length)
      return foldsOf(rows.length, groups, by);
  }
  return foldsOf(
    rows.length,
    rows.map((_, place) => [place]),
    'interaction',
  );
}

function groupsOf(
  rows: readonly Grouped[],
  keys: readonly ((row: Grouped) => string | null)[],
): readonly number[][] {
  const sets = createDisjointSets(rows.length);
  for (const keyOf of keys) {
    const first = new Map<string, number>();
    for (const [place, row] of rows.entries()) {
      const key = keyOf(row);
      if (key === null) continue;
      const other = first.get(key);
      if (other === undefined) first.set(key, place);
      else sets.join(other, place);
    }
  }
  return [...Map.groupBy(rows.keys(), (place) => sets.find(place)).values()];
}

/** The largest groups first, each into the fold with the fewest rows. */
function foldsOf(rows: number, groups: readonly (readonly number[])[], by: Folds['by']): Folds {
  const foldOf = new Uint8Array(rows);
  const sizes = Array.from({ length: foldCount }, () => 0);
  for (const group of groups.toSorted((a, b) => b.length - a.length)) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] = (sizes[fold] ?? 0) + group.length;
    for (const place of group) foldOf[place] = fold;
  }
  return { count: foldCount, foldOf, groups: groups.length, by };
}
