import { z } from 'zod';
import type { Answer, CommandContext } from '../command.ts';
import { followJob } from '../follow-job.ts';
import { plural } from '../format.ts';
import { withProject } from '../with-project.ts';

const found = z.object({ groups: z.int(), interactions: z.int() });

/** Marks the interactions that say nearly the same as others, and counts them. */
export async function findNearDuplicates(project: string, context: CommandContext): Promise<Answer> {
  return withProject(project, 'write', async (client) => {
    const { jobId } = await client.imports.findNearDuplicates();
    const job = await followJob(client, jobId, context);
    const counts = found.parse(job.result);
    return {
      json: counts,
      text: `${plural(counts.interactions, 'interaction')} in ${plural(counts.groups, 'group')} of near-duplicates. List them with --where near_duplicate=yes.`,
    };
  });
}
