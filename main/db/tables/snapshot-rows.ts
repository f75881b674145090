import type { Message } from '../../../shared/domain/message.ts';
import type { Database } from '../database.ts';
import { rowsOf, valuesOf } from '../query.ts';

export const missingSql = `
SELECT page.value FROM json_each(?) AS page
WHERE NOT EXISTS (SELECT 1 FROM interactions AS i WHERE i.id = page.value)`;

/** A reader of which of some interactions are not there any more. */
export function missingInteractionReader(
  database: Database,
): (ids: readonly string[]) => ReadonlySet<string> {
  const query = valuesOf<string>(database, missingSql);
  return (ids) => new Set(query.all(JSON.stringify(ids)));
}

export const inputsSql = `
SELECT i.id, i.messages FROM json_each(?) AS page CROSS JOIN interactions AS i ON i.id = page.value`;

/** A reader of the inputs of interactions by their ids; those that are gone have none. */
export function inputReader(
  database: Database,
): (ids: readonly string[]) => ReadonlyMap<string, readonly Message[]> {
  const query = rowsOf<{ readonly id: string; readonly messages: string }>(database, inputsSql);
  return (ids) =>
    new Map(
      query.all(JSON.stringify(ids)).map(({ id, messages }) => {
        const parsed: readonly Message[] = JSON.parse(messages);
        return [id, parsed];
      }),
    );
}
