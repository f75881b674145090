import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { skip } from '../../../../shared/domain/export/row-finding.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import type { Stage, StageContext } from './stage.ts';

/** Leaves out what makes a group too large. What is left after all other steps has been counted by a pass before. */
export async function makeBalanceStage(
  _recipe: Recipe,
  { balancer }: StageContext,
): Promise<Result<Stage | null>> {
  if (balancer === null) return succeed(null);
  return succeed({
    step: 'balanced',
    pass: (candidate) => (balancer.stays(candidate.row, candidate.example) ? succeed(candidate) : over),
  });
}

const over = skip('over_balance', 'Its group has more rows than the balance allows.');
