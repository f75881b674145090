import { z } from 'zod';
import { joinCoverageSchema } from '../../shared/contract/join-coverage.ts';
import {
  type mappingSchema,
  personalDataSchema,
  targetPreviewSchema,
} from '../../shared/contract/import-operations.ts';
import type { Job } from '../../shared/contract/job-operations.ts';
import { formatCount, formatSeconds, plural, printable } from './format.ts';
import { joinMethodText } from './join-method-option.ts';

export interface ImportCounts {
  readonly read: number;
  readonly imported: number;
  readonly attached: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly seconds: number;
}

const reportSchema = z.object({
  read: z.int(),
  imported: z.int(),
  attached: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  editsAdded: z.int(),
  labelsAdded: z.int(),
  signalsAdded: z.int(),
  skipReasons: z.record(z.string(), z.int()),
  unmapped: z.record(z.string(), z.int()),
  targets: z.array(targetPreviewSchema).nullable(),
  personalData: personalDataSchema.nullable(),
  coverage: joinCoverageSchema.nullable(),
});

/** What came of one file, as it is printed. */
export interface ImportedFile extends ImportCounts, Omit<z.infer<typeof reportSchema>, keyof ImportCounts> {
  readonly file: string;
  /** Id of the source; null after a dry run. */
  readonly source: string | null;
  /** What went where, guessed entries included. */
  readonly mapping: z.infer<typeof mappingSchema>;
}

export function importedFile(
  job: Job,
  about: Pick<ImportedFile, 'file' | 'source' | 'seconds' | 'mapping'>,
): ImportedFile {
  return { ...about, ...reportSchema.parse(job.result) };
}

export function withRate<T extends ImportCounts>(counts: T): T & { rows_per_second: number } {
  const seconds = Math.round(counts.seconds * 1000) / 1000;
  return { ...counts, seconds, rows_per_second: seconds > 0 ? Math.round(counts.read / seconds) : 0 };
}

export function describeImports(files: readonly ImportedFile[], dryRun: boolean): string {
  return files.map((file) => describe(file, dryRun)).join('\n');
}

function describe(file: ImportedFile, dryRun: boolean): string {
  const { rows_per_second: rate, seconds } = withRate(file);
  const would = dryRun ? 'would be ' : '';
  const parts = [
    `${file.file}: ${plural(file.read, 'row')} read`,
    `${formatCount(file.imported)} ${would}imported`,
    ...(file.attached === 0 ? [] : [`${formatCount(file.attached)} ${would}joined to interactions`]),
    `${formatCount(file.duplicates)} already there`,
    `${formatCount(file.rejected)} rejected`,
    ...(file.skipped === 0 ? [] : [`${formatCount(file.skipped)} skipped`]),
    `${formatSeconds(seconds)} (${formatCount(rate)} rows/s)`,
  ];
  return [parts.join(', '), ...details(file).map((line) => `  ${printable(line)}`)].join('\n');
}

function details(file: ImportedFile): string[] {
  return [
    ...(file.source === null ? fieldLines(file) : [`source ${file.source}`]),
    ...Object.entries(file.skipReasons).map(([reason, rows]) => `skipped: ${reason} (${formatCount(rows)})`),
    ...(Object.keys(file.unmapped).length === 0
      ? []
      : [
          `kept as metadata: ${Object.entries(file.unmapped)
            .map(([name, rows]) => `${name} (${formatCount(rows)})`)
            .join(', ')}`,
        ]),
    ...coverageLines(file),
    ...(file.personalData?.kinds ?? []).map(
      ({ kind, findings, interactions, examples }) =>
        `personal data: ${formatCount(findings)} ${kind} in ${plural(interactions, 'interaction')}, such as ${examples.join(', ')}`,
    ),
  ];
}

/** Of a dry run, how rows of attachments would be joined. */
function coverageLines({ coverage }: ImportedFile): string[] {
  if (coverage === null) return [];
  const { method, rows, joined, reasons, examples } = coverage;
  const share = rows === 0 ? '' : ` (${Math.round((100 * joined) / rows)} %)`;
  return [
    `joined by ${joinMethodText(method)}: ${formatCount(joined)} of ${plural(rows, 'row')}${share}`,
    ...Object.entries(reasons).map(([reason, count]) => `not joined: ${reason} (${formatCount(count)})`),
    ...examples.map(({ line, message }) => `line ${line}: ${message}`),
  ];
}

/** Per field what a dry run found: the mapping, and how well it fits. */
function fieldLines({ mapping, targets }: ImportedFile): string[] {
  return mapping.map(({ target, path, transform }) => {
    const found = targets?.find((field) => field.target === target);
    const from = path === '' ? `(${transform?.kind ?? ''})` : path;
    if (found === undefined) return `${target} <- ${from}`;
    const { filled, empty, distinct, failed } = found;
    const failures = failed === 0 ? '' : `, ${formatCount(failed)} failed`;
    return `${target} <- ${from}: ${formatCount(filled)} filled, ${formatCount(empty)} empty, ${formatCount(distinct)} distinct${failures}`;
  });
}
