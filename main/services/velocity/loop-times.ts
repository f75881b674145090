import type { WeeklyDecisionKind } from '../../../shared/domain/weekly/weekly-words.ts';
import type { Database } from '../../db/database.ts';
import { valuesOf } from '../../db/query.ts';
import { countedModes, modeFirstWeekSql } from '../../db/tables/weekly-counts.ts';
import { listWeeklyDecisions } from '../../db/tables/weekly-decisions.ts';
import { createSubjectFinder } from '../weekly/subjects.ts';
import type { Mark } from './prompt-marks.ts';

/** From a signal to a change that was made because of it. */
export interface LoopTime {
  /** When the change was made, UTC milliseconds. */
  readonly at: number;
  readonly days: number;
}

export interface LoopTimes {
  readonly closed: readonly LoopTime[];
  /** Decisions that no prompt version followed yet. */
  readonly open: number;
}

const dayMs = 86_400_000;
const changing: ReadonlySet<WeeklyDecisionKind> = new Set(['change_prompt', 'add_examples', 'fine_tune']);
/** Sorts behind every week's name. */
const everyWeek = '9999-W99';

/**
 * How long it took from the first week in which a failure mode was seen to the prompt version that came of it: see the
 * definition of `signal_to_change`. A decision that is repeated before the next prompt version counts once.
 * @param updates prompt versions, the oldest first
 */
export function loopTimes(database: Database, updates: readonly Mark[]): LoopTimes {
  const subjectOf = createSubjectFinder(database);
  const modes = countedModes(database);
  const firstSeen = new Map(
    modes.flatMap(({ id, seq }) => {
      const day = valuesOf<number>(database, modeFirstWeekSql).get(seq);
      return day === undefined ? [] : [[id, day * dayMs] as const];
    }),
  );
  const decided = new Set<string>();
  const changes = new Map<string, LoopTime>();
  const waiting = new Set<string>();
  for (const { subject, decision, at } of listWeeklyDecisions(database, everyWeek)) {
    if (!changing.has(decision)) continue;
    const { id, settledAt } = subjectOf(subject);
    decided.add(id);
    const change = updates.find((update) => update.at > at);
    if (change === undefined) {
      if (settledAt === null || settledAt < at) waiting.add(id);
    } else changes.set(`${id} ${change.at}`, timeTo(change.at, firstSeen.get(id) ?? at));
  }
  for (const { id, status, statusAt } of modes) {
    if (status !== 'fixed' || statusAt === null || decided.has(id)) continue;
    const from = firstSeen.get(id) ?? statusAt;
    const change = updates.findLast(({ at }) => at <= statusAt && at > from);
    changes.set(id, timeTo(change?.at ?? statusAt, from));
  }
  return { closed: [...changes.values()], open: waiting.size };
}

function timeTo(at: number, from: number): LoopTime {
  return { at, days: Math.max(0, Math.round((at - from) / dayMs)) };
}
