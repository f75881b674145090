import type { Snapshot } from '../../../shared/contract/export-operations.ts';
import type { SnapshotComparison, SnapshotDifference } from '../../../shared/contract/snapshot-operations.ts';
import { compareRecipes } from '../../../shared/domain/export/compare-recipes.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { compareLineage, type ComparedLineage, type RowDifference } from './compare-lineage.ts';
import { fingerprintOf, type IndexedRow } from './lineage-index.ts';
import { findSnapshot } from './list-snapshots.ts';
import { openLineage } from './read-lineage.ts';
import { rowTexts } from './row-texts.ts';

interface CompareInput {
  readonly before: string;
  readonly after: string;
  readonly limit?: number | undefined;
}

/**
 * What differs between two snapshots: fields of their recipes, and rows, with the texts of the first ones.
 * SNAPSHOT_NOT_FOUND, JOB_CANCELLED and what `openLineage` fails with.
 */
export async function compareSnapshots(
  database: Database,
  input: CompareInput,
  signal: AbortSignal,
): Promise<Result<SnapshotComparison>> {
  const before = findSnapshot(database, input.before);
  if (!before.ok) return before;
  const after = findSnapshot(database, input.after);
  if (!after.ok) return after;
  const beforeLineage = lineageOf(before.value);
  if (!beforeLineage.ok) return beforeLineage;
  const afterLineage = lineageOf(after.value);
  if (!afterLineage.ok) return afterLineage;
  const found = await compareLineage(beforeLineage.value, afterLineage.value, input.limit ?? 100, signal);
  if (found === null) return fail('JOB_CANCELLED', 'The comparison was cancelled.');
  return succeed({
    recipe: compareRecipes(before.value.manifest.recipe, after.value.manifest.recipe),
    counts: { before: before.value.manifest.counts, after: after.value.manifest.counts },
    ...found.counts,
    rows: withTexts(found.rows, before.value, after.value),
  });
}

function lineageOf(snapshot: Snapshot): Result<ComparedLineage> {
  const rows = openLineage(snapshot);
  return rows.ok ? succeed({ size: snapshot.manifest.counts.exported, rows: rows.value }) : rows;
}

function withTexts(rows: readonly RowDifference[], before: Snapshot, after: Snapshot): SnapshotDifference[] {
  const textBefore = textReader(
    before,
    rows.flatMap((row) => row.before ?? []),
  );
  const textAfter = textReader(
    after,
    rows.flatMap((row) => row.after ?? []),
  );
  return rows.map(({ kind, interaction, before: from, after: to }) => ({
    kind,
    itemId: interaction,
    part: (to ?? from)?.part ?? 'training',
    partBefore: from !== null && to !== null && from.part !== to.part ? from.part : null,
    before: textBefore(from),
    after: textAfter(to),
  }));
}

function textReader(
  snapshot: Snapshot,
  wanted: readonly IndexedRow[],
): (row: IndexedRow | null) => string | null {
  const read = rowTexts(snapshot, wanted);
  return (row) => {
    const found = row === null ? null : read(row);
    // Another text stands there where a later export replaced the file.
    return found !== null && fingerprintOf(found) === row?.fingerprint ? found.text : null;
  };
}
