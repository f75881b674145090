import type { SignalsOverview } from '../../../shared/contract/signal-operations.ts';
import { snakeCase } from '../../../shared/domain/mapping/snake-case.ts';
import { outcomeId } from '../../../shared/domain/signals/catalogue.ts';
import { meaningOf } from '../../../shared/domain/signals/logged-names.ts';
import type { Database } from '../../db/database.ts';
import { distinctNames } from '../../db/tables/distinct-values.ts';
import { loggedOutcomes } from '../../db/tables/outcome-feeds.ts';
import { countNamed, kindNamed } from '../../db/tables/signal-totals.ts';

/** Names of signals of the log. */
export interface LoggedNames {
  /** By the signal of the catalogue that they mean. */
  readonly bySignal: ReadonlyMap<string, string[]>;
  /** Those that mean none. */
  readonly unused: readonly string[];
}

/** What the signals of the log mean by their names, and those that mean nothing. */
export function readLoggedNames(database: Database, mapped: Readonly<Record<string, string>>): LoggedNames {
  const outcomes = new Set(loggedOutcomes(database));
  const bySignal = new Map<string, string[]>();
  const unused: string[] = [];
  for (const name of distinctNames(database, 'signals')) {
    const signals = signalsOfName(name, mapped, outcomes);
    if (signals.length === 0) unused.push(name);
    for (const signal of signals) bySignal.set(signal, [...(bySignal.get(signal) ?? []), name]);
  }
  return { bySignal, unused };
}

/** One name tells of several signals where it is that of actions, or of an outcome as well. */
function signalsOfName(
  name: string,
  mapped: Readonly<Record<string, string>>,
  outcomes: ReadonlySet<string>,
): string[] {
  const meaning = meaningOf(name, mapped);
  const meant =
    snakeCase(name) === 'action' ? ['accepted', 'discarded', 'copied'] : meaning === null ? [] : [meaning];
  return outcomes.has(name) ? [...meant, outcomeId(name)] : meant;
}

/** How often they are logged, the most frequent first; read from an index. */
export function countUnused(database: Database, names: readonly string[]): SignalsOverview['unused'] {
  return names
    .map((name) => ({ name, kind: kindNamed(database, name), count: countNamed(database, name) }))
    .toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name, 'en'));
}
