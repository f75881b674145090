import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import type { Client } from '../../../shared/contract/contract.ts';
import { toContractError } from '../../../shared/contract/engine-failure.ts';
import type { FileFormat, mappingEntrySchema } from '../../../shared/contract/import-operations.ts';
import type { Job } from '../../../shared/contract/job-operations.ts';
import { parseMapArgument } from '../../../shared/domain/mapping/target.ts';
import type { Answer, CommandContext } from '../command.ts';
import { argument, UsageError } from '../failure.ts';
import { followJob } from '../follow-job.ts';
import { formatCount, formatSeconds, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface ImportOptions {
  readonly format?: FileFormat;
  readonly map: readonly string[];
  readonly guess: boolean;
  readonly name?: string;
  readonly dryRun?: boolean;
}

/** How many columns a sentence names. */
const namedColumns = 20;

type MappingEntry = z.infer<typeof mappingEntrySchema>;

interface Counts {
  readonly read: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly seconds: number;
}

interface ImportedFile extends Counts {
  readonly file: string;
  /** Id of the source; null after a dry run. */
  readonly source: string | null;
  /** What went where, guessed entries included. */
  readonly mapping: readonly MappingEntry[];
}

/**
 * Imports files one after the other. For one file the answer is its counts; for several it is the totals with
 * `files`. Rejected rows do not fail an import: they are counted and kept with the source.
 */
export async function importFiles(
  project: string,
  files: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<Answer> {
  const explicit = options.map.map((text) => argument(parseMapArgument(text)));
  if (!options.guess && explicit.length === 0) {
    throw new UsageError({ message: '--no-guess needs at least one --map target=path.' });
  }
  return withProject(project, 'write', async (client) => {
    const imported: ImportedFile[] = [];
    for (const file of files)
      imported.push(await importFile(client, resolve(file), explicit, options, context));
    const [first] = imported;
    const json =
      first && imported.length === 1
        ? withRate(first)
        : { ...withRate(total(imported)), files: imported.map(withRate) };
    return { json, text: imported.map((one) => describe(one, options.dryRun ?? false)).join('\n') };
  });
}

async function importFile(
  client: Client,
  path: string,
  explicit: readonly MappingEntry[],
  options: ImportOptions,
  context: CommandContext,
): Promise<ImportedFile> {
  const file = { path, ...(options.format ? { format: options.format } : {}) };
  const mapping = options.guess ? await completeMapping(client, file, explicit) : [...explicit];
  const startedAt = performance.now();
  const { jobId, sourceId } = await client.imports.start({
    ...file,
    ...(options.name === undefined ? {} : { name: options.name }),
    mapping,
    ...(options.dryRun ? { dryRun: true } : {}),
  });
  const job = await followJob(client, jobId, context);
  const seconds = (performance.now() - startedAt) / 1000;
  return { file: path, source: sourceId, ...readCounts(job), seconds, mapping };
}

/**
 * What was given wins; a guess fills a target only where neither its target nor its path was given. MAPPING_INVALID
 * with the file's columns where nothing is given or guessed for the output.
 */
async function completeMapping(
  client: Client,
  file: { path: string; format?: FileFormat },
  explicit: readonly MappingEntry[],
): Promise<MappingEntry[]> {
  const { mapping, columns } = await client.imports.inspect(file);
  const rest = mapping.filter(
    (guessed) => !explicit.some((given) => given.target === guessed.target || given.path === guessed.path),
  );
  const complete = [...explicit, ...rest];
  if (complete.some(({ target }) => target === 'output' || target === 'messages')) return complete;
  const names = columns.slice(0, namedColumns).map((column) => column.path);
  throw toContractError({
    code: 'MAPPING_INVALID',
    message: `No column of ${basename(file.path)} is known to be the output. Name it with --map output=COLUMN; there are ${names.join(', ')}${columns.length > namedColumns ? ' and more' : ''}.`,
  });
}

function readCounts(job: Job): Omit<Counts, 'seconds'> {
  const count = (name: string): number => {
    const value = job.result?.[name];
    return typeof value === 'number' ? value : 0;
  };
  return {
    read: count('read'),
    imported: count('imported'),
    duplicates: count('duplicates'),
    rejected: count('rejected'),
  };
}

function total(files: readonly ImportedFile[]): Counts {
  const sum = (name: keyof Counts): number => files.reduce((all, file) => all + file[name], 0);
  return {
    read: sum('read'),
    imported: sum('imported'),
    duplicates: sum('duplicates'),
    rejected: sum('rejected'),
    seconds: sum('seconds'),
  };
}

function withRate<T extends Counts>(counts: T): T & { rows_per_second: number } {
  const seconds = Math.round(counts.seconds * 1000) / 1000;
  return { ...counts, seconds, rows_per_second: seconds > 0 ? Math.round(counts.read / seconds) : 0 };
}

function describe(file: ImportedFile, dryRun: boolean): string {
  const { rows_per_second: rate, seconds } = withRate(file);
  const parts = [
    `${file.file}: ${plural(file.read, 'row')} read`,
    `${formatCount(file.imported)} ${dryRun ? 'would be imported' : 'imported'}`,
    `${formatCount(file.duplicates)} already there`,
    `${formatCount(file.rejected)} rejected`,
    `${formatSeconds(seconds)} (${formatCount(rate)} rows/s)`,
  ];
  const details =
    file.source === null
      ? file.mapping.map(({ target, path }) => `  ${target} <- ${path}`)
      : [`  source ${file.source}`];
  return [parts.join(', '), ...details].join('\n');
}
