import { resolve } from 'node:path';
import { ORPCError } from '@orpc/client';
import type { Client } from '../../shared/contract/contract.ts';
import { isBehind } from '../../shared/domain/signals/is-behind.ts';
import type { CommandContext } from './command.ts';
import { followJob } from './follow-job.ts';
import { withEngine } from './with-project.ts';

/**
 * Opens the project and runs `work` on values of signals that are up to date. Where the app has it open, or it cannot be
 * written, the values are those that it has; reports say how far these are.
 */
export async function withFreshSignals<T>(
  path: string,
  context: CommandContext,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  return withEngine(async (client) => {
    if (await openToWrite(client, resolve(path))) await catchUp(client, context);
    return work(client);
  });
}

async function catchUp(client: Client, context: CommandContext): Promise<void> {
  const { freshness } = await client.signals.overview();
  if (!isBehind(freshness)) return;
  const { id } = await client.signals.recompute({});
  await followJob(client, id, context);
}

/** Whether it could be opened to write; else it is open to read. */
async function openToWrite(client: Client, path: string): Promise<boolean> {
  try {
    return !(await client.project.open({ path })).readOnly;
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'PROJECT_LOCKED') throw error;
    await client.project.open({ path, readOnly: true });
    return false;
  }
}
