import type { Client } from '../../shared/contract/contract.ts';
import type { ItemSummary } from '../../shared/contract/item-operations.ts';
import type { Filter } from '../../shared/domain/filter/filter.ts';
import { formatCount, formatTable, oneLine } from './format.ts';

/** Largest page of the contract. */
const pageSize = 1000;

export interface ItemPagesOptions {
  readonly limit: number;
  readonly after?: string;
}

/** The first interactions that match, or the first behind `after`, as many as `limit`. */
export async function readPages(
  client: Client,
  filter: Filter,
  options: ItemPagesOptions,
): Promise<ItemSummary[]> {
  const items: ItemSummary[] = [];
  let after = options.after ?? null;
  while (items.length < options.limit) {
    const page = await client.items.list({
      filter: [...filter],
      ...(after === null ? {} : { after }),
      limit: Math.min(pageSize, options.limit - items.length),
    });
    items.push(...page.items);
    after = page.nextAfter;
    if (after === null) break;
  }
  return items;
}

/** A table of interactions and how many there are of all that match. */
export function formatItems(items: readonly ItemSummary[], total: number): string {
  if (items.length === 0) return 'No interaction matches.';
  const rows = items.map((item) => [
    item.id,
    item.edited ? 'edited' : '',
    item.labelled ? 'labelled' : '',
    oneLine(item.input, 40),
    oneLine(item.output, 60),
  ]);
  return `${formatTable(rows)}\n${items.length} of ${formatCount(total)}`;
}
