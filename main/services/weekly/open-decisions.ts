import type { OpenDecision, WeeklyDecision } from '../../../shared/contract/weekly-operations.ts';
import type { Subject } from './subjects.ts';

/**
 * The decisions that wait to be carried out, those due first. Of several about the same, that of the newest week counts; one to
 * ignore waits for nothing, and none does once its failure mode is fixed, accepted or ignored.
 * @param decisions by week, the oldest first
 * @param today such as `2026-10-09`
 */
export function openDecisions(
  decisions: readonly WeeklyDecision[],
  subjectOf: (id: string) => Subject,
  today: string,
): OpenDecision[] {
  const newest = new Map<string, { readonly decision: WeeklyDecision; readonly subject: Subject }>();
  for (const decision of decisions) {
    const subject = subjectOf(decision.subject);
    newest.set(subject.id, { decision, subject });
  }
  const open: OpenDecision[] = [];
  for (const { decision, subject } of newest.values()) {
    if (decision.decision === 'ignore' || !isUnsettled(decision, subject)) continue;
    const { kind, id, name } = subject;
    open.push({
      ...decision,
      about: { kind, id, name },
      isOverdue: decision.due !== null && decision.due < today,
    });
  }
  return open.toSorted((one, other) => compareText(one.due ?? '9', other.due ?? '9') || one.at - other.at);
}

/** What was settled before is taken up again by a decision. */
function isUnsettled({ at }: WeeklyDecision, { settledAt }: Subject): boolean {
  return settledAt === null || settledAt < at;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
