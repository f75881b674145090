import { setImmediate } from 'node:timers/promises';
import type { Manifest } from '../../../shared/contract/export-operations.ts';
import type { Retired } from '../../../shared/contract/snapshot-operations.ts';
import { interactionsOf } from '../../../shared/domain/export/lineage.ts';
import type { ExportPart } from '../../../shared/domain/export/split.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { missingInteractionReader } from '../../db/tables/snapshot-rows.ts';
import { readSnapshots } from '../../db/tables/snapshots.ts';
import { openLineage, pagesOfRows } from './read-lineage.ts';

const rowsPerStep = 1000;

/** Rows that are listed of each snapshot. */
const mostListed = 100;

/**
 * Snapshots with rows of interactions that are not in the project any more, the newest first. One whose lineage is gone
 * cannot be looked at; the list of snapshots says that it is damaged. JOB_CANCELLED.
 */
export async function retiredRows(
  database: Database,
  _input: object,
  signal: AbortSignal,
): Promise<Result<Retired[]>> {
  const missingOf = missingInteractionReader(database);
  const all: Retired[] = [];
  for (const { id, path, createdAt, manifest } of readSnapshots(database)) {
    const lineage = openLineage({ path, manifest });
    if (!lineage.ok) continue;
    const retired: Retired = { snapshotId: id, path, createdAt, rows: 0, lines: [] };
    for (const page of pagesOfRows(lineage.value(), rowsPerStep)) {
      const missing = missingOf(page.flatMap(interactionsOf));
      for (const row of missing.size === 0 ? [] : page) {
        const itemId = interactionsOf(row).find((one) => missing.has(one));
        if (itemId === undefined) continue;
        retired.rows += 1;
        if (retired.lines.length < mostListed)
          retired.lines.push({ file: fileOf(manifest, row.part), line: row.line, itemId });
      }
      await setImmediate();
      if (signal.aborted) return fail('JOB_CANCELLED', 'Looking for retired rows was cancelled.');
    }
    if (retired.rows > 0) all.push(retired);
  }
  return succeed(all);
}

function fileOf({ files }: Manifest, part: ExportPart): string {
  return files.find(({ role }) => role === part)?.name ?? part;
}
