import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Manifest, manifestSchema } from '../../../shared/contract/export-operations.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { exportPartSchema, type ExportPart } from '../../../shared/domain/export/split.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { transact } from '../../db/database.ts';
import { onSnapshot } from '../../db/read-snapshot.ts';
import { schemaVersion } from '../../db/migrations/registry.ts';
import { readProject } from '../../db/tables/project.ts';
import { insertSnapshot } from '../../db/tables/snapshots.ts';
import { type FileSet, withFileSet } from '../../files/file-set.ts';
import { createLayoutSink } from '../../files/containers/layout-sink.ts';
import { createRowSink, type RowSink } from '../../files/containers/row-sink.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { emptyReason } from './empty-reason.ts';
import { sideFilesOf } from './side-files.ts';
import { type ExportPaths, exportPaths } from './export-paths.ts';
import { type ExportPass, type ExportSummary, startExportPass } from './export-pass.ts';

/** What an export job is started with. */
export interface ExportJobInput {
  readonly recipe: Recipe;
  readonly path: string;
  /** Replaces files of an earlier export. */
  readonly overwrite: boolean;
}

/**
 * Writes an export: its training file, the validation file where the recipe holds some out, and the manifest. They
 * appear together or not at all. The same project state and recipe give the same bytes, on any machine and day: rows
 * go in import order, and nothing in the files tells when or where they were written. Reports the manifest.
 *
 * FILE_EXISTS, EXPORT_EMPTY, FILTER_INVALID, JOB_CANCELLED, DISK_FULL, FILE_NOT_WRITABLE.
 */
export async function exportRecipe(input: ExportJobInput, context: JobContext): Promise<Result<Manifest>> {
  const paths = exportPaths(input.path, input.recipe);
  const existing = Object.values(paths).find((path) => existsSync(path));
  if (!input.overwrite && existing !== undefined) return fileExists(existing);
  const manifest = await withFileSet(input.path, async (files) =>
    onSnapshot(context.database, async () => writeFiles(input.recipe, paths, files, context)),
  );
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
  recipe: Recipe,
  paths: ExportPaths,
  files: FileSet,
  context: JobContext,
): Promise<Result<Manifest>> {
  const sinks = createSinks(recipe, paths, files);
  if (!sinks.ok) return sinks;
  let rows = 0;
  const pass = await startExportPass(context.database, recipe, ({ part, text }) => {
    sinks.value[part].add(text);
    rows++;
  });
  if (!pass.ok) return pass;
  const steps = withFinish(pass.value, new Set(Object.values(sinks.value)));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return complete(recipe, step.value, paths, files, context);
    context.report({ done: rows, total: null, unit: 'rows', rows });
    await setImmediate();
    if (context.signal.aborted)
      return fail('JOB_CANCELLED', 'The export was cancelled. No file was written.');
  }
}

/** Parts that the recipe does not hold out go to the training file. */
type Sinks = Readonly<Record<ExportPart, RowSink>>;

/** INPUT_INVALID where the format has a layout that the container cannot hold. */
function createSinks(
  { format, container = 'jsonl', validation, test }: Recipe,
  paths: ExportPaths,
  files: FileSet,
): Result<Sinks> {
  const { layout, name } = formats[format];
  if (layout !== undefined && container !== 'jsonl') {
    return fail(
      'INPUT_INVALID',
      `${name} is a file of its own kind, which ${container} cannot hold. Export it without a container.`,
    );
  }
  const sinkOf = (path: string): RowSink =>
    layout === undefined ? createRowSink(container, path, files) : createLayoutSink(layout, files.add(path));
  const training = sinkOf(paths.training);
  return succeed({
    training,
    validation: validation > 0 ? sinkOf(paths.validation) : training,
    test: test === undefined ? training : sinkOf(paths.test),
  });
}

/** The steps of the pass, then those that finish its files. */
function* withFinish(pass: ExportPass, sinks: ReadonlySet<RowSink>): ExportPass {
  const summary = yield* pass;
  for (const sink of summary.counts.exported === 0 ? [] : sinks) yield* sink.finish();
  return summary;
}

function complete(
  recipe: Recipe,
  summary: ExportSummary,
  paths: ExportPaths,
  files: FileSet,
  context: JobContext,
): Result<Manifest> {
  if (summary.counts.exported === 0) return fail('EXPORT_EMPTY', emptyReason(summary.counts));
  const sideFiles = sideFilesOf(recipe, paths);
  if (!sideFiles.ok) return sideFiles;
  const manifest: Manifest = {
    format: manifestFormat,
    app: context.version,
    projectSchemaVersion: schemaVersion,
    projectId: readProject(context.database).id,
    recipe,
    ...summary,
    files: files.describe().map(({ path, bytes, sha256 }) => {
      const role = exportPartSchema.options.find((part) => path === paths[part]) ?? 'training';
      return { name: basename(path), role, rows: summary.counts[role] ?? 0, bytes, sha256 };
    }),
  };
  for (const { path, text } of sideFiles.value) files.add(path).write(text);
  files.add(paths.manifest).write(`${JSON.stringify(manifest, null, 2)}\n`);
  files.commit(staleParts(recipe, paths));
  return succeed(manifest);
}

/** Version of the manifest's own form. */
const manifestFormat = 'flywheel-manifest-2';

/** Held-out files of the export that is replaced: left beside the new one they would seem to belong to it. */
function staleParts(recipe: Recipe, paths: ExportPaths): string[] {
  const unused = [
    ...(recipe.validation > 0 ? [] : [paths.validation]),
    ...(recipe.test === undefined ? [paths.test] : []),
  ].filter((path) => existsSync(path));
  if (unused.length === 0 || !existsSync(paths.manifest)) return [];
  const old = manifestSchema.safeParse(readJson(paths.manifest));
  if (!old.success) return [];
  return unused.filter((path) => old.data.files.some(({ name }) => name === basename(path)));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
