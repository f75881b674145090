import { cleanExample, inputPlace } from '../../../../shared/domain/export/clean-example.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { fail, type Result, succeed } from '../../../../shared/result/result.ts';
import type { Stage } from './stage.ts';

/** Puts system message and template into inputs, and cleans texts. INPUT_INVALID for a template without the input. */
export async function makeCleanStage(recipe: Recipe): Promise<Result<Stage | null>> {
  const { clean, system } = recipe;
  if (clean === undefined && system === undefined) return succeed(null);
  if (clean?.template !== undefined && !clean.template.includes(inputPlace)) {
    return fail(
      'INPUT_INVALID',
      `The template has no ${inputPlace}, so that all inputs would be the same. Put it where the input goes.`,
    );
  }
  return succeed({
    step: 'cleaned',
    pass: (candidate) => {
      const cleaned = cleanExample(candidate.example, recipe);
      return cleaned.ok ? succeed({ ...candidate, example: cleaned.value }) : cleaned;
    },
  });
}
