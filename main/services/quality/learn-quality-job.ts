import { type QualityModel, qualityModelSchema } from '../../../shared/contract/quality-operations.ts';
import { learnQuality } from '../../../shared/domain/quality/learn-quality.ts';
import { countBehind } from '../../../shared/domain/signals/is-behind.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { transact } from '../../db/database.ts';
import { insertQualityModel, readLabelBasis } from '../../db/tables/quality-models.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { readFreshness } from '../signals/freshness.ts';
import { runSignals } from '../signals/run-signals.ts';
import { signalDefinitions } from '../signals/signal-definitions.ts';
import { projectQualityScore } from './project-quality-score.ts';
import { type LabelledRows, readLabelled } from './read-labelled.ts';

export interface LearnQualityInput {
  /** Questions of scales on which more is better. */
  readonly scales: readonly string[];
}

/** So many interactions are learned from at most; more would change little. */
const mostRows = 20_000;
const leastRows = 50;
const leastOfKind = 5;

/** `learnFromLabels` as a job, on values that are up to date. */
export const runLearnQuality: JobWork<LearnQualityInput> = async (input, context) => {
  if (countBehind(readFreshness(context.database)) > 0) {
    const measured = await runSignals({ all: false }, context);
    if (!measured.ok) return measured;
  }
  const model = await learnFromLabels(input, context);
  return model.ok ? succeed({ ...model.value }) : model;
};

/**
 * Learns from labels how good outputs are by their signals, and keeps the model. QUALITY_TOO_FEW_LABELS, JOB_CANCELLED.
 */
export async function learnFromLabels(
  { scales }: LearnQualityInput,
  context: JobContext,
): Promise<Result<QualityModel>> {
  const { database, signal } = context;
  const { revision, settings } = readSignalSettings(database);
  const basis = readLabelBasis(database);
  const labelled = await readLabelled(database, {
    scales,
    most: mostRows,
    goOn: async (done, total) => {
      context.report({ done, total, unit: 'rows', rows: done });
      await context.whenRunning();
      return !signal.aborted;
    },
  });
  if (signal.aborted) return fail('JOB_CANCELLED', 'Nothing was learned. Learn again when you like.');
  const enough = checkRows(labelled);
  if (!enough.ok) return enough;
  const scoreOf = projectQualityScore(database, settings);
  const learned = learnQuality(
    labelled.rows,
    signalDefinitions(database, settings),
    (values) => scoreOf(values)?.score ?? null,
  );
  if (learned === null)
    return fail(
      'QUALITY_TOO_FEW_LABELS',
      'The signals of the labelled interactions hardly differ, so that nothing can be learned from them. Label interactions with other signals, or import more signals.',
    );
  const good = labelled.rows.filter(({ isGood }) => isGood).length;
  const model = qualityModelSchema.parse({
    madeAt: Date.now(),
    revision,
    labels: {
      count: labelled.rows.length,
      good,
      bad: labelled.rows.length - good,
      undecided: labelled.undecided,
      unmeasured: labelled.unmeasured,
      found: labelled.found,
      questions: labelled.questions,
      scales,
    },
    basis,
    ...learned,
  });
  transact(database, () => {
    insertQualityModel(database, model);
  });
  context.changed(['signals']);
  return succeed(model);
}

function checkRows({ rows, unmeasured }: LabelledRows): Result<null> {
  const good = rows.filter(({ isGood }) => isGood).length;
  const bad = rows.length - good;
  if (rows.length >= leastRows && Math.min(good, bad) >= leastOfKind) return succeed(null);
  const found = `${leastRows} labelled interactions are needed, at least ${leastOfKind} of them good and ${leastOfKind} bad; there are ${good} good and ${bad} bad.`;
  return fail(
    'QUALITY_TOO_FEW_LABELS',
    unmeasured > 0
      ? `${found} ${unmeasured} more have no signal values yet: work them out first.`
      : `${found} Label more of them, or say of which scale more is better.`,
  );
}
