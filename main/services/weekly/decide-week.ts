import type { WeeklyDecision } from '../../../shared/contract/weekly-operations.ts';
import { weekDay } from '../../../shared/domain/time/iso-week.ts';
import type { WeeklyDecisionKind } from '../../../shared/domain/weekly/weekly-words.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { standingIds } from '../../db/tables/failure-modes.ts';
import { clusterNames } from '../../db/tables/weekly-counts.ts';
import {
  findWeeklyDecision,
  refoldWeeklyDecision,
  weeklyDecisionFoldKey,
} from '../../db/tables/weekly-decisions.ts';
import { type Actor, actingAnnotator, recordAct } from '../review/act.ts';

export interface Deciding {
  readonly week: string;
  /** Id of a failure mode or cluster. */
  readonly subject: string;
  /** Null takes the decision back. */
  readonly decision: WeeklyDecisionKind | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly note: string | null;
}

/**
 * Says what is done about a failure mode or cluster in a week; when it returns, that is on disk. The same again writes
 * nothing. INPUT_INVALID where there is no such week, MODE_NOT_FOUND.
 */
export function decideWeek(database: Database, actor: Actor, given: Deciding): Result<WeeklyDecision | null> {
  return transact(database, () => {
    if (weekDay(given.week) === null) return noSuchWeek(given.week);
    const subject = subjectId(database, given.subject);
    if (subject === null)
      return fail(
        'MODE_NOT_FOUND',
        'The project has no such failure mode or cluster (any more). Look at the week again.',
      );
    const key = { week: given.week, subject };
    const { decision } = given;
    const said =
      decision === null
        ? { decision, owner: null, due: null, note: '' }
        : { decision, owner: given.owner, due: given.due, note: given.note?.trim() ?? '' };
    const current = findWeeklyDecision(database, key);
    const isSame =
      current === null
        ? decision === null
        : current.decision === said.decision &&
          current.owner === said.owner &&
          current.due === said.due &&
          current.note === said.note;
    if (isSame) return succeed(current);
    recordAct(database, actor, actingAnnotator(database, actor), {
      type: 'weekly.decide',
      interactionId: null,
      foldKey: weeklyDecisionFoldKey(key),
      payload: said,
    });
    refoldWeeklyDecision(database, key);
    return succeed(findWeeklyDecision(database, key));
  });
}

/** The failure mode that stands for the one that is named, or the cluster; null where there is neither. */
function subjectId(database: Database, id: string): string | null {
  const mode = standingIds(database).get(id);
  if (mode !== undefined) return mode;
  return clusterNames(database).some((cluster) => cluster.id === id) ? id : null;
}

export function noSuchWeek(week: string): ReturnType<typeof fail> {
  return fail('INPUT_INVALID', `There is no week ${week}. Weeks are named like 2026-W40.`);
}
