import type { SignalOfItem } from '../../../shared/contract/signal-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { seqOfItem } from '../../db/tables/items.ts';
import { notFound } from '../items/list-items.ts';
import { valuesOfInteraction } from './measure-values.ts';
import { currentBasis } from './project-facts.ts';
import { signalDefinitions } from './signal-definitions.ts';

export interface ValuesForItem {
  readonly values: SignalOfItem[];
  readonly quality: number | null;
}

/** What is known of an interaction, worked out from what the project holds now, whatever is stored of it. ITEM_NOT_FOUND. */
export function valuesForItem(database: Database, id: string): Result<ValuesForItem> {
  const seq = seqOfItem(database, id);
  if (seq === null) return notFound(id);
  const basis = currentBasis(database);
  const made = valuesOfInteraction(database, seq, basis);
  if (made === null) return notFound(id);
  const definitions = new Map(
    signalDefinitions(database, basis.settings).map((signal) => [signal.id, signal]),
  );
  return succeed({
    values: made.known.flatMap((signal) => {
      const definition = definitions.get(signal.id);
      if (definition === undefined) return [];
      const { id: signalId, name, kind, direction, unit } = definition;
      return [{ id: signalId, name, kind, direction, unit, value: signal.value, reason: signal.reason }];
    }),
    quality: made.quality,
  });
}
