import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { fail, type Failure, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import {
  findSource,
  insertSource,
  reopenSource,
  setSourceState,
  type SourceRow,
  updateSourceCounts,
  updateSourceFindings,
} from '../../db/tables/sources.ts';
import { FileError } from '../../files/file-error.ts';
import { type JobContext, type JobWork, projectClosing } from '../job-context.ts';
import { createAttachmentWriter } from './attachment-writer.ts';
import { buildDerived } from './build-derived.ts';
import { changeUserBy } from './change-user.ts';
import { dryRunImport } from './dry-run-import.ts';
import { goesOn } from './goes-on.ts';
import {
  addSkipped,
  createTally,
  type ImportJobInput,
  type ImportPlan,
  type ImportReport,
  type ImportTally,
  placeOf,
} from './import-input.ts';
import { createObservationWriter } from './observation-writer.ts';
import { openJoin } from './join-finder.ts';
import { planImport } from './plan-import.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import { createRowThread } from './row-thread.ts';
import { createRowWriter } from './row-writer.ts';
import { removeSource } from './undo-import.ts';
import { createItemWriter } from './write-items.ts';

/**
 * Imports a file: first all rows, in short transactions, then the search index over them. Counts always add up:
 * read = imported + attached + duplicates + rejected + skipped. Reports an `ImportReport`.
 *
 * Cancelling takes back what came so far, unless people have labelled some of it: then that stays, with counts to
 * match. JOB_CANCELLED, and what `planImport` and `readArrivingRows` fail with.
 */
export async function importFile(input: ImportJobInput, context: JobContext): Promise<Result<ImportReport>> {
  const { sourceId, resume = false } = input;
  const known = resume && sourceId !== null ? findSource(context.database, sourceId) : null;
  const plan = await planImport(
    known === null ? input : asBefore(input, known),
    changeUserBy(input.pseudonymKey),
  );
  if (!plan.ok) return plan;
  if (sourceId === null) return dryRunImport(plan.value, context);
  const reader =
    plan.value.shape.bytes < threadFromBytes
      ? createRowReader(plan.value)
      : createRowThread(plan.value, input.pseudonymKey);
  return importPlanned(plan.value, reader, known ?? sourceId, context);
}

/** Below this a file is read sooner than a thread has started. */
const threadFromBytes = 8 * 2 ** 20;

/** An import that goes on does so as it was begun. */
function asBefore(input: ImportJobInput, { adapter, brings, options, mapping }: SourceRow): ImportJobInput {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was a mapping when it was stored
  return { ...input, adapter, brings, options, mapping: mapping as Mapping };
}

/** `importFile` as a job. */
export const runImport: JobWork<ImportJobInput> = async (input, context) => {
  const report = await importFile(input, context);
  return report.ok ? succeed({ ...report.value }) : report;
};

async function importPlanned(
  plan: ImportPlan,
  reader: RowReader,
  source: SourceRow | string,
  context: JobContext,
): Promise<Result<ImportReport>> {
  const { database } = context;
  const startedAt = performance.now();
  useBulkCaches(database);
  const { id, seq } = openSource(database, plan, source);
  context.changed(['sources']);
  const tally = startOf(source) ?? createTally();
  try {
    const isComplete = await importRows(plan, { seq, tally, reader }, context);
    if (!isComplete && context.signal.reason === projectClosing) return interrupted(seq, tally, context);
    if (!isComplete) return await cancelled(seq, id, tally, context);
  } catch (error) {
    transact(database, () => setSourceState(database, seq, 'failed', Date.now()));
    context.changed(['sources', 'items']);
    if (error instanceof FileError) return { ok: false, error: afterRows(error.failure, tally) };
    throw error;
  }
  const found = reader.findings();
  transact(database, () => {
    updateSourceFindings(database, seq, found);
    setSourceState(database, seq, 'done', Date.now());
  });
  context.changed(['sources', 'items', 'labels']);
  const secondsToRows = (performance.now() - startedAt) / 1000;
  const isIndexed = await buildDerived(context);
  database.pragma('optimize');
  if (!isIndexed) {
    return fail(
      'JOB_CANCELLED',
      `All rows of ${plan.name} are imported. The search index is not complete yet; the next import completes it.`,
    );
  }
  context.changed(['items']);
  const seconds = (performance.now() - startedAt) / 1000;
  return succeed({
    sourceId: id,
    name: plan.name,
    ...tally,
    targets: null,
    ...found,
    coverage: null,
    secondsToRows,
    seconds,
  });
}

function openSource(
  database: Database,
  plan: ImportPlan,
  source: SourceRow | string,
): { readonly id: string; readonly seq: number } {
  if (typeof source !== 'string') {
    transact(database, () => reopenSource(database, source.seq));
    return source;
  }
  const { brings } = plan.mapper;
  const seq = transact(database, () =>
    insertSource(database, { ...plan, id: source, brings, startedAt: Date.now() }),
  );
  return { id: source, seq };
}

/** The counts of an import that was cut off and goes on. Skipped rows leave nothing behind, so they are counted again. */
function startOf(source: SourceRow | string): ImportTally | null {
  if (typeof source === 'string') return null;
  const { imported, attached, duplicates, rejected, editsAdded, labelsAdded, signalsAdded } = source;
  const read = imported + attached + duplicates + rejected;
  const came = { read, imported, attached, duplicates, rejected };
  return { ...came, editsAdded, labelsAdded, signalsAdded, skipped: 0, skipReasons: {} };
}

/**
 * Inserts go to the ends of indexes and, for the content hash, anywhere in one: room to keep that at hand, and fewer
 * checkpoints, so that a page written many times is carried into the file once.
 */
function useBulkCaches(database: Database): void {
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 8000');
  // The mapper gives nothing that they refuse, and to look costs an eighth of the time; `flywheel check` looks as well.
  database.pragma('ignore_check_constraints = ON');
}

interface ImportState {
  readonly seq: number;
  readonly tally: ImportTally;
  readonly reader: RowReader;
}

/** Returns false where the person cancelled. */
async function importRows(
  plan: ImportPlan,
  { seq, tally, reader }: ImportState,
  context: JobContext,
): Promise<boolean> {
  const { database, signal } = context;
  const writeObservations = createObservationWriter(database, seq, Date.now());
  const finder = await openJoin(database, plan.options, async () => goesOn(context));
  const writeItems = createItemWriter({
    database,
    sourceSeq: seq,
    tally,
    writeRow: createRowWriter(database, seq, writeObservations),
    writeAttachment: createAttachmentWriter(database, writeObservations, finder.find),
  });
  try {
    // Rows are counted as they are written, so the first ones of an import that goes on are known to be there.
    let known = placeOf(tally);
    for await (const { items, count, skipped, bytesRead, bytesTotal } of reader.batches()) {
      if (!(await goesOn(context))) return false;
      addSkipped(tally, skipped);
      writeItems(known === 0 ? items : Iterator.from(items).drop(known));
      known = Math.max(0, known - count);
      context.report({ done: bytesRead, total: bytesTotal, unit: 'bytes', rows: tally.read });
    }
  } finally {
    finder.close();
  }
  transact(database, () => updateSourceCounts(database, seq, tally));
  return !signal.aborted;
}

function interrupted(seq: number, { read }: ImportTally, { database }: JobContext): Result<never> {
  transact(database, () => setSourceState(database, seq, 'interrupted', Date.now()));
  return fail(
    'JOB_CANCELLED',
    `The project was closed after ${read} rows of the import. They are kept; go on with it when the project is open again.`,
  );
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
