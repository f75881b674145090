import { defaultOutcome } from '../../../shared/domain/signals/default-outcome.ts';
import type { OutcomeDefinition, SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Database } from '../../db/database.ts';
import { hasNumbers, loggedOutcomes } from '../../db/tables/outcome-feeds.ts';

/** An outcome that is followed, because somebody defined it or the log has it. */
export interface FollowedOutcome {
  readonly definition: OutcomeDefinition;
  readonly isDefined: boolean;
  readonly isLogged: boolean;
}

/** Defined ones in their order, then those that are in the log alone, by name. */
export function followedOutcomes(
  database: Database,
  { outcomes }: Pick<SignalSettings, 'outcomes'>,
): FollowedOutcome[] {
  const logged = new Set(loggedOutcomes(database));
  const defined = new Set(outcomes.map(({ name }) => name));
  return [
    ...outcomes.map((definition) => ({
      definition,
      isDefined: true,
      isLogged: logged.has(definition.name),
    })),
    ...[...logged]
      .filter((name) => !defined.has(name))
      .map((name) => ({
        definition: defaultOutcome(name, hasNumbers(database, name) ? 'number' : 'yes_no'),
        isDefined: false,
        isLogged: true,
      })),
  ];
}
