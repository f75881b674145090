import type { Recipe } from '../shared/domain/export/recipe.ts';
import { endOf, withEngine } from './with-engine.ts';

/** One export by an engine, as the app runs it: its memory is that of the app. */
export async function exportInEngine(project: string, path: string, recipe: Recipe): Promise<void> {
  await withEngine(project, async (client) =>
    endOf(client, (await client.exports.start({ recipe, path })).jobId),
  );
}
