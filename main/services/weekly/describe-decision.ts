import { weeklyDecisionNames } from '../../../shared/domain/weekly/weekly-words.ts';
import type { Database } from '../../db/database.ts';
import { weeklyDecisionPayload } from '../../db/tables/weekly-decisions.ts';
import { createSubjectFinder } from './subjects.ts';

/** What an act decided: "“Stiff words” in 2026-W40: Change the prompt". */
export function describeDecision(
  database: Database,
  { week, subject }: { readonly week: string; readonly subject: string },
  payload: unknown,
): string {
  const { decision } = weeklyDecisionPayload.parse(payload);
  const said = decision === null ? 'decision taken back' : weeklyDecisionNames[decision];
  return `“${createSubjectFinder(database)(subject).name}” in ${week}: ${said}`;
}
