import { isMeasured } from '../../../shared/domain/signals/is-measured.ts';
import { isQuiet } from '../../../shared/domain/signals/is-quiet.ts';
import type { Database } from '../../db/database.ts';
import type { CheckOutcome } from '../../db/integrity.ts';
import {
  countedBodies,
  type CountedCell,
  countedCells,
  type KeptCount,
  keptCounts,
  keptCoverage,
  keptWeeks,
} from '../../db/tables/signal-count-checks.ts';
import { countedValues } from '../signals/count-changes.ts';
import { outcome } from './check-folds.ts';

type Tally = Map<string, number>;

/**
 * What is counted of signals is what the values of interactions say. Holds the counts of one cell at a time, and the sums by
 * week and group.
 */
export function checkSignalCounts(database: Database): CheckOutcome {
  const cells = new Map(countedCells(database).map((cell) => [cell.seq, cell]));
  const [weeks, groups]: [Tally, Tally] = [new Map(), new Map()];
  let [looked, wrong] = [0, 0];
  let cellSeq: number | null = null;
  let ofCell: Tally = new Map();
  let interactions = 0;
  const endCell = (): void => {
    const cell = cellSeq === null ? undefined : cells.get(cellSeq);
    if (cell === undefined) return;
    if (cell.interactions !== interactions) wrong++;
    wrong += differences(keptCounts(database, cell.seq), ofCell);
    cells.delete(cell.seq);
  };
  for (const { cellSeq: seq, body, bins } of countedBodies(database)) {
    if (seq !== cellSeq) {
      endCell();
      [cellSeq, ofCell, interactions] = [seq, new Map<string, number>(), 0];
    }
    looked++;
    interactions++;
    const cell = cells.get(seq);
    for (const [signal, value] of countedValues(body, bins)) {
      add(ofCell, [signal, value]);
      if (cell !== undefined) addToSums({ weeks, groups }, cell, signal, value);
    }
  }
  endCell();
  // Of what is left no interaction is there.
  for (const cell of cells.values())
    wrong += (cell.interactions === 0 ? 0 : 1) + keptCounts(database, cell.seq).length;
  wrong += differences(keptWeeks(database), weeks) + differences(keptCoverage(database), groups);
  return outcome(
    'signal_counts',
    looked,
    wrong,
    'counts of signals are not what the values of interactions say',
  );
}

function addToSums(
  { weeks, groups }: { readonly weeks: Tally; readonly groups: Tally },
  cell: CountedCell,
  signal: string,
  value: number,
): void {
  if (isMeasured(signal)) add(weeks, [cell.week, signal, value]);
  if (!isQuiet(signal, value)) add(groups, [JSON.parse(cell.group), signal]);
}

function add(tally: Tally, parts: readonly unknown[]): void {
  const key = keyOf(parts);
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function differences(kept: readonly KeptCount[], counted: ReadonlyMap<string, number>): number {
  const stored = new Map(kept.map(({ key, count }) => [keyOf(JSON.parse(key)), count]));
  const keys = new Set([...stored.keys(), ...counted.keys()]);
  return [...keys].filter((key) => (stored.get(key) ?? 0) !== (counted.get(key) ?? 0)).length;
}

/** SQLite and JavaScript write numbers differently, 1.0 and 1. */
function keyOf(parts: unknown): string {
  return JSON.stringify(parts);
}
