import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import type { Client } from '../../../shared/contract/contract.ts';
import { toContractError } from '../../../shared/contract/engine-failure.ts';
import type {
  Brings,
  FileFormat,
  ImportOptions as StoredOptions,
  mappingEntrySchema,
} from '../../../shared/contract/import-operations.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import { parseMapArgument } from '../../../shared/domain/mapping/target.ts';
import type { Answer, CommandContext } from '../command.ts';
import { argument, UsageError } from '../failure.ts';
import { followJob } from '../follow-job.ts';
import {
  type ImportCounts,
  describeImports,
  importedFile,
  type ImportedFile,
  withRate,
} from '../import-report.ts';
import { readMapFile } from '../read-map-file.ts';
import { withProject } from '../with-project.ts';

export interface ImportOptions {
  readonly format?: FileFormat;
  /** An adapter's id, or 'none' for rows as they stand. */
  readonly adapter?: string;
  readonly table?: string;
  readonly map: readonly string[];
  readonly mapFile?: string;
  readonly guess: boolean;
  readonly attach?: boolean;
  readonly join: readonly string[];
  readonly on?: string;
  readonly joinBy?: JoinMethod;
  readonly resume?: boolean;
  readonly pseudonymise?: boolean;
  readonly scanPersonalData?: boolean;
  readonly name?: string;
  readonly dryRun?: boolean;
}

/** How many columns a sentence names. */
const namedColumns = 20;

type MappingEntry = z.infer<typeof mappingEntrySchema>;

/** What is asked of one file. */
interface FileRequest {
  readonly path: string;
  readonly format?: FileFormat;
  readonly adapter?: string | null;
  readonly brings?: Brings;
  readonly table?: string;
  /** Entries that somebody gave; a guess fills the rest. */
  readonly given: readonly MappingEntry[];
  readonly options: StoredOptions;
}

/**
 * Imports files one after the other, then joins those of `--join` to what they brought. For one file the answer is its
 * counts; for several it is the totals with `files`. Rejected rows do not fail an import: they are counted and kept with the source.
 */
export async function importFiles(
  project: string,
  files: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<Answer> {
  const request = readRequest(options);
  const join = readJoin(options);
  return withProject(project, 'write', async (client) => {
    const imported: ImportedFile[] = [];
    for (const file of files) {
      const given = join === null ? request.given : withKey(request.given, join.mainKey);
      imported.push(await importFile(client, { ...request, path: resolve(file), given }, options, context));
    }
    const joinSources = imported.flatMap(({ source }) => (source === null ? [] : [source]));
    for (const file of options.join) {
      const given = join === null ? [] : [{ target: 'external_id', path: join.fileKey }];
      const joined = { path: resolve(file), given, brings: 'attachments' as const };
      const stored = { ...joinOption(options), ...(joinSources.length === 0 ? {} : { joinSources }) };
      imported.push(
        await importFile(client, { ...joined, options: stored }, { ...options, resume: false }, context),
      );
    }
    const [first] = imported;
    const json =
      first && imported.length === 1
        ? withRate(first)
        : { ...withRate(total(imported)), files: imported.map(withRate) };
    return { json, text: describeImports(imported, options.dryRun ?? false) };
  });
}

function readRequest(options: ImportOptions): Omit<FileRequest, 'path'> {
  const file = options.mapFile === undefined ? { mapping: [] } : readMapFile(options.mapFile);
  const typed = options.map.map((text): MappingEntry => argument(parseMapArgument(text)));
  const given = [
    ...typed,
    ...file.mapping.filter(({ target }) => !typed.some((entry) => entry.target === target)),
  ];
  if (!options.guess && given.length === 0) {
    throw new UsageError({ message: '--no-guess needs at least one --map target=path, or a --map-file.' });
  }
  const adapter = options.adapter === 'none' ? null : (options.adapter ?? file.adapter);
  const brings = options.attach === true ? 'attachments' : file.brings;
  return {
    ...(options.format === undefined ? {} : { format: options.format }),
    ...(adapter === undefined ? {} : { adapter }),
    ...(brings === undefined ? {} : { brings }),
    ...(options.table === undefined ? {} : { table: options.table }),
    given,
    options: {
      ...joinOption(options),
      ...(options.pseudonymise === true ? { pseudonymise: true } : {}),
      ...(options.scanPersonalData === true ? { scanPersonalData: true } : {}),
    },
  };
}

function joinOption({ joinBy }: ImportOptions): Pick<StoredOptions, 'join'> {
  return joinBy === undefined ? {} : { join: joinBy };
}

/** `--on id` or `--on a=b`: the column of the files, and that of the joined file, that hold the same id. */
function readJoin({
  join,
  on,
}: ImportOptions): { readonly mainKey: string; readonly fileKey: string } | null {
  if (on === undefined) return null;
  if (join.length === 0) throw new UsageError({ message: '--on needs a --join FILE.' });
  const [mainKey = '', fileKey = mainKey] = on.split('=');
  if (mainKey === '' || fileKey === '') {
    throw new UsageError({ message: `--on ${on} names no column. Write --on id, or --on id=run_id.` });
  }
  return { mainKey, fileKey };
}

/** The id to join on is one of the interaction's, unless a mapping says already where it goes. */
function withKey(given: readonly MappingEntry[], path: string): readonly MappingEntry[] {
  const isKnown = given.some(
    ({ target, path: known }) => target === 'keys' || (target === 'external_id' && known === path),
  );
  return isKnown ? given : [...given, { target: 'keys', path }];
}

async function importFile(
  client: Client,
  { given, options: stored, ...file }: FileRequest,
  options: ImportOptions,
  context: CommandContext,
): Promise<ImportedFile> {
  const mapping = options.guess ? await completeMapping(client, file, given) : [...given];
  const startedAt = performance.now();
  const { jobId, sourceId } = await client.imports.start({
    ...file,
    ...(options.name === undefined ? {} : { name: options.name }),
    mapping,
    options: stored,
    ...(options.dryRun ? { dryRun: true } : {}),
    ...(options.resume ? { resume: true } : {}),
  });
  const job = await followJob(client, jobId, context);
  const seconds = (performance.now() - startedAt) / 1000;
  return importedFile(job, { file: file.path, source: sourceId, seconds, mapping });
}

/**
 * What was given wins; a guess fills a target only where neither its target nor its path was given. MAPPING_INVALID
 * with the file's columns where nothing is given or guessed for the output.
 */
async function completeMapping(
  client: Client,
  file: Omit<FileRequest, 'given' | 'options'>,
  given: readonly MappingEntry[],
): Promise<MappingEntry[]> {
  const { mapping, columns } = await inspectFor(client, file, given);
  const rest = mapping.filter(
    (guessed) => !given.some((entry) => entry.target === guessed.target || entry.path === guessed.path),
  );
  const complete = [...given, ...rest];
  if (
    file.brings === 'attachments' ||
    complete.some(({ target }) => target === 'output' || target === 'messages')
  )
    return complete;
  if (mapping.some(({ target }) => target === 'signals')) return complete;
  const names = columns.slice(0, namedColumns).map((column) => column.path);
  throw toContractError({
    code: 'MAPPING_INVALID',
    message: `No column of ${basename(file.path)} is known to be the output. Name it with --map output=COLUMN; there are ${names.join(', ')}${columns.length > namedColumns ? ' and more' : ''}.`,
  });
}

/** Where the given output is a column of the file itself, its rows are looked at as they stand, whoever wrote them. */
async function inspectFor(
  client: Client,
  file: Omit<FileRequest, 'given' | 'options'>,
  given: readonly MappingEntry[],
) {
  const recognised = await client.imports.inspect(file);
  const output = given.find(({ target }) => target === 'output' || target === 'messages');
  if (recognised.adapter === null || file.adapter !== undefined || output === undefined) return recognised;
  const isOf = (columns: typeof recognised.columns) => columns.some(({ path }) => path === output.path);
  if (isOf(recognised.columns)) return recognised;
  const plain = await client.imports.inspect({ ...file, adapter: null });
  return isOf(plain.columns) ? plain : recognised;
}

function total(files: readonly ImportedFile[]): ImportCounts {
  const sum = (name: keyof ImportCounts): number => files.reduce((all, file) => all + file[name], 0);
  return {
    read: sum('read'),
    imported: sum('imported'),
    attached: sum('attached'),
    duplicates: sum('duplicates'),
    rejected: sum('rejected'),
    skipped: sum('skipped'),
    seconds: sum('seconds'),
  };
}
