import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Answer } from '../command.ts';
import { UsageError } from '../failure.ts';
import { plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface ForgetOptions {
  readonly user: string;
  readonly yes?: boolean;
  readonly backup: boolean;
}

/** Deletes a user's interactions, behind a copy of before; the copy still holds them, and the answer names it. */
export async function forgetUser(
  project: string,
  { user, yes = false, backup }: ForgetOptions,
): Promise<Answer> {
  if (!yes) {
    throw new UsageError({
      message:
        'Forgetting a user deletes all their interactions and cannot be taken back. Add --yes if you mean it.',
    });
  }
  return withProject(project, 'write', async (client) => {
    const copy = backup ? (await client.project.backup({ path: backupPath(project) })).path : null;
    const removed = await client.imports.forgetUser({ user });
    const retired = await client.snapshots.retired();
    const lines = [
      `Removed ${plural(removed.interactions, 'interaction')}, ${plural(removed.edits, 'edit')} and ${plural(removed.labels, 'label')}.`,
      ...(copy === null
        ? []
        : [`${copy} is a copy of before, with all of it: delete it when it is not needed.`]),
      ...retired.map(({ path, rows }) => `${path} has ${plural(rows, 'row')} to train anew without.`),
    ];
    return { json: { ...removed, backup: copy, retired }, text: lines.join('\n') };
  });
}

function backupPath(project: string): string {
  const path = resolve(project);
  const folder = join(dirname(path), 'backups');
  mkdirSync(folder, { recursive: true });
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  return join(folder, `${basename(path, '.flywheel')}-before-forgetting-${time}.flywheel`);
}
