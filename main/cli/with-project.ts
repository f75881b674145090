import { resolve } from 'node:path';
import type { Client } from '../../shared/contract/contract.ts';
import type { ProjectInfo } from '../../shared/contract/project-operations.ts';
import { appVersion, dataFolder, resourcesFolder } from '../engine/app-folders.ts';

/** Runs `work` with an engine in this process. The engine is loaded here: help and usage errors do without it. */
export async function withEngine<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const [{ createEngine }, { createDirectClient }] = await Promise.all([
    import('../engine/create-engine.ts'),
    import('../engine/direct-client.ts'),
  ]);
  const engine = createEngine({
    host: 'cli',
    version: appVersion(),
    dataFolder: dataFolder(),
    resourcesFolder: resourcesFolder(),
  });
  try {
    return await work(createDirectClient(engine.router));
  } finally {
    await engine.close();
  }
}

/** Opens the project, runs `work`, closes it. Commands that only read open it read-only, beside a running app. */
export async function withProject<T>(
  path: string,
  access: 'read' | 'write',
  work: (client: Client, project: ProjectInfo) => Promise<T>,
): Promise<T> {
  return withEngine(async (client) => {
    const project = await client.project.open({ path: resolve(path), readOnly: access === 'read' });
    return work(client, project);
  });
}
