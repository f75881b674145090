import type { SignalsRequeryList } from './use-requeries.ts';
import { isRequery } from '../../../../shared/domain/signals/requery-decision.ts';
import type { SignalSettings } from '../../../../shared/domain/signals/settings.ts';
import { type Share, wilsonInterval } from '../../../../shared/domain/statistics/wilson-interval.ts';

export interface TuningShare extends Share {
  readonly count: number;
  readonly total: number;
}

/** How good settings are by what people judged; null where nobody judged what it is a share of. */
export interface TuningFigures {
  /** Of judged pairs that the settings find, those that people call re-queries. */
  readonly precision: TuningShare | null;
  /** Of judged pairs that people call re-queries, those that the settings find. */
  readonly recall: TuningShare | null;
}

export function tuningFigures(
  judged: SignalsRequeryList['judged'],
  settings: SignalSettings['requery'],
): TuningFigures {
  const found = judged.filter((pair) => isRequery(pair, settings));
  const right = found.filter(({ verdict }) => verdict === 'yes').length;
  const asked = judged.filter(({ verdict }) => verdict === 'yes').length;
  return { precision: shareOf(right, found.length), recall: shareOf(right, asked) };
}

function shareOf(count: number, total: number): TuningShare | null {
  const interval = wilsonInterval(count, total);
  return interval === null ? null : { ...interval, count, total };
}
