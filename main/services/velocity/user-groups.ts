import { z } from 'zod';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import { createTally } from '../../../shared/domain/velocity/tally.ts';
import type { Database } from '../../db/database.ts';
import type { SignalCell } from '../../db/tables/signal-cells.ts';
import { greatestUsers, valuesOfUser } from '../../db/tables/velocity-counts.ts';
import type { MeasuredMetric } from './measure-signals.ts';
import { measuredSignals } from './read-tally.ts';

/** The users with most interactions; those of others are in the overall figures. */
const mostUsers = 100;
const rowsAtOnce = 500;

const bodySchema = z.record(z.string(), z.number());

/**
 * Adds to metrics their figures of each user, from the values of all interactions of the users with most of them: medians are
 * exact. They are of all the time asked for; a user has too few interactions for weeks.
 * @param cells those that were asked for
 */
export function* addUsers(
  database: Database,
  metrics: readonly MeasuredMetric[],
  cells: readonly SignalCell[],
  settings: SignalSettings,
): Generator<void, MeasuredMetric[]> {
  const asked = new Set(cells.map(({ seq }) => seq));
  const users = greatestUsers(database, mostUsers).map((value, bucket) => ({
    value,
    bucket,
    interactions: 0,
  }));
  const tally = createTally(users, measuredSignals(settings));
  let read = 0;
  for (const user of users)
    for (const { cellSeq, body } of valuesOfUser(database, user.value)) {
      if (++read % rowsAtOnce === 0) yield;
      if (!asked.has(cellSeq)) continue;
      user.interactions++;
      for (const [signal, value] of Object.entries(bodySchema.parse(JSON.parse(body))))
        tally.add(user.bucket, signal, value, 1);
    }
  const shown = users.filter(({ interactions }) => interactions > 0);
  return metrics.map(({ metric, overall, weeks }) => ({
    metric,
    overall,
    weeks,
    groups: shown.map(({ value, bucket }) => ({ value, overall: tally.figure(metric, [bucket]), weeks: [] })),
  }));
}
