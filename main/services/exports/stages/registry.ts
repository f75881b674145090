import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import type { Stage, StageContext, StageMaker } from './stage.ts';

/** What examples go through before a format writes them: these may change texts. In the order of the funnel. */
const rewriting: readonly StageMaker[] = [];

/** What rows that the format's readers accept go through: these only leave out. In the order of the funnel. */
const choosing: readonly StageMaker[] = [];

export interface Stages {
  readonly rewriting: readonly Stage[];
  readonly choosing: readonly Stage[];
}

/** The steps that a recipe asks for. */
export async function makeStages(recipe: Recipe, context: StageContext): Promise<Result<Stages>> {
  const before = await makeAll(rewriting, recipe, context);
  if (!before.ok) return before;
  const after = await makeAll(choosing, recipe, context);
  return after.ok ? succeed({ rewriting: before.value, choosing: after.value }) : after;
}

async function makeAll(
  makers: readonly StageMaker[],
  recipe: Recipe,
  context: StageContext,
): Promise<Result<readonly Stage[]>> {
  const stages: Stage[] = [];
  for (const make of makers) {
    const made = await make(recipe, context);
    if (!made.ok) return made;
    if (made.value !== null) stages.push(made.value);
  }
  return succeed(stages);
}
