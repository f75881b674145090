import { basename } from 'node:path';
import type { Finding, Manifest } from '../../../shared/contract/export-operations.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { type ExportPart, exportPartSchema } from '../../../shared/domain/export/split.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createHuggingFaceFolder } from '../../files/containers/hugging-face/hugging-face-folder.ts';
import { createLayoutSink } from '../../files/containers/layout-sink.ts';
import { createRowSink, type RowSink } from '../../files/containers/row-sink.ts';
import type { FileSet } from '../../files/file-set.ts';
import { cardFindings } from './card-findings.ts';
import type { ExportCounts } from './export-pass.ts';
import type { ExportPaths } from './export-paths.ts';
import { sideFilesOf } from './side-files.ts';

/** The files that an export's rows go into, and those that stand beside them. */
export interface DataFiles {
  /** Parts that the recipe does not hold out go to the training file. */
  readonly sinks: Readonly<Record<ExportPart, RowSink>>;
  /** What the manifest says of the files with rows, when all sinks are finished. */
  readonly list: (counts: ExportCounts) => Manifest['files'];
  /** Writes what a reader wants beside the rows, when all sinks are finished. FILE_EXISTS. */
  readonly complete: () => Result<void>;
  /** What is wrong with the files apart from their rows. */
  readonly findings: readonly Finding[];
}

/** INPUT_INVALID where the format has a layout that the container cannot hold. */
export function createDataFiles(recipe: Recipe, paths: ExportPaths, files: FileSet): Result<DataFiles> {
  const { format, container = 'jsonl' } = recipe;
  const { layout, name } = formats[format];
  if (layout !== undefined && container !== 'jsonl') {
    return fail(
      'INPUT_INVALID',
      `${name} is a file of its own kind, which ${container} cannot hold. Export it without a container.`,
    );
  }
  if (container === 'huggingface') return succeed(createFolder(recipe, paths, files));
  const sinkOf = (part: ExportPart): RowSink =>
    layout === undefined
      ? createRowSink(container, paths[part], files)
      : createLayoutSink(layout, files.add(paths[part]));
  return succeed({
    sinks: sinksOf(recipe, sinkOf),
    list: (counts) =>
      files.describe().flatMap(({ path, bytes, sha256 }) => {
        const role = exportPartSchema.options.find((part) => path === paths[part]);
        return role === undefined
          ? []
          : [{ name: basename(path), role, rows: counts[role] ?? 0, bytes, sha256 }];
      }),
    complete: () => {
      const side = sideFilesOf(recipe, paths);
      if (!side.ok) return side;
      for (const { path, text } of side.value) files.add(path).write(text);
      return succeed(undefined);
    },
    findings: [],
  });
}

/** A folder is described by its card, so that a trainer's own files are not written. */
function createFolder(recipe: Recipe, paths: ExportPaths, files: FileSet): DataFiles {
  const name = basename(paths.training);
  const folder = createHuggingFaceFolder(paths.training, files);
  const { sentence } = formats[recipe.format];
  return {
    sinks: sinksOf(recipe, folder.sinkOf),
    list: () =>
      folder.shards().map(({ name: file, part: role, rows, bytes, sha256 }) => ({
        name: `${name}/${file}`,
        role,
        rows,
        bytes,
        sha256,
      })),
    complete: () => {
      folder.complete({
        card: recipe.card ?? { title: name },
        format: { id: recipe.format, sentence },
      });
      return succeed(undefined);
    },
    findings: cardFindings(recipe.card),
  };
}

function sinksOf(
  { validation, test }: Recipe,
  sinkOf: (part: ExportPart) => RowSink,
): Readonly<Record<ExportPart, RowSink>> {
  const training = sinkOf('training');
  return {
    training,
    validation: validation > 0 ? sinkOf('validation') : training,
    test: test === undefined ? training : sinkOf('test'),
  };
}
