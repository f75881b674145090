import type { Database } from '../../db/database.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { listQueues } from '../../db/tables/queues.ts';
import { countPlacesTo, queueReach } from '../../db/tables/strata.ts';
import { chunksOf } from '../queues/chunks-of.ts';

/** Of what a queue gave so far, so much has to be reviewed: some was skipped, or is on somebody's screen. */
const leastReviewed = 0.9;

/**
 * Whether these interactions are the beginning of a queue that holds all interactions in random order: then they are as
 * good as drawn, and nothing has to be weighted.
 */
export function* isRandomSample(database: Database, seqs: readonly number[]): Generator<void, boolean> {
  const last = newestInteraction(database);
  for (const { settings, build, throughSeq } of listQueues(database)) {
    const isOfAll = settings.order.by === 'random' && settings.filter.length === 0 && throughSeq >= last;
    if (!isOfAll || build === null) continue;
    const reach = new Map<number, number>();
    let found = 0;
    for (const chunk of chunksOf(seqs, 1000)) {
      for (const part of queueReach(database, build, chunk)) {
        reach.set(part.assignee, Math.max(part.last, reach.get(part.assignee) ?? 0));
        found += part.found;
      }
      yield;
    }
    let given = 0;
    for (const [assignee, position] of reach) given += countPlacesTo(database, build, assignee, position);
    if (found === seqs.length && found >= leastReviewed * given) return found > 0;
  }
  return false;
}
