import { setImmediate } from 'node:timers/promises';
import type { FileReport } from '../../../shared/contract/export-operations.ts';
import { createExportCheck } from '../../../shared/domain/export/check-export.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { encodingFindings, unreadableRow } from '../../../shared/domain/export/file-findings.ts';
import type { ExportFormat } from '../../../shared/domain/export/recipe.ts';
import type { RowFinding } from '../../../shared/domain/export/row-finding.ts';
import { mends } from '../../../shared/domain/export/rules.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { detectFile } from '../../files/detect-file.ts';
import { FileError } from '../../files/file-error.ts';
import { readFile } from '../../files/read-file.ts';
import { createFingerprint } from './fingerprint.ts';

/** Problems that are listed one by one. */
const mostListed = 100;

/**
 * Checks the rows of any file by the rules of a format, ours or not: JSON Lines, packed or not, JSON lists and Parquet.
 * Reads it once, in batches between which other requests are answered. FILE_NOT_FOUND, FILE_UNREADABLE, FORMAT_UNKNOWN,
 * FORMAT_NOT_SUPPORTED, JOB_CANCELLED.
 */
export async function validateFile(
  { path, format }: { readonly path: string; readonly format: ExportFormat },
  signal?: AbortSignal,
): Promise<Result<FileReport>> {
  if (formats[format].layout !== undefined)
    return fail(
      'FORMAT_NOT_SUPPORTED',
      `${format} is a text that holds no rows to check. Choose a format of rows.`,
    );
  const detected = await detectFile(path, isNamedJsonl(path) ? 'jsonl' : undefined);
  if (!detected.ok) return detected;
  const shape = detected.value;
  if (shape.format !== 'jsonl' && shape.format !== 'json' && shape.format !== 'parquet') return notRows;
  const problems: FileReport['problems'] = [];
  let count = 0;
  const check = createExportCheck(format, createFingerprint(), (finding, line) => {
    count += 1;
    if (problems.length < mostListed) problems.push(problemOf(finding, line));
  });
  for (const finding of encodingFindings(shape)) check.note(finding, null);
  let rows = 0;
  let rowsWithErrors = 0;
  try {
    for await (const batch of readFile(path, shape)) {
      if (signal?.aborted === true) return fail('JOB_CANCELLED', 'The check was cancelled.');
      for (const { line, value, raw } of batch.rows) {
        const found = check.checkRow(String(line), value);
        // A row with an error counts for nothing that shows over all rows.
        if (found.some(({ level }) => level === 'error')) rowsWithErrors += 1;
        else check.addRow('training', String(line), value, raw);
      }
      for (const { line, reason, message } of batch.rejects)
        check.note(unreadableRow(reason, message), String(line));
      rows += batch.rows.length + batch.rejects.length;
      rowsWithErrors += batch.rejects.length;
      await setImmediate();
    }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
  const findings = check.finish();
  return succeed({
    format,
    rows,
    rowsWithErrors,
    findings: findings.map(({ rule, level, message, rows: broken, items }) => ({
      rule,
      level,
      message,
      mend: mends[rule],
      rows: broken,
      lines: items.map(Number),
    })),
    problems: problems.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity)),
    notListed: count - problems.length,
  });
}

function isNamedJsonl(path: string): boolean {
  return /\.jsonl(?:\.gz|\.zst)?$/i.test(path);
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
