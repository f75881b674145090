import { hash } from 'node:crypto';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { findAnnotator } from '../../db/tables/annotators.ts';
import { hasImportedEdit } from '../../db/tables/imported-edits.ts';
import { findByContent } from '../../db/tables/interactions.ts';
import { FileError } from '../../files/file-error.ts';
import { readRows } from '../../files/read-rows.ts';
import type { JobContext } from '../job-context.ts';
import { createTally, type ImportPlan, type ImportReport } from './import-input.ts';
import { prepareBatch, type PreparedRow } from './prepare-row.ts';

/** Goes through the whole file as an import would and reports what it would do; writes nothing. */
export async function dryRunImport(plan: ImportPlan, context: JobContext): Promise<Result<ImportReport>> {
  const startedAt = performance.now();
  const tally = createTally();
  const judge = createJudge(context.database);
  try {
    for await (const batch of readRows(plan.path, plan.shape)) {
      if (context.signal.aborted) return fail('JOB_CANCELLED', 'The dry run was cancelled.');
      const { rows, rejects } = prepareBatch(batch, plan.mapRow);
      tally.read += rows.length + rejects.length;
      tally.rejected += rejects.length;
      for (const row of rows) {
        const { isNew, addsEdit } = judge(row);
        if (isNew) tally.imported++;
        else tally.duplicates++;
        if (!isNew && addsEdit) tally.editsAdded++;
      }
      context.report({ done: batch.bytesRead, total: batch.bytesTotal, unit: 'bytes', rows: tally.read });
    }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return succeed({ sourceId: null, name: plan.name, ...tally, secondsToRows: seconds, seconds });
}

/** What a row would be to an import, given the project and the rows before it. */
function createJudge(database: Database): (row: PreparedRow) => { isNew: boolean; addsEdit: boolean } {
  // What an import finds in the unique index has to be remembered here, because nothing is written.
  const interactions = new Set<string>();
  const edits = new Set<string>();
  return ({ row, contentHash }) => {
    const key = contentHash.toString('latin1');
    const stored = findByContent(database, contentHash);
    const isNew = stored === null && !interactions.has(key);
    interactions.add(key);
    if (row.edit === null) return { isNew, addsEdit: false };
    const editKey = hash('sha256', JSON.stringify([key, row.annotator, row.edit]), 'base64');
    const addsEdit =
      !edits.has(editKey) && !(stored !== null && isStored(database, stored.seq, row.annotator, row.edit));
    edits.add(editKey);
    return { isNew, addsEdit };
  };
}

function isStored(database: Database, seq: number, annotator: string | null, text: string): boolean {
  const known = annotator === null ? null : findAnnotator(database, annotator);
  if (annotator !== null && known === null) return false;
  return hasImportedEdit(database, seq, known?.seq ?? null, text);
}
