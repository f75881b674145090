import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import { createExampleReader } from '../example-reader.ts';
import { makeBalanceStage } from './balance.ts';
import { makeCleanStage } from './clean.ts';
import { makeDecontamination } from './decontaminate.ts';
import { makeDuplicates } from './duplicates.ts';
import { makeLimitsStage } from './limits.ts';
import { makePrivacyStage } from './privacy.ts';
import { makeTokensStage } from './tokens.ts';
import type { ChoosingContext, Stage, StageContext, StageMaker } from './stage.ts';

/** What examples go through before a format writes them: these may change texts. In the order of the funnel. */
const rewriting: readonly StageMaker[] = [makeCleanStage, makePrivacyStage];

/** What rows that the format's readers accept go through: these only leave out. In the order of the funnel. */
const choosing: readonly StageMaker<ChoosingContext>[] = [
  makeTokensStage,
  makeDecontamination,
  makeDuplicates,
];

/** What rows with a side of the split go through. */
const limiting: readonly StageMaker<ChoosingContext>[] = [makeLimitsStage, makeBalanceStage];

export interface Stages {
  readonly rewriting: readonly Stage[];
  readonly choosing: readonly Stage[];
  readonly limiting: readonly Stage[];
  /** Those three one after the other. */
  readonly all: readonly Stage[];
}

/** The steps that a recipe asks for. */
export async function makeStages(recipe: Recipe, context: StageContext): Promise<Result<Stages>> {
  const before = await makeAll(rewriting, recipe, context);
  if (!before.ok) return before;
  // Steps of their own, so that what is read again is not counted twice.
  const again = await makeAll(rewriting, recipe, context);
  if (!again.ok) return again;
  const readExamples = createExampleReader(context.rows, recipe, again.value);
  const after = await makeAll(choosing, recipe, { ...context, readExamples });
  if (!after.ok) return after;
  const last = await makeAll(limiting, recipe, { ...context, readExamples });
  if (!last.ok) return last;
  const stages = { rewriting: before.value, choosing: after.value, limiting: last.value };
  return succeed({ ...stages, all: [...stages.rewriting, ...stages.choosing, ...stages.limiting] });
}

async function makeAll<Context extends StageContext>(
  makers: readonly StageMaker<Context>[],
  recipe: Recipe,
  context: Context,
): Promise<Result<readonly Stage[]>> {
  const stages: Stage[] = [];
  for (const make of makers) {
    const made = await make(recipe, context);
    if (!made.ok) return made;
    if (made.value !== null) stages.push(made.value);
  }
  return succeed(stages);
}
