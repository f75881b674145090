import { dirname, join } from 'node:path';
import { resourcesFolder } from '../main/engine/app-folders.ts';
import { createEngine } from '../main/engine/create-engine.ts';
import { createDirectClient } from '../main/engine/direct-client.ts';
import type { Client } from '../shared/contract/contract.ts';

/** Works on a project as the app does: by an engine, with jobs in threads of their own. */
export async function withEngine<T>(project: string, work: (client: Client) => Promise<T>): Promise<T> {
  const dataFolder = join(dirname(project), 'data');
  const options = { host: 'cli', version: 'bench', dataFolder, resourcesFolder: resourcesFolder() } as const;
  const engine = createEngine(options);
  const client = createDirectClient(engine.router);
  try {
    await client.project.open({ path: project });
    return await work(client);
  } finally {
    await engine.close();
  }
}

/** Waits for the end of a job; throws where it failed. */
export async function endOf(client: Client, jobId: string): Promise<void> {
  for await (const job of await client.jobs.watch({ id: jobId }))
    if (job.error !== null) throw new Error(job.error.message);
}
