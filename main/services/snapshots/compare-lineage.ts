import { setImmediate } from 'node:timers/promises';
import type { SnapshotComparison, SnapshotDifference } from '../../../shared/contract/snapshot-operations.ts';
import type { LineageRow } from '../../../shared/domain/export/lineage.ts';
import { createLineageIndex, fingerprintOf, type IndexedRow } from './lineage-index.ts';
import { pagesOfRows } from './read-lineage.ts';

type Kind = SnapshotDifference['kind'];

/** A row of either snapshot, or of both where it changed or moved. */
export interface RowDifference {
  readonly kind: Kind;
  readonly interaction: string;
  readonly before: IndexedRow | null;
  readonly after: IndexedRow | null;
}

export interface LineageDifference {
  readonly counts: Pick<SnapshotComparison, 'same' | Kind>;
  /** The first ones of each kind, as many of one as of another. */
  readonly rows: readonly RowDifference[];
}

export interface ComparedLineage {
  /** How many rows there are. */
  readonly size: number;
  readonly rows: () => Iterable<LineageRow>;
}

/** What says most comes first in the list. */
const kinds: readonly Kind[] = ['changed', 'moved', 'out', 'in'];

const rowsPerStep = 2000;

/**
 * Compares rows by the interactions that they come from, in a few bytes a row of `before`. A row that moved and changed
 * counts as changed. Null where it was cancelled.
 * @param limit rows that are listed at most
 */
export async function compareLineage(
  before: ComparedLineage,
  after: ComparedLineage,
  limit: number,
  signal: AbortSignal,
): Promise<LineageDifference | null> {
  const index = createLineageIndex(before.size);
  const counts = { same: 0, in: 0, out: 0, changed: 0, moved: 0 };
  const listed: Record<Kind, RowDifference[]> = { in: [], out: [], changed: [], moved: [] };
  const list = (difference: RowDifference): void => {
    if (listed[difference.kind].length < limit) listed[difference.kind].push(difference);
  };
  const lookUp = (row: LineageRow): void => {
    const difference = differenceOf(index.take(row.interaction), row);
    counts[difference?.kind ?? 'same'] += 1;
    if (difference !== null) list(difference);
  };
  if (!(await eachRow(before.rows(), index.add, signal))) return null;
  if (!(await eachRow(after.rows(), lookUp, signal))) return null;
  counts.out = before.size - counts.same - counts.changed - counts.moved;
  const wanted = Math.min(counts.out, limit);
  const listOut = (row: LineageRow): void => {
    if (index.wasTaken(row)) return;
    list({ kind: 'out', interaction: row.interaction, before: placeOf(row), after: null });
  };
  if (!(await eachRow(before.rows(), listOut, signal, () => listed.out.length === wanted))) return null;

  const found = kinds.filter((kind) => listed[kind].length > 0);
  const share = Math.max(1, Math.floor(limit / found.length));
  return { counts, rows: found.flatMap((kind) => listed[kind].slice(0, share)).slice(0, limit) };
}

/** False where it was cancelled. Ends early where there is enough. */
async function eachRow(
  rows: Iterable<LineageRow>,
  look: (row: LineageRow) => void,
  signal: AbortSignal,
  isEnough: () => boolean = () => false,
): Promise<boolean> {
  if (isEnough()) return true;
  for (const page of pagesOfRows(rows, rowsPerStep)) {
    for (const row of page) look(row);
    await setImmediate();
    if (signal.aborted) return false;
    if (isEnough()) return true;
  }
  return true;
}

function differenceOf(before: IndexedRow | null, row: LineageRow): RowDifference | null {
  const after = placeOf(row);
  const { interaction } = row;
  if (before === null) return { kind: 'in', interaction, before, after };
  if (before.fingerprint !== after.fingerprint) return { kind: 'changed', interaction, before, after };
  return before.part === after.part ? null : { kind: 'moved', interaction, before, after };
}

function placeOf(row: LineageRow): IndexedRow {
  return { part: row.part, line: row.line, fingerprint: fingerprintOf(row) };
}
