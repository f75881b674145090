import type { ModeStep } from '../../../shared/contract/cluster-operations.ts';
import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { standingEvents } from '../../../shared/domain/events/standing.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { listAnnotators } from '../../db/tables/annotators.ts';
import { clusterPayload } from '../../db/tables/cluster-decisions.ts';
import { batchOf, type EventRow, timeOfEvent } from '../../db/tables/events.ts';
import { modeMergePayload } from '../../db/tables/failure-mode-fold.ts';
import { nameOfMode } from '../../db/tables/failure-modes.ts';
import { eventsOfMode } from '../../db/tables/mode-events.ts';
import { describeModeStep } from './describe-mode-step.ts';

/**
 * What was done with a failure mode, newest first: who, when, and whether it stands. Acts of one step are one entry.
 * MODE_NOT_FOUND.
 */
export function modeHistory(database: Database, { id }: { readonly id: string }): Result<ModeStep[]> {
  if (nameOfMode(database, id) === null)
    return fail('MODE_NOT_FOUND', `There is no failure mode ${id} in this project. Reload the list.`);
  const events = eventsOfMode(database, id);
  const standing = new Set(
    [...Map.groupBy(events, ({ foldKey }) => foldKey).values()].flatMap((ofKey) =>
      standingEvents(ofKey).map((event) => event.id),
    ),
  );
  const names = new Map(listAnnotators(database).map(({ seq, name }) => [seq, name]));
  const acts = events.filter((event) => event.undoes === null && isAbout(event, id));
  const steps = [...Map.groupBy(acts, (act) => batchOf(act)?.id ?? act.id).values()];
  return succeed(
    steps.toReversed().flatMap((step) => {
      const [first] = step;
      if (first === undefined) return [];
      return {
        eventId: first.id,
        at: timeOfEvent(first),
        annotator: names.get(first.actorSeq) ?? '',
        description: describeModeStep(database, step),
        stands: step.some((act) => standing.has(act.id)),
      };
    }),
  );
}

/** Keys that were read because one of their acts is about the failure mode may have others that are not. */
function isAbout({ type, foldKey, payload }: EventRow, id: string): boolean {
  const target = parseFoldKey(foldKey);
  if (target.kind === 'cluster') return clusterPayload.parse(payload).modes?.includes(id) ?? false;
  if (target.kind === 'failure_mode' && target.failureModeId !== id)
    return type === 'failure_mode.merge' && modeMergePayload.parse(payload).into === id;
  return true;
}
