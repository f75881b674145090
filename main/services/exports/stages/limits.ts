import { createLimitCheck } from '../../../../shared/domain/export/limits.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import type { Stage } from './stage.ts';

/** Leaves out what is above the recipe's limits. */
export async function makeLimitsStage({ limits }: Recipe): Promise<Result<Stage | null>> {
  if (limits === undefined) return succeed(null);
  const check = createLimitCheck(limits);
  return succeed({
    step: 'limited',
    pass: (candidate) => check.add(candidate.row, candidate.example) ?? succeed(candidate),
  });
}
