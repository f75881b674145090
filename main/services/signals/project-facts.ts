import { ratingScale } from '../../../shared/domain/fewshot/quality.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { ProjectFacts } from '../../../shared/domain/signals/values-of.ts';
import type { Database } from '../../db/database.ts';
import { ratingEnds } from '../../db/tables/few-shot-evidence.ts';
import { readFeedEnds } from '../../db/tables/outcome-feeds.ts';
import { readSignalBasis, type SignalBasis } from '../../db/tables/signal-basis.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { signalValuesVersion } from '../../db/tables/signal-values.ts';
import { numberOf, valuesOf } from '../../db/query.ts';
import { followedOutcomes } from '../outcomes/outcome-definitions.ts';
import { type MetaFields, metaFields } from './meta-fields.ts';

/** What values of a project are worked out with, as it is now. */
export interface Basis {
  readonly settings: SignalSettings;
  readonly facts: ProjectFacts;
  readonly fields: MetaFields;
  /** To compare with that of the last run. */
  readonly stored: Omit<SignalBasis, 'isComplete'>;
}

/** Looks into indexes only. */
export function currentBasis(database: Database): Basis {
  const { revision, settings } = readSignalSettings(database);
  const ends = ratingEnds(database);
  const copiesAreLogged = numberOf(database, copiesSql) === 1;
  const editsAreLogged = numberOf(database, editsSql) === 1;
  const outcomes = followedOutcomes(database, settings).map(({ definition }) => definition);
  const feedEnds = readFeedEnds(database);
  const newestAt = valuesOf<number>(database, newestSql).get() ?? null;
  const fields = metaFields(database, settings);
  return {
    settings,
    fields,
    facts: {
      ratingScale: ends === null ? null : ratingScale(ends.least, ends.greatest),
      copiesAreLogged,
      editsAreLogged,
      newestAt,
      outcomes,
      feedEnds,
    },
    stored: {
      version: signalValuesVersion,
      revision,
      facts: JSON.stringify({ ends, copiesAreLogged, editsAreLogged, outcomes, fields }),
      newestAt,
      feedEnds: JSON.stringify([...feedEnds].toSorted(([one], [other]) => one.localeCompare(other))),
    },
  };
}

const copiesSql = `SELECT EXISTS (SELECT 1 FROM signals INDEXED BY signals_by_name
  WHERE name = 'action' AND number IS NULL AND substr(text, 1, 64) = 'copied')`;
const editsSql = `SELECT EXISTS (SELECT 1 FROM edits) OR EXISTS (SELECT 1 FROM signals INDEXED BY signals_by_name
  WHERE name = 'action' AND number IS NULL AND substr(text, 1, 64) = 'edited')`;
const newestSql =
  'SELECT max(created_at) FROM interactions INDEXED BY interactions_by_time WHERE created_at IS NOT NULL';

/** Whether values were worked out with other settings, by other code or in a project that has changed as a whole. */
export function isOutdated(made: SignalBasis | null, { stored }: Basis): boolean {
  return (
    made === null ||
    !made.isComplete ||
    made.version !== stored.version ||
    made.revision !== stored.revision ||
    made.facts !== stored.facts
  );
}

/** The same of a project. */
export function hasOutdatedValues(database: Database): boolean {
  return isOutdated(readSignalBasis(database), currentBasis(database));
}
