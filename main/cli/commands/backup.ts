import { resolve } from 'node:path';
import type { Answer } from '../command.ts';
import { plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export async function backupProject(project: string, out: string): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const backup = await client.project.backup({ path: resolve(out) });
    return { json: backup, text: `Wrote ${backup.path}: ${plural(backup.bytes, 'byte')}.` };
  });
}
