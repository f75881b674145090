import type { Client } from '../../../shared/contract/contract.ts';
import type { QualityModel, QualityWeight } from '../../../shared/contract/quality-operations.ts';
import type { Answer, CommandContext } from '../command.ts';
import { UsageError } from '../failure.ts';
import { followJob } from '../follow-job.ts';
import { formatTable, formatTime, oneLine, plural } from '../format.ts';
import { withFreshSignals } from '../with-fresh-signals.ts';
import { withProject } from '../with-project.ts';

export interface QualityOptions {
  readonly learn?: boolean;
  /** Questions of scales on which more is better. */
  readonly scale: readonly string[];
}

/** Both quality scores: weights with how many interactions have which score, and what was learned from labels. */
export async function quality(
  project: string,
  { learn = false, scale }: QualityOptions,
  context: CommandContext,
): Promise<Answer> {
  if (!learn && scale.length > 0)
    throw new UsageError({ message: 'Give --learn with --scale: it says how labels are read.' });
  if (!learn) return withFreshSignals(project, context, answerOf);
  return withProject(project, 'write', async (client) => {
    const { jobId } = await client.quality.learn({ scales: [...scale] });
    await followJob(client, jobId, context);
    return answerOf(client);
  });
}

type Distribution = Awaited<ReturnType<Client['quality']['distribution']>>;

async function answerOf(client: Client): Promise<Answer> {
  const [weights, distribution, { model, outdated }] = await Promise.all([
    client.quality.weights(),
    client.quality.distribution(),
    client.quality.model(),
  ]);
  const text = [
    'Score by weights, from signals alone:',
    formatTable([['signal', 'high is', 'weight', 'default'], ...weights.signals.map(weightRow)]),
    '',
    ...distributionText(distribution),
    '',
    ...(model === null
      ? ['Nothing was learned from labels yet: flywheel quality PROJECT --learn']
      : modelText(model, outdated)),
  ].join('\n');
  return { json: { weights, distribution, model, outdated }, text };
}

function weightRow({ name, direction, weight, defaultWeight }: QualityWeight): string[] {
  return [oneLine(name, 40), direction, String(weight), String(defaultWeight)];
}

function distributionText({ bins, known, unknown }: Distribution): string[] {
  if (known === 0) return ['No interaction has a score: none has a signal that counts.'];
  const most = Math.max(1, ...bins);
  return [
    `${plural(known, 'interaction')} with a score, ${plural(unknown, 'interaction')} without:`,
    formatTable(
      bins.map((count, place) => [
        `${(place / bins.length).toFixed(2)} to ${((place + 1) / bins.length).toFixed(2)}`,
        count,
        '#'.repeat(Math.ceil((30 * count) / most)),
      ]),
    ),
  ];
}

function modelText(model: QualityModel, outdated: readonly string[]): string[] {
  const { labels, learned, weighted, base, folds, features, leftOut, madeAt } = model;
  return [
    `Learned from labels ${formatTime(madeAt)}: ${plural(labels.count, 'interaction')}, ${labels.good} good, ${labels.bad} bad, by ${labels.questions.map(({ name }) => name).join(', ')}`,
    ...(outdated.length === 0
      ? []
      : [`Since then changed: ${outdated.join(', ')}. Learn again with --learn.`]),
    `On rows that were not learned from (${folds.count} folds, ${plural(folds.groups, 'group')}):`,
    formatTable([
      ['score', 'AUC', 'Brier', 'log loss', 'calibration error', 'n'],
      judgedRow('learned', learned),
      ...(weighted === null ? [] : [judgedRow('by weights', weighted)]),
      ['share of good alone', '0.500', base.brier.toFixed(3), base.logLoss.toFixed(3), '', labels.count],
    ]),
    '',
    formatTable([
      ['signal', 'log odds', 'standard error', '95 % interval'],
      ...features.map(({ name, kind, coefficient, standardError, low, high }) => [
        oneLine(kind === 'known' ? `${name} is known` : name, 40),
        coefficient.toFixed(3),
        standardError.toFixed(3),
        `${low.toFixed(3)} to ${high.toFixed(3)}`,
      ]),
    ]),
    ...leftOut.map(({ name, reason }) => `${oneLine(name, 40)} is left out. ${reason}`),
  ];
}

function judgedRow(name: string, { figures, calibration }: QualityModel['learned']): (string | number)[] {
  const { auc, brier, logLoss, count } = figures;
  return [
    name,
    auc === null ? '' : auc.toFixed(3),
    brier.toFixed(3),
    logLoss.toFixed(3),
    calibration.error.toFixed(3),
    count,
  ];
}
