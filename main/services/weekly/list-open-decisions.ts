import type { OpenDecision } from '../../../shared/contract/weekly-operations.ts';
import { createDayInZone } from '../../../shared/domain/time/day-in-zone.ts';
import type { WeeklyDecisionKind } from '../../../shared/domain/weekly/weekly-words.ts';
import type { Database } from '../../db/database.ts';
import { readProject } from '../../db/tables/project.ts';
import { listWeeklyDecisions } from '../../db/tables/weekly-decisions.ts';
import { openDecisions } from './open-decisions.ts';
import { createSubjectFinder } from './subjects.ts';

/** Sorts behind every week's name. */
const everyWeek = '9999-W99';

/** Of all weeks, the decisions that wait to be carried out, those due first; of one kind where it is given. */
export function listOpenDecisions(
  database: Database,
  kind: WeeklyDecisionKind | undefined,
  now: number,
): OpenDecision[] {
  const today = createDayInZone(readProject(database).timeZone)(now);
  const decisions = listWeeklyDecisions(database, everyWeek);
  const open = openDecisions(decisions, createSubjectFinder(database), today);
  return kind === undefined ? open : open.filter(({ decision }) => decision === kind);
}
