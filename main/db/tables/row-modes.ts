import type { RowMode } from '../../../shared/domain/export/export-row.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

/** The failure modes of interactions, by the interaction's id. */
export type RowModes = ReadonlyMap<string, readonly RowMode[]>;

/** Reads the failure modes that people or clusters that they confirmed gave to changes; being the nearest is no such word. */
export function rowModeReader(database: Database): (seqs: Float64Array) => RowModes {
  const query = rowsOf<RowMode & { readonly id: string }>(database, rowModesSql);
  return (seqs) => {
    const modes = new Map<string, RowMode[]>();
    for (const { id, name, definition } of query.all(JSON.stringify([...seqs]))) {
      const known = modes.get(id);
      if (known === undefined) modes.set(id, [{ name, definition }]);
      else known.push({ name, definition });
    }
    return modes;
  };
}

/** Exported for the test of its query plan. */
export const rowModesSql = `
SELECT i.id, f.name, f.definition FROM json_each(?) AS page
CROSS JOIN changes AS c INDEXED BY changes_by_interaction ON c.interaction_seq = page.value
CROSS JOIN change_modes AS m ON m.change_seq = c.seq AND m.how <> 'near'
CROSS JOIN failure_modes AS given ON given.seq = m.mode_seq
CROSS JOIN failure_modes AS f ON f.id = coalesce(given.merged_into, given.id) AND f.retired = 0
CROSS JOIN interactions AS i ON i.seq = page.value
GROUP BY page.key, f.seq ORDER BY page.key, f.seq`;
