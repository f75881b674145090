import type { Simpson } from '../../../shared/contract/velocity-operations.ts';
import {
  type CellDimension,
  cellDimensions,
  dimensionNames,
  valueIn,
} from '../../../shared/domain/velocity/dimensions.ts';
import {
  type MixEffect,
  type MixStratum,
  simpsonGuard,
} from '../../../shared/domain/velocity/simpson-guard.ts';
import type { PartShares } from '../../../shared/domain/velocity/tally.ts';
import type { SignalCell } from '../../db/tables/signal-cells.ts';

/** Cells before and after: the first and the last half of the weeks that are over; with an odd number the middle is left out. */
export interface Halves {
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

export function halvesOf(cells: readonly SignalCell[], openWeek: string | null): Halves {
  const weeks = [...new Set(cells.map(({ week }) => week))]
    .filter((week) => week !== '' && week !== openWeek)
    .toSorted();
  const half = Math.floor(weeks.length / 2);
  return { first: new Set(weeks.slice(0, half)), last: new Set(weeks.slice(weeks.length - half)) };
}

/** Warnings that the mix of a dimension moves a share, or hides that it moves. */
export function guardShare(
  name: string,
  cells: readonly SignalCell[],
  shares: PartShares,
  halves: Halves,
): Simpson[] {
  return cellDimensions.flatMap((dimension) => {
    const found = simpsonGuard(strataOf(dimension, cells, shares, halves));
    return found === null ? [] : [{ dimension, ...found, message: messageOf(name, dimension, found) }];
  });
}

/** What counts of one value, before and after. */
interface Sums {
  first: { yes: number; n: number };
  last: { yes: number; n: number };
}

function strataOf(
  dimension: CellDimension,
  cells: readonly SignalCell[],
  { yes, known }: PartShares,
  { first, last }: Halves,
): MixStratum[] {
  const sums = new Map<string, Sums>();
  for (const [place, cell] of cells.entries()) {
    const side = first.has(cell.week) ? 'first' : last.has(cell.week) ? 'last' : null;
    const n = known[place] ?? 0;
    if (side === null || n === 0) continue;
    const value = valueIn(dimension, cell);
    const sum = sums.get(value) ?? { first: { yes: 0, n: 0 }, last: { yes: 0, n: 0 } };
    sum[side].n += n;
    sum[side].yes += yes[place] ?? 0;
    sums.set(value, sum);
  }
  return [...sums]
    .map(([value, { first: before, last: after }]) => ({ value, first: before, last: after }))
    .toSorted((one, other) => sizeOf(other) - sizeOf(one) || (one.value < other.value ? -1 : 1));
}

function sizeOf({ first, last }: MixStratum): number {
  return first.n + last.n;
}

function messageOf(name: string, dimension: CellDimension, { kind, crude, adjusted }: MixEffect): string {
  const [one, many] = dimensionNames[dimension];
  const changes = `${name}: ${moves(crude)} from the first to the last half of the weeks`;
  if (kind === 'reversed')
    return `${changes}, yet with the mix of ${many} held it ${moves(adjusted)}. The mix changed; look at each ${one}.`;
  if (kind === 'explained')
    return `${changes}, and with the mix of ${many} held it ${moves(adjusted)}: most of it is that the mix changed.`;
  return `${changes}, yet with the mix of ${many} held it ${moves(adjusted)}: the change of the mix hides it.`;
}

function moves(change: number): string {
  const points = (100 * Math.abs(change)).toFixed(1);
  if (points === '0.0') return 'stays the same';
  return `${change > 0 ? 'rises' : 'falls'} by ${points} points`;
}
