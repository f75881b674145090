import type { WeeklyDecision, WeeklyReport, WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { createDayInZone } from '../../../shared/domain/time/day-in-zone.ts';
import { weekDay } from '../../../shared/domain/time/iso-week.ts';
import { dayName, weekBounds } from '../../../shared/domain/time/week-bounds.ts';
import { judgeWeek } from '../../../shared/domain/weekly/judge-week.ts';
import { weeklyStates } from '../../../shared/domain/weekly/weekly-words.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readProject } from '../../db/tables/project.ts';
import {
  countChangesBetween,
  countEditedBetween,
  countInteractionsBetween,
  nextInteractionTime,
  promptVersionsBetween,
} from '../../db/tables/weekly-counts.ts';
import { listWeeklyDecisions } from '../../db/tables/weekly-decisions.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { readChanges } from '../clusters/read-changes.ts';
import { countedSubjects, type CountedSubject } from './counted-subjects.ts';
import { noSuchWeek } from './decide-week.ts';
import { openDecisions } from './open-decisions.ts';

import { pickExamples } from './pick-examples.ts';
import { createSubjectFinder } from './subjects.ts';
import {
  type ShownWeek,
  type SubjectFigures,
  subjectFigures,
  weeksBefore,
  weeksShown,
} from './subject-figures.ts';

export interface ReportInput {
  readonly week: string;
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
}

/** What went wrong in a week, and how that differs from the weeks before. INPUT_INVALID, JOB_CANCELLED. */
export async function weeklyReport(
  database: Database,
  { week, now }: ReportInput,
  signal?: AbortSignal,
): Promise<Result<WeeklyReport>> {
  const monday = weekDay(week);
  if (monday === null) return noSuchWeek(week);
  return runInSlices(report(database, { week, monday, now }), signal);
}

interface Asked extends ReportInput {
  /** Days from 1970-01-01. */
  readonly monday: number;
}

function* report(database: Database, { week, monday, now }: Asked): Generator<void, WeeklyReport> {
  const { timeZone } = readProject(database);
  const { from, to } = weekBounds(monday, timeZone);
  const dayInZone = createDayInZone(timeZone);
  const shown: ShownWeek[] = [];
  for (let back = weeksShown - 1; back >= 0; back--) {
    const bounds = weekBounds(monday - 7 * back, timeZone);
    shown.push({ monday: monday - 7 * back, of: countInteractionsBetween(database, bounds.from, bounds.to) });
    yield;
  }
  const first = nextInteractionTime(database, Number.MIN_SAFE_INTEGER);
  const decisions = listWeeklyDecisions(database, week);
  const subjectOf = createSubjectFinder(database);
  const bySubject = Map.groupBy(decisions, ({ subject }) => subjectOf(subject).id);
  const rows = yield* readRows(database, {
    week,
    shown,
    hasEarlier: first !== null && first < from,
    decisionsOf: (id) => bySubject.get(id) ?? [],
  });
  return {
    week,
    firstDay: dayName(monday),
    lastDay: dayName(monday + 6),
    isOver: now >= to,
    totals: {
      interactions: shown.at(-1)?.of ?? 0,
      edited: countEditedBetween(database, from, to),
      ...countChangesBetween(database, from, to),
      lastWeek: shown.at(-2)?.of ?? 0,
      before: shown.slice(-1 - weeksBefore, -1).reduce((sum, { of }) => sum + of, 0),
    },
    promptVersions: promptVersionsBetween(database, from, to).map(({ name, liveFrom }) => ({
      name,
      liveFrom,
      day: dayInZone(liveFrom),
    })),
    rows,
    open: openDecisions(decisions, subjectOf, dayInZone(now)),
  };
}

interface Week {
  readonly week: string;
  /** This week and those before, oldest first. */
  readonly shown: readonly ShownWeek[];
  /** Interactions were logged before this week. */
  readonly hasEarlier: boolean;
  /** Decisions up to this week about a failure mode or cluster, the oldest first. */
  readonly decisionsOf: (id: string) => readonly WeeklyDecision[];
}

interface Seen extends SubjectFigures {
  readonly subject: CountedSubject;
  readonly decisions: readonly WeeklyDecision[];
  readonly isNew: boolean;
  readonly isBack: boolean;
}

function* readRows(database: Database, { week, shown, ...rest }: Week): Generator<void, WeeklyRow[]> {
  const monday = shown.at(-1)?.monday ?? 0;
  const seen: Seen[] = [];
  for (const subject of countedSubjects(database)) {
    const figures = subjectFigures(subject.weeks, shown);
    const decisions = rest.decisionsOf(subject.described.subject.id);
    const isSeen = figures.thisWeek.interactions > 0;
    if (isSeen || figures.before.interactions > 0 || decisions.length > 0)
      seen.push({
        ...figures,
        subject,
        decisions,
        isNew: isSeen && rest.hasEarlier && subject.weeks.firstWeek() === monday,
        isBack: isSeen && subject.isBackIn(monday),
      });
    yield;
  }
  const judged = judgeWeek(seen);
  const rows: WeeklyRow[] = [];
  for (const [index, { subject, decisions, isNew: _isNew, isBack: _isBack, ...figures }] of seen.entries()) {
    const examples = pickExamples(
      subject.examplesOf(monday, 'typical'),
      subject.examplesOf(monday, 'borderline'),
    );
    rows.push({
      ...subject.described,
      ...figures,
      state: judged[index]?.state ?? 'too_few',
      difference: judged[index]?.difference ?? null,
      typical: readChanges(database, examples.typical),
      borderline: readChanges(database, examples.borderline),
      decision: decisions.findLast((decision) => decision.week === week) ?? null,
      earlier: decisions.findLast((decision) => decision.week !== week) ?? null,
    });
    yield;
  }
  return rows.toSorted(byState);
}

/** By state, the most frequent first. */
function byState(one: WeeklyRow, other: WeeklyRow): number {
  return (
    weeklyStates.indexOf(one.state) - weeklyStates.indexOf(other.state) ||
    other.thisWeek.interactions - one.thisWeek.interactions ||
    other.before.interactions - one.before.interactions ||
    one.name.localeCompare(other.name, 'en')
  );
}
