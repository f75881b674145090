import type {
  OpenDecision,
  WeeklyDecision,
  WeeklyReport,
  WeeklyRow,
} from '../../../shared/contract/weekly-operations.ts';
import { modeStatusNames } from '../../../shared/domain/modes/mode-status.ts';
import {
  type WeeklyState,
  weeklyDecisionNames,
  weeklyStateMeanings,
  weeklyStateNames,
  weeklyStates,
} from '../../../shared/domain/weekly/weekly-words.ts';
import {
  differenceText,
  shareText,
  testText,
  trendText,
} from '../../../shared/domain/weekly/weekly-texts.ts';
import type { Fact, Outline, OutlineEntry, OutlineSection } from '../documents/outline.ts';

/** Nothing to look at in single changes: listed in a table, unless something was decided about it. */
const inTable: ReadonlySet<WeeklyState> = new Set(['steady', 'too_few']);

/** What the document of a week says. */
export function documentOutline(report: WeeklyReport, projectName: string): Outline {
  const { week, firstDay, lastDay, isOver } = report;
  return {
    title: `Weekly review ${week} of ${projectName}`,
    facts: [['Week', `${firstDay} to ${lastDay}${isOver ? '' : ', not over yet'}`], ...totalsOf(report)],
    notes: [
      'Shares are of all interactions of the time, with 95 % Wilson intervals. This week is compared with the four weeks before together: the interval of the difference is Newcombe’s, p is of Fisher’s exact test where a count of fewer than five is expected and else of the z test, q is corrected by Benjamini and Hochberg over all that was compared. The trend is that of Mann and Kendall over the last eight weeks.',
    ],
    sections: [...weeklyStates.flatMap((state) => sectionOf(report, state)), ...decisionSections(report)],
  };
}

function totalsOf({ totals, promptVersions }: WeeklyReport): Fact[] {
  const { interactions, edited, changes, unclassified, lastWeek, before } = totals;
  const live = promptVersions.map(({ name, day }) => `${name} (${day})`).join(', ');
  return [
    ['Interactions', `${counted(interactions)}, ${counted(edited)} of them edited`],
    ['Interactions before', `${counted(lastWeek)} last week, ${counted(before)} in the four weeks before`],
    ['Changes', `${counted(changes)}, ${counted(unclassified)} of them without a failure mode`],
    ['Prompt versions that went live', live === '' ? 'none known' : live],
  ];
}

function sectionOf({ rows }: WeeklyReport, state: WeeklyState): OutlineSection[] {
  const inState = rows.filter((row) => row.state === state);
  if (inState.length === 0) return [];
  const short = inTable.has(state) ? inState.filter(({ decision }) => decision === null) : [];
  const full = inState.filter((row) => !short.includes(row));
  return [
    {
      title: weeklyStateNames[state],
      text: weeklyStateMeanings[state],
      entries: full.map(entryOf),
      tables:
        short.length === 0
          ? []
          : [
              {
                head: ['Failure mode', 'This week', 'Four weeks before', 'Difference'],
                rows: short.map((row) => [
                  nameOf(row),
                  shareText(row.thisWeek),
                  shareText(row.before),
                  row.difference === null ? '' : differenceText(row.difference),
                ]),
              },
            ],
    },
  ];
}

function entryOf(row: WeeklyRow): OutlineEntry {
  const { thisWeek, lastWeek, before, difference, trend, typical, borderline } = row;
  return {
    name: nameOf(row),
    facts: [
      ...aboutOf(row),
      ['This week', shareText(thisWeek)],
      ['Last week', shareText(lastWeek)],
      ['Four weeks before', shareText(before)],
      ...factOf(
        'Difference',
        difference === null ? null : `${differenceText(difference)}, ${testText(difference)}`,
      ),
      ...factOf('Trend', trend === null ? null : trendText(trend)),
      ['Decision', row.decision === null ? 'not decided' : decisionText(row.decision)],
      ...factOf(
        'Earlier decision',
        row.earlier === null ? null : `${decisionText(row.earlier)}, in ${row.earlier.week}`,
      ),
    ],
    changes: [
      { title: 'Typical changes', changes: typical },
      { title: 'Borderline changes', changes: borderline },
    ],
  };
}

function aboutOf({ status, severity, owner }: WeeklyRow): Fact[] {
  return [
    ...factOf('Status', status === null ? null : modeStatusNames[status]),
    ...factOf('Severity', severity),
    ...factOf('Owner', owner),
  ];
}

function factOf(name: string, value: string | null): Fact[] {
  return value === null ? [] : [[name, value]];
}

function decisionText({ decision, owner, due, note }: WeeklyDecision): string {
  const parts = [weeklyDecisionNames[decision], owner === null ? null : `owner ${owner}`, dueText(due)];
  const said = parts.filter((part) => part !== null).join(', ');
  return note === '' ? said : `${said}. ${note}`;
}

function dueText(due: string | null): string | null {
  return due === null ? null : `due ${due}`;
}

function decisionSections({ week, rows, open }: WeeklyReport): OutlineSection[] {
  const decided = rows.flatMap((row) => (row.decision === null ? [] : [{ row, decision: row.decision }]));
  const head = ['Failure mode', 'Decision', 'Owner', 'Due', 'Note'];
  const made: OutlineSection = {
    title: 'Decisions of this week',
    text: `${decided.length} of ${rows.length} decided.`,
    entries: [],
    tables:
      decided.length === 0
        ? []
        : [{ head, rows: decided.map(({ row, decision }) => decisionCells([nameOf(row)], decision)) }],
  };
  const earlier = open.filter((decision) => decision.week !== week);
  const waiting: OutlineSection = {
    title: 'Open decisions of earlier weeks',
    text: earlier.length === 0 ? 'None.' : 'Not replaced by a newer decision, and not settled since.',
    entries: [],
    tables: earlier.length === 0 ? [] : [{ head: ['Week', ...head], rows: earlier.map(openCells) }],
  };
  return [made, waiting];
}

function openCells(decision: OpenDecision): string[] {
  const { week, about, due, isOverdue } = decision;
  return decisionCells([week, about.name], { ...decision, due: isOverdue ? `${due ?? ''}, overdue` : due });
}

function decisionCells(before: readonly string[], { decision, owner, due, note }: WeeklyDecision): string[] {
  return [...before, weeklyDecisionNames[decision], owner ?? '', due ?? '', note];
}

function nameOf({ name, subject }: WeeklyRow): string {
  return subject.kind === 'cluster' ? `${name} (proposed cluster)` : name;
}

function counted(number: number): string {
  return number.toLocaleString('en-GB');
}
