import { z } from 'zod';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Answer, CommandContext } from '../command.ts';
import { UsageError } from '../failure.ts';
import { followJob } from '../follow-job.ts';
import { formatCount, formatSeconds, formatTable, oneLine, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface ClusterOptions {
  readonly full?: boolean;
  readonly accept?: boolean;
  readonly discard?: boolean;
  readonly seed?: number;
  readonly model?: string;
}

const reported = z.object({
  changes: z.int(),
  clusters: z.int(),
  noiseShare: z.number(),
  seconds: z.number(),
  pending: z.boolean(),
});

/** Brings the clusters of changes up to date or makes them anew, and counts them. */
export async function cluster(
  project: string,
  options: ClusterOptions,
  context: CommandContext,
): Promise<Answer> {
  if (options.discard === true) {
    if (options.full === true || options.accept === true)
      throw new UsageError({ message: 'Give --discard alone: it takes the pending clusters away.' });
    return withProject(project, 'write', discard);
  }
  return withProject(project, 'write', async (client) => {
    const isMade = options.full === true || options.seed !== undefined || options.model !== undefined;
    const made = isMade || options.accept !== true ? await run(client, options, context) : null;
    if (options.accept !== true || made?.pending === false) return answer(client, made);
    await client.clusters.accept();
    const { jobId } = await client.clusters.state();
    return answer(client, jobId === null ? null : await follow(client, jobId, context));
  });
}

type Report = z.infer<typeof reported>;

async function run(client: Client, options: ClusterOptions, context: CommandContext): Promise<Report> {
  const { full, seed, model } = options;
  const settings = seed === undefined && model === undefined ? undefined : { seed, model };
  const { jobId } = await client.clusters.run({ full, settings });
  return follow(client, jobId, context);
}

async function follow(client: Client, jobId: string, context: CommandContext): Promise<Report> {
  const job = await followJob(client, jobId, context);
  return reported.parse(job.result);
}

async function discard(client: Client): Promise<Answer> {
  await client.clusters.discard();
  return { json: { discarded: true }, text: 'The pending clusters are gone. Those in use stay as they are.' };
}

/** Clusters that are named in the text. */
const listed = 20;

async function answer(client: Client, report: Report | null): Promise<Answer> {
  if (report === null) return { json: null, text: 'The pending clusters are in use now.' };
  const { changes, clusters, noiseShare, seconds, pending } = report;
  const counts =
    `${plural(changes, 'change')}, ${plural(clusters, 'cluster')}, ` +
    `${formatCount(Math.round(noiseShare * 1000) / 10)} % in none, ${formatSeconds(seconds)}`;
  const json = { changes, clusters, noise_share: noiseShare, seconds, pending };
  if (pending) {
    const { keptShare, added, removed } = await client.clusters.difference();
    const kept =
      keptShare === null ? '' : `, ${formatCount(Math.round(keptShare * 1000) / 10)} % of changes stay`;
    return {
      json,
      text:
        `${counts}\nThey wait beside the clusters in use: ${formatCount(added.length)} new, ` +
        `${formatCount(removed.length)} gone${kept}. Take them over with --accept, or drop them with --discard.`,
    };
  }
  const all = await client.clusters.list();
  const rows = all.slice(0, listed).map((one) => [one.changes, oneLine(one.name, 70), one.state]);
  return { json, text: [counts, ...(rows.length === 0 ? [] : [formatTable(rows)])].join('\n') };
}
