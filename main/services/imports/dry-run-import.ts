import { hash } from 'node:crypto';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import type { MappedEdit } from '../../../shared/domain/mapping/mapped-row.ts';
import type { Database } from '../../db/database.ts';
import { findAnnotator } from '../../db/tables/annotators.ts';
import { hasImportedEdit } from '../../db/tables/imported-edits.ts';
import { findByContent } from '../../db/tables/interactions.ts';
import { FileError } from '../../files/file-error.ts';
import { readArrivingRows } from '../../files/read-arriving-rows.ts';
import type { JobContext } from '../job-context.ts';
import { foreignTables } from './foreign-tables.ts';
import { createAttachmentWriter } from './attachment-writer.ts';
import { type CoverageTally, createCoverageTally } from './coverage-tally.ts';
import { createFieldTally } from './field-tally.ts';
import { createFindings } from './import-findings.ts';
import { goesOn } from './goes-on.ts';
import {
  addSkipped,
  createTally,
  type ImportPlan,
  type ImportReport,
  type ImportTally,
} from './import-input.ts';
import { type JoinFinder, openJoin } from './join-finder.ts';
import { prepareBatch, type PreparedItem, type PreparedRow, toReject } from './prepare-row.ts';

/** Goes through the whole file as an import would and reports what it would do; writes nothing. */
export async function dryRunImport(plan: ImportPlan, context: JobContext): Promise<Result<ImportReport>> {
  const startedAt = performance.now();
  const tally = createTally();
  const fields = createFieldTally(plan.mapping);
  const findings = createFindings(plan.options);
  const finder = await openJoin(context.database, plan.options, async () => goesOn(context));
  const coverage = createCoverageTally(plan);
  const count = createCounter({ database: context.database, find: finder.find, tally, coverage });
  try {
    for await (const batch of readArrivingRows(plan.path, plan.shape, { tables: foreignTables })) {
      if (!(await goesOn(context))) return fail('JOB_CANCELLED', 'The dry run was cancelled.');
      for (const { value } of batch.rows) fields.add(value);
      for (const item of prepareBatch(batch, plan.mapper)) {
        count(item);
        findings.add(item);
        if (item.kind === 'reject' && item.target !== undefined) fields.addFailure(item.target);
      }
      addSkipped(tally, batch.skipped);
      context.report({ done: batch.bytesRead, total: batch.bytesTotal, unit: 'bytes', rows: tally.read });
    }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  } finally {
    finder.close();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const report = {
    ...tally,
    targets: fields.report(),
    ...findings.report(),
    coverage: coverage.report(),
    secondsToRows: seconds,
    seconds,
  };
  return succeed({ sourceId: null, name: plan.name, ...report });
}

interface CounterParts {
  readonly database: Database;
  readonly find: JoinFinder['find'];
  readonly tally: ImportTally;
  readonly coverage: CoverageTally;
}

function createCounter({ database, find, tally, coverage }: CounterParts): (item: PreparedItem) => void {
  const judge = createJudge(database);
  const writeNothing = createAttachmentWriter(database, () => nothingAdded, find);
  return (item) => {
    tally.read += 1;
    if (item.kind === 'reject') {
      tally.rejected += 1;
      coverage.addReject(item.reject);
    } else if (item.kind === 'attachment') {
      const found = writeNothing(item.attachment.attachment);
      if ('reason' in found) {
        tally.rejected += 1;
        coverage.addReject(toReject(item.attachment.source, found));
      } else {
        tally.attached += 1;
        coverage.addJoined();
      }
    } else {
      const { isNew, editsAdded } = judge(item.row);
      if (isNew) tally.imported += 1;
      else {
        tally.duplicates += 1;
        tally.editsAdded += editsAdded;
      }
    }
  };
}

const nothingAdded = { edits: 0, labels: 0, signals: 0 };

/** What a row would be to an import, given the project and the rows before it. */
function createJudge(database: Database): (row: PreparedRow) => { isNew: boolean; editsAdded: number } {
  // What an import finds in the unique index has to be remembered here, because nothing is written.
  const interactions = new Set<string>();
  const edits = new Set<string>();
  return ({ row, contentHash }) => {
    const key = contentHash.toString('latin1');
    const stored = findByContent(database, contentHash);
    const isNew = stored === null && !interactions.has(key);
    interactions.add(key);
    let editsAdded = 0;
    for (const edit of row.edits) {
      const editKey = hash('sha256', JSON.stringify([key, edit.annotator, edit.text]), 'base64');
      if (!edits.has(editKey) && !(stored !== null && isStored(database, stored.seq, edit))) editsAdded += 1;
      edits.add(editKey);
    }
    return { isNew, editsAdded };
  };
}

function isStored(database: Database, seq: number, { annotator, text }: MappedEdit): boolean {
  const known = annotator === null ? null : findAnnotator(database, annotator);
  if (annotator !== null && known === null) return false;
  return hasImportedEdit(database, seq, known?.seq ?? null, text);
}
