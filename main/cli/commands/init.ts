import { resolve } from 'node:path';
import type { Answer, CommandContext } from '../command.ts';
import { withEngine } from '../with-project.ts';

export async function init(
  path: string,
  options: { name?: string },
  _context: CommandContext,
): Promise<Answer> {
  return withEngine(async (client) => {
    const project = await client.project.create({
      path: resolve(path),
      ...(options.name === undefined ? {} : { name: options.name }),
    });
    return { json: project, text: `Made ${project.path}. Import data with: flywheel import ${path} FILE` };
  });
}
