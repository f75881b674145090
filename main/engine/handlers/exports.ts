import { basename } from 'node:path';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { previewExport } from '../../services/exports/preview-export.ts';
import { validateFile } from '../../services/exports/validate-file.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createExportsHandlers(state: EngineState) {
  const { exports } = operations;
  const database = () => unwrap(state.requireProject()).database;
  return {
    preview: exports.preview.handler(async ({ input, signal }) =>
      unwrap(
        hasLongSteps(input.recipe)
          ? await state.readings.read(unwrap(state.requireProject()), 'preview', input, signal)
          : await previewExport(database(), input, signal),
      ),
    ),
    start: exports.start.handler(({ input }) => {
      const project = unwrap(state.requireWritable());
      const { recipe, path, overwrite = false } = input;
      const job = state.jobs.start(project, {
        kind: 'export',
        title: `Exporting ${basename(path)}`,
        unit: 'rows',
        input: { recipe, path, overwrite },
      });
      return { jobId: job.id };
    }),
    privacySamples: exports.privacySamples.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(unwrap(state.requireProject()), 'privacySamples', input, signal)),
    ),
    validate: exports.validate.handler(async ({ input, signal }) =>
      unwrap(await validateFile(input, signal)),
    ),
  };
}

/** Parts of a recipe whose steps take long, such as loading a vocabulary: their preview has a thread of its own. */
const longParts = [
  'privacy',
  'tokens',
  'duplicates',
  'decontaminate',
  'keepsNearDuplicates',
  'balance',
] as const;

function hasLongSteps(recipe: Recipe): boolean {
  return longParts.some((part) => recipe[part] !== undefined);
}
