import { setImmediate } from 'node:timers/promises';
import type { Snapshot } from '../../../shared/contract/export-operations.ts';
import type { SnapshotComparison, SnapshotDifference } from '../../../shared/contract/snapshot-operations.ts';
import { compareRecipes } from '../../../shared/domain/export/compare-recipes.ts';
import type { LineageRow } from '../../../shared/domain/export/lineage.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { createLineageIndex, fingerprintOf, type IndexedRow } from './lineage-index.ts';
import { findSnapshot } from './list-snapshots.ts';
import { openLineage, pagesOfRows } from './read-lineage.ts';
import { rowTexts } from './row-texts.ts';

interface CompareInput {
  readonly before: string;
  readonly after: string;
  readonly limit?: number | undefined;
}

type Kind = SnapshotDifference['kind'];

/** A row of either snapshot, or of both where it changed or moved. */
interface FoundDifference {
  readonly kind: Kind;
  readonly before: Place | null;
  readonly after: Place | null;
  readonly interaction: string;
}

type Place = Pick<IndexedRow, 'part' | 'line' | 'fingerprint'>;

/** What changes most comes first in the list. */
const kinds: readonly Kind[] = ['changed', 'moved', 'out', 'in'];

const rowsPerStep = 2000;

/**
 * What differs between two snapshots, row by row, by the interactions that they come from. Reads the lineage of both; what
 * is held is a few bytes a row. A row that moved and changed counts as changed. SNAPSHOT_NOT_FOUND, JOB_CANCELLED and what
 * `openLineage` fails with.
 */
export async function compareSnapshots(
  database: Database,
  { before: beforeId, after: afterId, limit = 100 }: CompareInput,
  signal: AbortSignal,
): Promise<Result<SnapshotComparison>> {
  const before = findSnapshot(database, beforeId);
  if (!before.ok) return before;
  const after = findSnapshot(database, afterId);
  if (!after.ok) return after;
  const beforeRows = openLineage(before.value);
  if (!beforeRows.ok) return beforeRows;
  const afterRows = openLineage(after.value);
  if (!afterRows.ok) return afterRows;

  const index = createLineageIndex(before.value.manifest.counts.exported);
  const counts = { same: 0, in: 0, out: 0, changed: 0, moved: 0 };
  const listed = new Map<Kind, FoundDifference[]>(kinds.map((kind) => [kind, []]));
  const note = (difference: FoundDifference): void => {
    counts[difference.kind] += 1;
    const list = listed.get(difference.kind) ?? [];
    if (list.length < limit) list.push(difference);
  };
  const steps: readonly [() => Iterable<LineageRow>, (row: LineageRow) => void][] = [
    [beforeRows.value, index.add],
    [
      afterRows.value,
      (row) => {
        const difference = differenceOf(index.take(row.interaction), row);
        if (difference === null) counts.same += 1;
        else note(difference);
      },
    ],
    [
      beforeRows.value,
      (row) => {
        if (index.wasTaken(row)) return;
        note({ kind: 'out', before: placeOf(row), after: null, interaction: row.interaction });
      },
    ],
  ];
  for (const [rows, look] of steps) {
    for (const page of pagesOfRows(rows(), rowsPerStep)) {
      for (const row of page) look(row);
      await setImmediate();
      if (signal.aborted) return fail('JOB_CANCELLED', 'The comparison was cancelled.');
    }
  }
  const first = kinds.flatMap((kind) => listed.get(kind) ?? []).slice(0, limit);
  return succeed({
    recipe: compareRecipes(before.value.manifest.recipe, after.value.manifest.recipe),
    counts: { before: before.value.manifest.counts, after: after.value.manifest.counts },
    ...counts,
    rows: withTexts(first, before.value, after.value),
  });
}

function differenceOf(before: IndexedRow | null, row: LineageRow): FoundDifference | null {
  const after = placeOf(row);
  const { interaction } = row;
  if (before === null) return { kind: 'in', before, after, interaction };
  if (before.fingerprint !== after.fingerprint) return { kind: 'changed', before, after, interaction };
  if (before.part !== after.part) return { kind: 'moved', before, after, interaction };
  return null;
}

function placeOf(row: LineageRow): Place {
  return { part: row.part, line: row.line, fingerprint: fingerprintOf(row) };
}

function withTexts(
  differences: readonly FoundDifference[],
  before: Snapshot,
  after: Snapshot,
): SnapshotDifference[] {
  const readers = {
    before: rowTexts(
      before,
      differences.flatMap((difference) => difference.before ?? []),
    ),
    after: rowTexts(
      after,
      differences.flatMap((difference) => difference.after ?? []),
    ),
  };
  const textOf = (side: 'before' | 'after', place: Place | null): string | null => {
    const read = place === null ? null : readers[side](place);
    // Another text stands there where a later export replaced the file.
    return read === null || fingerprintOf(read) !== place?.fingerprint ? null : read.text;
  };
  return differences.map(({ kind, interaction, before: from, after: to }) => ({
    kind,
    itemId: interaction,
    part: (to ?? from)?.part ?? 'training',
    partBefore: from !== null && to !== null && from.part !== to.part ? from.part : null,
    before: textOf('before', from),
    after: textOf('after', to),
  }));
}
