import { catalogue, outcomeId, pendingId, summaries } from '../../../shared/domain/signals/catalogue.ts';
import { isMeasured } from '../../../shared/domain/signals/is-measured.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { ReportLayout } from '../../../shared/domain/velocity/report-layout.ts';
import { createTally, type Part, type Tally } from '../../../shared/domain/velocity/tally.ts';
import type { Database } from '../../db/database.ts';
import { readSignalWeeks } from '../../db/tables/signal-weeks.ts';
import { readCountsOfSignals } from '../../db/tables/velocity-counts.ts';
import { atOnce, measuredSignals } from './read-tally.ts';
import type { VelocityFrame } from './velocity-frame.ts';

/**
 * The tally of all interactions of some weeks, without groups: measured values from their counts by week, and only what is yes or
 * no from cells. The same as from all counts of cells, of which there may be millions.
 */
export function* readWeeksTally(
  database: Database,
  { cells, weeks, isAllTime }: VelocityFrame,
  layout: ReportLayout,
  settings: SignalSettings,
): Generator<void, Tally> {
  const ofCells = cells.map(({ week, interactions }): Part => ({
    bucket: layout.bucketOf('', week),
    interactions,
  }));
  // A part of each week stands for the measured values of all its cells.
  const times = isAllTime ? [...weeks, ''] : weeks;
  const ofWeeks = times.map((week): Part => ({ bucket: layout.bucketOf('', week), interactions: 0 }));
  const tally = createTally([...ofCells, ...ofWeeks], measuredSignals(settings));
  const placeOfWeek = new Map(times.map((week, index) => [week, cells.length + index]));
  const counts = [...readSignalWeeks(database)];
  yield;
  const outcomes = new Set(settings.outcomes.map(({ name }) => outcomeId(name)));
  const numbers = new Set<string>();
  for (const [, signal, value] of counts) {
    if (!signal.startsWith('outcome.')) continue;
    outcomes.add(signal);
    if (value !== 0 && value !== 1) numbers.add(signal);
  }
  for (const [week, signal, value, count] of counts) {
    const place = placeOfWeek.get(week);
    if (place === undefined || (outcomes.has(signal) && !numbers.has(signal))) continue;
    tally.add(place, signal, value, count);
  }
  yield;
  const yesNo = [
    ...[...catalogue.map(({ id }) => id), summaries.usable].filter((signal) => !isMeasured(signal)),
    ...[...outcomes].filter((signal) => !numbers.has(signal)),
    ...[...outcomes].map((signal) => pendingId(signal)),
  ];
  const places = new Map(cells.map(({ seq }, place) => [seq, place]));
  let read = 0;
  for (const [cellSeq, signal, value, count] of readCountsOfSignals(database, [...places.keys()], yesNo)) {
    tally.add(places.get(cellSeq) ?? 0, signal, value, count);
    if (++read % atOnce === 0) yield;
  }
  return tally;
}
