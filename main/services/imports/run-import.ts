import { basename } from 'node:path';
import { compileMapping } from '../../../shared/domain/mapping/map-row.ts';
import { fail, type Failure, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { insertReject } from '../../db/tables/rejects.ts';
import { findSource, insertSource, setSourceState, updateSourceCounts } from '../../db/tables/sources.ts';
import { detectFile } from '../../files/detect-file.ts';
import { FileError } from '../../files/file-error.ts';
import { readRows } from '../../files/read-rows.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { chooseMapping } from './choose-mapping.ts';
import { dryRunImport } from './dry-run-import.ts';
import {
  createTally,
  type ImportJobInput,
  type ImportPlan,
  type ImportReport,
  type ImportTally,
} from './import-input.ts';
import { prepareBatch } from './prepare-row.ts';
import { createRowWriter } from './row-writer.ts';
import { buildTextIndex } from './run-text-index.ts';
import { inTimedTransactions } from './timed-transactions.ts';
import { removeSource } from './undo-import.ts';

/**
 * Imports a file: first all rows, in short transactions, then the search index over them. Counts always add up:
 * read = imported + duplicates + rejected. Reports an `ImportReport`.
 *
 * Cancelling takes back what came so far, unless people have labelled some of it: then that stays, with counts to
 * match. JOB_CANCELLED, and what `detectFile`, `compileMapping` and `readRows` fail with.
 */
export async function importFile(input: ImportJobInput, context: JobContext): Promise<Result<ImportReport>> {
  const plan = await planImport(input);
  if (!plan.ok) return plan;
  if (input.sourceId === null) return dryRunImport(plan.value, context);
  return importPlanned(plan.value, input.sourceId, context);
}

/** `importFile` as a job. */
export const runImport: JobWork<ImportJobInput> = async (input, context) => {
  const report = await importFile(input, context);
  return report.ok ? succeed({ ...report.value }) : report;
};

async function planImport(input: ImportJobInput): Promise<Result<ImportPlan>> {
  const shape = await detectFile(input.path, input.format);
  if (!shape.ok) return shape;
  const mapping = await chooseMapping(input.path, shape.value, input.mapping);
  if (!mapping.ok) return mapping;
  const mapRow = compileMapping(mapping.value);
  if (!mapRow.ok) return mapRow;
  return succeed({
    path: input.path,
    name: input.name?.trim() || basename(input.path),
    shape: shape.value,
    mapping: mapping.value,
    mapRow: mapRow.value,
  });
}

async function importPlanned(
  plan: ImportPlan,
  id: string,
  context: JobContext,
): Promise<Result<ImportReport>> {
  const { database } = context;
  const startedAt = performance.now();
  const now = Date.now();
  useBulkCaches(database);
  const seq = transact(database, () => insertSource(database, { ...plan, id, startedAt: now }));
  context.changed(['sources']);
  const tally = createTally();
  try {
    const isComplete = await importRows(plan, seq, tally, context);
    if (!isComplete) return cancelled(seq, id, tally, context);
  } catch (error) {
    transact(database, () => setSourceState(database, seq, 'failed', Date.now()));
    context.changed(['sources', 'items']);
    if (error instanceof FileError) return { ok: false, error: afterRows(error.failure, tally) };
    throw error;
  }
  transact(database, () => setSourceState(database, seq, 'done', Date.now()));
  context.changed(['sources', 'items', 'labels']);
  const secondsToRows = (performance.now() - startedAt) / 1000;
  const isIndexed = await buildTextIndex(context);
  database.pragma('optimize');
  if (!isIndexed) {
    return fail(
      'JOB_CANCELLED',
      `All rows of ${plan.name} are imported. The search index is not complete yet; the next import completes it.`,
    );
  }
  context.changed(['items']);
  const seconds = (performance.now() - startedAt) / 1000;
  return succeed({ sourceId: id, name: plan.name, ...tally, secondsToRows, seconds });
}

/**
 * Inserts go to the ends of indexes and, for the content hash, anywhere in one: room to keep that at hand, and fewer
 * checkpoints, so that a page written many times is carried into the file once.
 */
function useBulkCaches(database: Database): void {
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 8000');
}

/** Returns false where the person cancelled. */
async function importRows(
  plan: ImportPlan,
  sourceSeq: number,
  tally: ImportTally,
  context: JobContext,
): Promise<boolean> {
  const { database, signal } = context;
  const writeRow = createRowWriter(database, sourceSeq, Date.now());
  const saveCounts = () => updateSourceCounts(database, sourceSeq, tally);
  for await (const batch of readRows(plan.path, plan.shape)) {
    if (signal.aborted) return false;
    const prepared = prepareBatch(batch, plan.mapRow);
    inTimedTransactions(
      database,
      prepared.rejects,
      (reject) => {
        insertReject(database, sourceSeq, reject);
        tally.read++;
        tally.rejected++;
      },
      saveCounts,
    );
    inTimedTransactions(
      database,
      prepared.rows,
      (row) => {
        const written = writeRow(row);
        tally.read++;
        if (written.isNew) {
          tally.imported++;
          return;
        }
        tally.duplicates++;
        if (written.editAdded) tally.editsAdded++;
        tally.labelsAdded += written.labelsAdded;
        tally.signalsAdded += written.signalsAdded;
      },
      saveCounts,
    );
    context.report({ done: batch.bytesRead, total: batch.bytesTotal, unit: 'bytes', rows: tally.read });
  }
  return !signal.aborted;
}

async function cancelled(
  seq: number,
  id: string,
  tally: ImportTally,
  context: JobContext,
): Promise<Result<never>> {
  const { database } = context;
  const source = findSource(database, id);
  const rows = `${tally.read} ${tally.read === 1 ? 'row' : 'rows'}`;
  const removed =
    source === null ? null : await removeSource(database, source, { force: false, endState: 'cancelled' });
  context.changed(['sources', 'items', 'labels']);
  if (removed?.ok)
    return fail('JOB_CANCELLED', `The import was cancelled after ${rows}. Nothing of it was kept.`);
  transact(database, () => setSourceState(database, seq, 'cancelled', Date.now()));
  return fail(
    'JOB_CANCELLED',
    `The import was cancelled after ${rows}. They were kept, because people have labelled some of them already. ` +
      'Undo the import to remove them.',
  );
}

function afterRows({ code, message }: Failure, { imported }: ImportTally): Failure {
  if (imported === 0) return { code, message };
  return {
    code,
    message: `${message} ${imported} rows before that are imported; undo the import to remove them.`,
  };
}
