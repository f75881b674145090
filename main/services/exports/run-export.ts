import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Manifest, manifestSchema } from '../../../shared/contract/export-operations.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { transact } from '../../db/database.ts';
import { onSnapshot } from '../../db/read-snapshot.ts';
import { schemaVersion } from '../../db/migrations/registry.ts';
import { readProject } from '../../db/tables/project.ts';
import { insertSnapshot } from '../../db/tables/snapshots.ts';
import { type FileSet, withFileSet } from '../../files/file-set.ts';
import type { RowSink } from '../../files/containers/row-sink.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { createLineageWriter } from './lineage-writer.ts';
import { createDataFiles, type DataFiles } from './data-files.ts';
import { emptyReason } from './empty-reason.ts';
import { type ExportPaths, exportPaths } from './export-paths.ts';
import {
  type ExportLine,
  type ExportPass,
  type ExportSummary,
  type PassOptions,
  startExportPass,
} from './export-pass.ts';

/** What an export job is started with. */
export interface ExportJobInput {
  readonly recipe: Recipe;
  readonly path: string;
  /** Replaces files of an earlier export. */
  readonly overwrite: boolean;
}

/** To make one anew, the frozen snapshots that were kept out then, too. */
export type WriteExportInput = ExportJobInput & PassOptions;

/**
 * Writes an export: its training file, those that the recipe holds out, the lineage and the manifest. They appear
 * together or not at all. The same project state and recipe give the same bytes, on any machine and day: rows
 * go in import order, and nothing in the files tells when or where they were written. Reports the manifest.
 *
 * FILE_EXISTS, EXPORT_EMPTY, FILTER_INVALID, JOB_CANCELLED, DISK_FULL, FILE_NOT_WRITABLE.
 */
export async function writeExport(input: WriteExportInput, context: JobContext): Promise<Result<Manifest>> {
  const paths = exportPaths(input.path, input.recipe);
  const existing = Object.values(paths).find((path) => existsSync(path));
  if (!input.overwrite && existing !== undefined) return fileExists(existing);
  return withFileSet(input.path, async (files) =>
    onSnapshot(context.database, async () => writeFiles(input, paths, files, context)),
  );
}

/** Writes an export and enters it as a snapshot. */
export async function exportRecipe(input: ExportJobInput, context: JobContext): Promise<Result<Manifest>> {
  const manifest = await writeExport(input, context);
  if (!manifest.ok) return manifest;
  transact(context.database, () =>
    insertSnapshot(context.database, { createdAt: Date.now(), path: input.path, manifest: manifest.value }),
  );
  context.changed(['exports']);
  return manifest;
}

/** `exportRecipe` as a job. */
export const runExport: JobWork<ExportJobInput> = async (input, context) => {
  const manifest = await exportRecipe(input, context);
  return manifest.ok ? succeed({ ...manifest.value }) : manifest;
};

function fileExists(path: string): Result<never> {
  return fail('FILE_EXISTS', `${path} is there already. Choose another name, or allow it to be replaced.`);
}

async function writeFiles(
  { recipe, frozen }: WriteExportInput,
  paths: ExportPaths,
  files: FileSet,
  context: JobContext,
): Promise<Result<Manifest>> {
  const made = createDataFiles(recipe, paths, files);
  if (!made.ok) return made;
  const data = made.value;
  let rows = 0;
  const lineage = createLineageWriter(context.database, recipe, files.add(paths.lineage));
  const take = (line: ExportLine): void => {
    data.sinks[line.part].add(line.text);
    lineage.add(line);
    rows++;
  };
  const pass = await startExportPass(context.database, recipe, take, frozen === undefined ? {} : { frozen });
  if (!pass.ok) return pass;
  const steps = withFinish(pass.value, new Set(Object.values(data.sinks)));
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const sources = lineage.finish();
      return complete({ recipe, summary: step.value, paths, files, data, sources }, context);
    }
    context.report({ done: rows, total: null, unit: 'rows', rows });
    await setImmediate();
    if (context.signal.aborted)
      return fail('JOB_CANCELLED', 'The export was cancelled. No file was written.');
  }
}

/** The steps of the pass, then those that finish its files. */
function* withFinish(pass: ExportPass, sinks: ReadonlySet<RowSink>): ExportPass {
  const summary = yield* pass;
  for (const sink of summary.counts.exported === 0 ? [] : sinks) yield* sink.finish();
  return summary;
}

interface WrittenRows {
  readonly recipe: Recipe;
  readonly summary: ExportSummary;
  readonly paths: ExportPaths;
  readonly files: FileSet;
  readonly data: DataFiles;
  readonly sources: NonNullable<Manifest['lineage']>['sources'];
}

function complete(
  { recipe, summary, paths, files, data, sources }: WrittenRows,
  context: JobContext,
): Result<Manifest> {
  if (summary.counts.exported === 0) return fail('EXPORT_EMPTY', emptyReason(summary.counts));
  const list = data.list(summary.counts);
  const lineage = lineageFile(files, { paths, sources });
  const completed = data.complete();
  if (!completed.ok) return completed;
  const manifest: Manifest = {
    format: manifestFormat,
    app: context.version,
    projectSchemaVersion: schemaVersion,
    projectId: readProject(context.database).id,
    recipe,
    ...summary,
    findings: [...summary.findings, ...data.findings],
    ...lineage,
    files: list,
  };
  files.add(paths.manifest).write(`${JSON.stringify(manifest, null, 2)}\n`);
  files.commit(staleFiles(recipe, paths, list));
  return succeed(manifest);
}

function lineageFile(
  files: FileSet,
  { paths, sources }: Pick<WrittenRows, 'paths' | 'sources'>,
): Pick<Manifest, 'lineage'> {
  const written = files.describe().find(({ path }) => path === paths.lineage);
  if (written === undefined) return {};
  const { path, bytes, sha256 } = written;
  return { lineage: { name: basename(path), bytes, sha256, sources } };
}

/** Version of the manifest's own form. */
const manifestFormat = 'flywheel-manifest-2';

/** Files of the export that is replaced: left beside the new ones they would seem to belong to them. */
function staleFiles(recipe: Recipe, paths: ExportPaths, written: Manifest['files']): string[] {
  if (!existsSync(paths.manifest)) return [];
  const old = manifestSchema.safeParse(readJson(paths.manifest));
  if (!old.success) return [];
  const unused = new Set([
    ...(recipe.validation > 0 ? [] : [basename(paths.validation)]),
    ...(recipe.test === undefined ? [basename(paths.test)] : []),
  ]);
  const kept = new Set(written.map(({ name }) => name));
  const folder = basename(paths.training);
  return old.data.files
    .filter(({ name }) => unused.has(name) || (isShardOf(folder, name) && !kept.has(name)))
    .map(({ name }) => join(dirname(paths.training), name))
    .filter((path) => existsSync(path));
}

/** A manifest may come from anywhere, and must not name files elsewhere. */
function isShardOf(folder: string, name: string): boolean {
  return (
    name.startsWith(`${folder}/`) && /^data\/\w+-\d+-of-\d+\.parquet$/u.test(name.slice(folder.length + 1))
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
