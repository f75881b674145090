import type { FewShotChoice } from '../../../shared/contract/few-shot-operations.ts';
import { chooseByCoverage } from '../../../shared/domain/fewshot/choose-by-coverage.ts';
import { chooseCentres } from '../../../shared/domain/fewshot/choose-centres.ts';
import type { FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { createLikeness, inverseOf, type Likeness } from '../../../shared/domain/fewshot/likeness.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createTokenCounter } from '../../tokens/token-counter.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { type ChosenCounter, chooseCounters } from './choose-counters.ts';
import { compareWith } from './compare-with.ts';
import { describeChoice } from './describe-choice.ts';
import { setToCompare } from './few-shot-sets.ts';
import { findCandidates, findSeqs, spreadSeqs } from './find-candidates.ts';
import { groupCandidates, type GroupedCandidates } from './group-candidates.ts';
import { createJobSteps, type JobSteps } from './job-steps.ts';
import { readTexts } from './read-texts.ts';
import { openTextVectors, type TextVectors } from './text-vectors.ts';

export interface ChooseFewShotInput {
  readonly options: FewShotOptions;
  /** Name of a set to compare with; null for the live one, where there is one. */
  readonly compare: string | null;
  /** Where settings of models are. */
  readonly dataFolder: string;
}

/** `chooseFewShot` as a job. */
export const runChooseFewShot: JobWork<ChooseFewShotInput> = async (input, context) => {
  const choice = await chooseFewShot(input, context);
  return choice.ok ? succeed({ ...choice.value }) : choice;
};

/** A model's vectors have a weight for every term, so that each comparison costs ten times as much. */
const mostCandidates = { sparse: 100_000, dense: 10_000 } as const;

/** Interactions that coverage is measured on; fewer where there are many candidates or comparisons are dear. */
const mostMeasured = 3000;
const fewMeasured = 1000;
const manyCandidates = 20_000;

/**
 * Chooses examples for a prompt: of the interactions that a filter finds those with a good answer that together are most
 * like all of them, within a budget of tokens. The same project and options give the same examples. FEW_SHOT_EMPTY,
 * FEW_SHOT_SET_NOT_FOUND, FILTER_INVALID, MODEL_UNUSABLE, JOB_CANCELLED.
 */
export async function chooseFewShot(
  { options, compare, dataFolder }: ChooseFewShotInput,
  context: JobContext,
): Promise<Result<FewShotChoice>> {
  const { database } = context;
  const vectors = await openTextVectors(options.model, dataFolder);
  if (!vectors.ok) return vectors;
  const tokens = await createTokenCounter('o200k_base');
  if (!tokens.ok) return tokens;
  const set = setToCompare(database, compare);
  if (!set.ok) return set;
  const seqs = findSeqs(database, options);
  if (!seqs.ok) return seqs;
  const { isSparse } = vectors.value;
  const limit = isSparse ? mostCandidates.sparse : mostCandidates.dense;
  const steps = createJobSteps(context, 2 * seqs.value.length);
  const found = await findCandidates(database, seqs.value, options, { most: limit, steps });
  if (!found.ok) return found;
  const { candidates, good } = found.value;
  if (good === 0) return nothingGood(seqs.value.length);
  const measuredSeqs = spreadSeqs(
    seqs.value,
    isSparse && candidates.length <= manyCandidates ? mostMeasured : fewMeasured,
  );
  steps.nextStage(seqs.value.length, measuredSeqs.length + 2 * candidates.length);

  const countTokens = tokens.value.count;
  const counters = chooseCounters(database, seqs.value, options, countTokens);
  const reading = await readAll(context, options, {
    vectors: vectors.value,
    countTokens,
    steps,
    measuredSeqs,
    candidateSeqs: Float64Array.from(candidates, ({ seq }) => seq),
  });
  if (!reading.ok) return reading;
  const { covered, texts } = reading.value;
  const grouped = groupCandidates(candidates, texts, new Set(counters.map(({ seq }) => seq)));
  const inverse = isSparse ? inverseOf([...covered, ...grouped.vectors]) : null;
  const likeness = createLikeness(covered, inverse);
  const places = await choose(grouped, likeness, options, { covered, counters, steps });
  if (!places.ok) return places;
  if (places.value.length + counters.length === 0) return nothingFits(grouped, options);
  const described = describeChoice(database, {
    options,
    grouped,
    likeness,
    measuredSeqs,
    places: places.value,
    counters,
  });
  const comparison =
    set.value === null
      ? null
      : await compareWith(database, set.value, {
          after: described,
          likeness,
          vectors: vectors.value,
          signal: context.signal,
        });
  if (comparison !== null && !comparison.ok) return comparison;
  return succeed({
    ...described,
    found: seqs.value.length,
    good,
    considered: grouped.vectors.length,
    notes: notesOf({
      good,
      limit,
      grouped,
      isMeasuredWhole: measuredSeqs.length === seqs.value.length,
      isShort: places.value.length < options.most,
      missing: options.counters - counters.length,
    }),
    comparison: comparison === null ? null : comparison.value,
  });
}

interface Reading {
  readonly vectors: TextVectors;
  readonly countTokens: (text: string) => number;
  readonly steps: JobSteps;
  readonly measuredSeqs: Float64Array;
  readonly candidateSeqs: Float64Array;
}

async function readAll(
  { database, signal }: JobContext,
  options: FewShotOptions,
  { measuredSeqs, candidateSeqs, ...using }: Reading,
) {
  const { steps } = using;
  const measured = await readTexts(database, { seqs: measuredSeqs, as: null, signal, ...using });
  if (!measured.ok) return measured;
  steps.nextStage(measuredSeqs.length, 2 * candidateSeqs.length);
  const texts = await readTexts(database, { seqs: candidateSeqs, as: options, signal, ...using });
  if (!texts.ok) return texts;
  steps.nextStage(candidateSeqs.length, candidateSeqs.length);
  return succeed({ covered: measured.value.map(({ packed }) => packed), texts: texts.value });
}

async function choose(
  grouped: GroupedCandidates,
  likeness: Likeness,
  { method, budget, most }: FewShotOptions,
  {
    covered,
    counters,
    steps,
  }: {
    readonly covered: readonly Uint8Array[];
    readonly counters: readonly ChosenCounter[];
    readonly steps: JobSteps;
  },
): Promise<Result<readonly number[]>> {
  const { vectors, tokens, quality, group, groups } = grouped;
  const candidates = {
    count: vectors.length,
    tokens,
    quality,
    group,
    groups: groups.length,
    size: likeness.size,
    likeness: (place: number) => likeness.toAll(vectors[place] ?? nothing),
    total: (place: number) => likeness.total(vectors[place] ?? nothing),
  };
  const limit = { budget: budget - counters.reduce((sum, one) => sum + one.tokens, 0), most };
  return steps.run(
    method === 'facility'
      ? chooseByCoverage(candidates, limit)
      : chooseCentres(
          {
            ...candidates,
            centrality: covered.map((packed) => likeness.total(packed)),
            column: (one) => likeness.columnOf(one, vectors),
          },
          limit,
        ),
  );
}

const nothing = new Uint8Array(1);

function nothingGood(found: number): Result<never> {
  return fail(
    'FEW_SHOT_EMPTY',
    found === 0
      ? 'The filter finds no interaction. Take a condition away.'
      : 'No interaction has an answer that is good enough. Edit or label some, or ask for less quality.',
  );
}

function nothingFits({ vectors, tokens }: GroupedCandidates, { budget }: FewShotOptions): Result<never> {
  if (vectors.length === 0)
    return fail(
      'FEW_SHOT_EMPTY',
      'The format can hold none of the good answers, or all of them are in frozen test sets. Choose another format.',
    );
  const least = tokens.reduce((found, one) => Math.min(found, one), Infinity);
  return fail(
    'FEW_SHOT_EMPTY',
    least > budget
      ? `No example fits into ${budget} tokens: the shortest takes ${least}. Give it a larger budget.`
      : 'No example is like any interaction: the inputs and answers hold no words to compare.',
  );
}

interface Noted {
  readonly good: number;
  readonly limit: number;
  readonly grouped: GroupedCandidates;
  readonly isMeasuredWhole: boolean;
  /** Whether fewer examples were chosen than asked for. */
  readonly isShort: boolean;
  /** Counter-examples that were asked for and not found. */
  readonly missing: number;
}

/** What was left out, in sentences. */
function notesOf({ good, limit, grouped, isMeasuredWhole, isShort, missing }: Noted): string[] {
  const notes: string[] = [];
  if (good > limit) notes.push(`Chosen from the ${limit} best-rated of ${good} good answers.`);
  if (grouped.unwritable > 0)
    notes.push(
      `${counted(grouped.unwritable, 'good answer')} passed over: the format cannot hold what they have.`,
    );
  if (grouped.frozen > 0)
    notes.push(`${counted(grouped.frozen, 'good answer')} passed over, being in a frozen test set.`);
  if (!isMeasuredWhole)
    notes.push('Coverage is measured on a part of the interactions that is spread over all alike.');
  if (isShort) notes.push('No further example within the budget covers anything better.');
  if (missing > 0)
    notes.push(
      `${counted(missing, 'counter-example')} fewer than asked for: no more failure modes have an edited interaction that fits. Bring the clusters up to date, or name failure modes in the review.`,
    );
  return notes;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
