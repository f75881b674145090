import { setImmediate } from 'node:timers/promises';
import type { FileReport } from '../../../shared/contract/export-operations.ts';
import { createExportCheck } from '../../../shared/domain/export/check-export.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { Layout } from '../../../shared/domain/export/formats/format.ts';
import { encodingFindings, unreadableRow } from '../../../shared/domain/export/file-findings.ts';
import type { ExportFormat } from '../../../shared/domain/export/recipe.ts';
import type { RowFinding } from '../../../shared/domain/export/row-finding.ts';
import { mends } from '../../../shared/domain/export/rules.ts';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { detectFile } from '../../files/detect-file.ts';
import { FileError } from '../../files/file-error.ts';
import { readFile } from '../../files/read-file.ts';
import { readText } from '../../files/read-text.ts';
import { createFingerprint } from './fingerprint.ts';

/** Problems that are listed one by one. */
const mostListed = 100;

/**
 * Checks the rows of any file by the rules of a format, ours or not: JSON Lines, packed or not, JSON lists, Parquet, and the
 * texts of few-shot sets. Reads rows once, in batches between which other requests are answered. FILE_NOT_FOUND,
 * FILE_UNREADABLE, FORMAT_UNKNOWN, FORMAT_NOT_SUPPORTED, JOB_CANCELLED.
 */
export async function validateFile(
  { path, format }: { readonly path: string; readonly format: ExportFormat },
  signal?: AbortSignal,
): Promise<Result<FileReport>> {
  const tally = createTally(format);
  const read = formats[format].layout?.read;
  const checked =
    read === undefined ? await checkRows(path, format, tally, signal) : await checkText(path, read, tally);
  return checked.ok ? succeed(tally.report()) : checked;
}

/** Counts rows and what is wrong with them. */
interface Tally {
  /** Counts a row; `raw` is what it is written as. */
  readonly addRow: (line: number, row: JsonObject, raw: string, found?: readonly RowFinding[]) => void;
  /** Counts a row that cannot be read. */
  readonly addUnreadable: (line: number, findings: readonly RowFinding[]) => void;
  readonly note: (finding: RowFinding, line: number | null) => void;
  readonly report: () => FileReport;
}

function createTally(format: ExportFormat): Tally {
  const problems: FileReport['problems'] = [];
  let count = 0;
  const fingerprint = createFingerprint();
  const check = createExportCheck(format, fingerprint, (finding, line) => {
    count += 1;
    if (problems.length < mostListed) problems.push(problemOf(finding, line));
  });
  let rows = 0;
  let rowsWithErrors = 0;
  return {
    addRow: (line, row, raw, found = []) => {
      rows += 1;
      for (const finding of found) check.note(finding, String(line));
      const all = [...found, ...check.checkRow(String(line), row)];
      // A row with an error counts for nothing that shows over all rows.
      if (all.some(({ level }) => level === 'error')) rowsWithErrors += 1;
      else check.addRow('training', String(line), row, fingerprint(raw));
    },
    addUnreadable: (line, findings) => {
      rows += 1;
      rowsWithErrors += 1;
      for (const finding of findings) check.note(finding, String(line));
    },
    note: (finding, line) => check.note(finding, line === null ? null : String(line)),
    report: () => ({
      format,
      rows,
      rowsWithErrors,
      findings: check.finish().map(({ rule, level, message, rows: broken, items }) => ({
        rule,
        level,
        message,
        mend: mends[rule],
        rows: broken,
        lines: items.map(Number),
      })),
      problems: problems.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity)),
      notListed: count - problems.length,
    }),
  };
}

async function checkRows(
  path: string,
  format: ExportFormat,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<Result<void>> {
  const { layout } = formats[format];
  const detected = await detectFile(path, formatOf(path, layout));
  if (!detected.ok) return detected;
  const shape = detected.value;
  if (shape.format !== 'jsonl' && shape.format !== 'json' && shape.format !== 'parquet') return notRows;
  for (const finding of encodingFindings(shape)) tally.note(finding, null);
  const joiner = layout?.joinElements?.();
  try {
    for await (const batch of readFile(path, shape)) {
      if (signal?.aborted === true) return fail('JOB_CANCELLED', 'The check was cancelled.');
      for (const { line, value, raw } of batch.rows) {
        const row = joiner === undefined ? value : joiner.add(value);
        if (row !== null) tally.addRow(line, row, joiner === undefined ? raw : JSON.stringify(row));
      }
      for (const { line, reason, message } of batch.rejects)
        tally.addUnreadable(line, [unreadableRow(reason, message)]);
      await setImmediate();
    }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
  for (const finding of joiner?.finish() ?? []) tally.note(finding, null);
  return succeed(undefined);
}

/** Few-shot sets go into a prompt, so that they are small enough to be held. */
async function checkText(
  path: string,
  read: NonNullable<Layout['read']>,
  tally: Tally,
): Promise<Result<void>> {
  const found = await readText(path);
  if (!found.ok) return found;
  for (const finding of encodingFindings(found.value)) tally.note(finding, null);
  const { examples, findings } = read(found.value.text);
  for (const { line, finding } of findings) tally.note(finding, line);
  for (const { line, row, findings: wrong } of examples) {
    if (row === null) tally.addUnreadable(line, wrong);
    else tally.addRow(line, row, JSON.stringify(row), wrong);
  }
  return succeed(undefined);
}

/** What only looks like something else: a broken first line, or an object whose first line is one as well. */
function formatOf(path: string, layout: Layout | undefined): 'json' | 'jsonl' | undefined {
  if (layout !== undefined) return 'json';
  return /\.jsonl(?:\.gz|\.zst)?$/i.test(path) ? 'jsonl' : undefined;
}

function problemOf(
  { rule, level, message }: RowFinding,
  line: string | null,
): FileReport['problems'][number] {
  return { line: line === null ? null : Number(line), rule, level, message };
}

const notRows = fail(
  'FORMAT_NOT_SUPPORTED',
  'Only JSON Lines, JSON and Parquet files hold rows of these formats. Choose such a file.',
);
