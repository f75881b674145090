import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import type { Answer } from '../command.ts';
import { argument } from '../failure.ts';
import { formatItems, type ItemPagesOptions, readPages } from '../item-pages.ts';
import { parseId } from '../parse-id.ts';
import { withProject } from '../with-project.ts';

export interface ItemsOptions extends ItemPagesOptions {
  readonly where: readonly string[];
}

export async function listItems(project: string, options: ItemsOptions): Promise<Answer> {
  const filter = options.where.map((text) => argument(parseClause(text)));
  if (options.after !== undefined) parseId(options.after, 'interaction');
  return withProject(project, 'read', async (client) => {
    const { total } = await client.items.count({ filter });
    const items = await readPages(client, filter, options);
    return { json: { items, total }, text: formatItems(items, total) };
  });
}
