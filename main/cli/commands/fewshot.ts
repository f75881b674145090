import { resolve } from 'node:path';
import {
  type FewShotChoice,
  type FewShotComparison,
  fewShotChoiceSchema,
} from '../../../shared/contract/few-shot-operations.ts';
import type { EvidenceKind, FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import type { Answer, CommandContext } from '../command.ts';
import { argument, UsageError } from '../failure.ts';
import { followJob } from '../follow-job.ts';
import { formatCount, oneLine, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface FewShotCommandOptions extends Pick<
  FewShotOptions,
  'budget' | 'most' | 'by' | 'method' | 'order' | 'format' | 'leastQuality' | 'model'
> {
  readonly where: readonly string[];
  readonly counter: number;
  readonly evidence: readonly EvidenceKind[];
  readonly scale: readonly string[];
  readonly compare?: string;
  readonly save?: string;
  /** Of the saved set: the prompt version it is live for, or true for all. */
  readonly live?: string | true;
  readonly out?: string;
  readonly force?: boolean;
}

/** Chooses few-shot examples, and keeps and writes them where that is asked for. */
export async function fewshot(
  project: string,
  {
    where,
    counter,
    evidence,
    scale,
    compare,
    save,
    live,
    out,
    force = false,
    ...rest
  }: FewShotCommandOptions,
  context: CommandContext,
): Promise<Answer> {
  if (live !== undefined && save === undefined)
    throw new UsageError({ message: 'Give --save NAME with --live: only a set that is kept can be live.' });
  const { budget, most, by, method, order, format, leastQuality, model } = rest;
  const options: FewShotOptions = {
    filter: where.map((text) => argument(parseClause(text))),
    counters: counter,
    evidence: [...evidence],
    scales: [...scale],
    budget,
    most,
    by,
    method,
    order,
    format,
    leastQuality,
    model,
  };
  return withProject(project, 'write', async (client) => {
    const { jobId } = await client.fewShot.choose({ options, compare });
    const job = await followJob(client, jobId, context);
    const choice = fewShotChoiceSchema.parse(job.result);
    const content = {
      examples: choice.examples.map(({ id }) => id),
      counters: choice.counters.map(({ id, mode }) => ({ id, modeId: mode.id })),
    };
    if (save !== undefined) {
      const { tokens, coverage } = choice;
      await client.fewShot.save({ ...content, name: save, options, tokens, coverage });
      if (live !== undefined)
        await client.fewShot.setLive({ name: save, liveFor: live === true ? '' : live });
    }
    const written =
      out === undefined
        ? null
        : await client.fewShot.write({ ...content, format, path: resolve(out), overwrite: force });
    const lines = [
      describe(choice),
      ...(save === undefined ? [] : [`Kept as ${save}${live === undefined ? '' : ', live'}.`]),
      ...(written === null
        ? []
        : [`${written.path}: ${plural(content.counters.length + content.examples.length, 'example')}`]),
    ];
    return { json: written === null ? choice : { ...choice, written }, text: lines.join('\n') };
  });
}

function describe(choice: FewShotChoice): string {
  const { examples, counters, options, comparison, found, good, considered, measured } = choice;
  const head =
    `${plural(examples.length, 'example')}${counters.length === 0 ? '' : `, ${plural(counters.length, 'counter-example')}`}, ` +
    `${formatCount(choice.tokens)} of ${plural(options.budget, 'token')}, coverage ${percent(choice.coverage)} (${percent(choice.chance)} by chance)`;
  return [
    head,
    `Of ${plural(found, 'interaction')} ${formatCount(good)} with a good answer, ${formatCount(considered)} to choose from, measured on ${formatCount(measured)}.`,
    ...choice.notes,
    ...choice.groups.map(
      ({ name, candidates, chosen }) => `${name}: ${chosen} of ${formatCount(candidates)}`,
    ),
    choice.orderWhy,
    ...counters.map(({ input, why }) => `- counter-example: ${oneLine(input, 70)}\n  ${why}`),
    ...examples.map(
      ({ id, input, why, loss }, place) =>
        `${place + 1}. ${oneLine(input, 70)} (${id})\n   ${why} Without it ${percent(loss)} of coverage is lost.`,
    ),
    ...(comparison === null ? [] : [compared(comparison)]),
  ].join('\n');
}

function compared({ name, stays, in: added, out, before, after }: FewShotComparison): string {
  return (
    `Beside ${name}: ${stays} stay, ${added.length} in, ${out.length} out; ` +
    `coverage ${percent(before.coverage)} before, ${percent(after.coverage)} after.`
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
