import type { Facet } from '../../../shared/contract/search-operations.ts';
import { parseQuery } from '../../../shared/domain/search/parse-query.ts';
import { queryToText } from '../../../shared/domain/search/query-to-text.ts';
import type { Answer } from '../command.ts';
import { argument } from '../failure.ts';
import { formatCount, formatTable, oneLine } from '../format.ts';
import { formatItems, readPages } from '../item-pages.ts';
import { withProject } from '../with-project.ts';

export interface SearchOptions {
  readonly limit: number;
  readonly facets?: boolean;
}

/** What a query finds: how many interactions, the first of them and, where asked for, counts by facet. */
export async function search(project: string, query: string, options: SearchOptions): Promise<Answer> {
  const filter = [...argument(parseQuery(query))];
  return withProject(project, 'read', async (client) => {
    const { total } = await client.items.count({ filter });
    const items = await readPages(client, filter, { limit: options.limit });
    const found = { query: queryToText(filter), total, items };
    if (options.facets !== true) return { json: found, text: formatItems(items, total) };
    const { facets } = await client.search.facets({ filter });
    return { json: { ...found, facets }, text: `${formatItems(items, total)}\n\n${formatFacets(facets)}` };
  });
}

function formatFacets(facets: readonly Facet[]): string {
  const rows = facets.flatMap((facet) =>
    facet.values.map((value, index) => [
      index === 0 ? facet.name : '',
      oneLine(value.name, 40),
      `${facet.isAbout ? 'about ' : ''}${formatCount(value.count)}`,
    ]),
  );
  return formatTable(rows);
}
