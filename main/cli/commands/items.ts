import type { Client } from '../../../shared/contract/contract.ts';
import type { ItemSummary } from '../../../shared/contract/item-operations.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import type { Answer } from '../command.ts';
import { argument } from '../failure.ts';
import { formatCount, formatTable, oneLine } from '../format.ts';
import { parseId } from '../parse-id.ts';
import { withProject } from '../with-project.ts';

export interface ItemsOptions {
  readonly where: readonly string[];
  readonly limit: number;
  readonly after?: string;
}

/** Largest page of the contract. */
const pageSize = 1000;

export async function listItems(project: string, options: ItemsOptions): Promise<Answer> {
  const filter = options.where.map((text) => argument(parseClause(text)));
  if (options.after !== undefined) parseId(options.after, 'interaction');
  return withProject(project, 'read', async (client) => {
    const { total } = await client.items.count({ filter });
    const items = await readPages(client, filter, options);
    const rows = items.map((item) => [
      item.id,
      item.edited ? 'edited' : '',
      item.labelled ? 'labelled' : '',
      oneLine(item.input, 40),
      oneLine(item.output, 60),
    ]);
    const text =
      items.length === 0
        ? 'No interaction matches.'
        : `${formatTable(rows)}\n${items.length} of ${formatCount(total)}`;
    return { json: { items, total }, text };
  });
}

async function readPages(
  client: Client,
  filter: Parameters<Client['items']['list']>[0]['filter'],
  options: ItemsOptions,
): Promise<ItemSummary[]> {
  const items: ItemSummary[] = [];
  let after = options.after ?? null;
  while (items.length < options.limit) {
    const page = await client.items.list({
      ...(filter ? { filter } : {}),
      ...(after === null ? {} : { after }),
      limit: Math.min(pageSize, options.limit - items.length),
    });
    items.push(...page.items);
    after = page.nextAfter;
    if (after === null) break;
  }
  return items;
}
