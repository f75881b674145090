import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';
import type { StoredRequery } from './requeries.ts';
import type { RequeryVerdict } from './requery-verdicts.ts';

/** A pair with what people said of it. */
export interface ListedRequery extends StoredRequery {
  readonly seq: number;
  readonly verdict: RequeryVerdict | null;
}

/** Which pairs are listed: `found` by the settings, whatever people said. */
export type ShownRequeries = 'unjudged' | 'judged' | 'found' | 'all';

type Settings = SignalSettings['requery'];

/** Pairs on either side of the least likeness, those nearest to it first; up to `limit` on each. */
export function requeriesNearBorder(
  database: Database,
  settings: Settings,
  show: ShownRequeries,
  limit: number,
): { readonly above: readonly ListedRequery[]; readonly below: readonly ListedRequery[] } {
  const parameters = [settings.leastLikeness, ...(show === 'found' ? foundParameters(settings) : []), limit];
  const read = (side: 'above' | 'below') =>
    rowsOf<ListedRequery>(database, requeriesSideSql(side, show)).all(...parameters);
  return { above: read('above'), below: show === 'found' ? [] : read('below') };
}

/** Begins with the few that were judged where only those are wanted, else goes along the index from the border. */
export function requeriesSideSql(side: 'above' | 'below', show: ShownRequeries): string {
  const judged = 'v.interaction_seq = r.interaction_seq AND v.earlier_seq = r.earlier_seq';
  const from =
    show === 'judged'
      ? `requery_verdicts AS v CROSS JOIN requeries AS r ON ${judged}`
      : `requeries AS r INDEXED BY requeries_by_likeness LEFT JOIN requery_verdicts AS v ON ${judged}`;
  const conditions = [
    side === 'above' ? 'r.likeness >= ?' : 'r.likeness < ?',
    ...(show === 'unjudged' ? ['v.verdict IS NULL'] : []),
    ...(show === 'found' ? [foundSql] : []),
  ];
  return `SELECT r.interaction_seq AS seq, r.earlier_seq AS earlierSeq, r.scope, r.likeness, r.gap_ms AS gapMs, v.verdict
    FROM ${from} WHERE ${conditions.join(' AND ')}
    ORDER BY r.likeness ${side === 'above' ? 'ASC' : 'DESC'}, r.interaction_seq LIMIT ?`;
}

/** As `isRequery` says, beside the likeness. */
const foundSql = `r.scope IN (SELECT value FROM json_each(?)) AND
  CASE WHEN r.gap_ms IS NULL THEN r.scope = 'session' ELSE r.gap_ms <= ? END`;

function foundParameters({ scope, windowMinutes }: Settings): readonly unknown[] {
  const scopes = scope === 'session_or_user' ? ['session', 'user'] : [scope];
  return [JSON.stringify(scopes), windowMinutes * 60_000];
}

/** Pairs that the settings find. */
export function countFoundRequeries(database: Database, settings: Settings): number {
  const sql = `SELECT count(*) FROM requeries AS r WHERE r.likeness >= ? AND ${foundSql}`;
  return numberOf(database, sql, settings.leastLikeness, ...foundParameters(settings));
}

export function countRequeries(database: Database): number {
  return numberOf(database, 'SELECT count(*) FROM requeries');
}
