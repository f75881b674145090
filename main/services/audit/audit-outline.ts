import type { AuditReport, LoopState } from '../../../shared/contract/audit-operations.ts';
import {
  blocksText,
  discardedNames,
  groupName,
  loopNames,
  loopStateNames,
  needStateNames,
  unjoinedReason,
} from '../../../shared/domain/audit/audit-words.ts';
import type { Fact, Outline, OutlineEntry, OutlineSection, OutlineTable } from '../documents/outline.ts';
import { counted, percent } from './figures.ts';

/** What the document of an audit says. */
export function auditOutline(report: AuditReport): Outline {
  return {
    title: `Data audit of ${report.project}`,
    facts: factsOf(report),
    notes: notesOf(report),
    sections: [
      loops(report),
      gaps(report),
      coverage(report),
      logged(report),
      unused(report),
      discarded(report),
      unjoined(report),
    ],
  };
}

function factsOf({ madeAt, interactions, silent, without }: AuditReport): Fact[] {
  const of = (count: number) => `${counted(count)} (${percent(count, interactions)})`;
  return [
    ['Made', `${new Date(madeAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['Interactions', counted(interactions)],
    ['Without any signal', of(silent)],
    ['Without a session', of(without.session)],
    ['Without a user', of(without.user)],
    ['Without a time', of(without.time)],
    ['Without a prompt version', of(without.promptVersion)],
  ];
}

function notesOf({ freshness: { measured, total, stale, isOutdated } }: AuditReport): string[] {
  const how =
    'A share is of the interactions of which a signal is known, whatever its value; outcomes that may still come are not among them. Gaps are ranked by the share of what they concern, times the strength of the signal (1 to 5), times one more than the loops that they keep from being ready.';
  if (!isOutdated && measured === total && stale === 0) return [how];
  return [
    `Signals of ${counted(total - measured)} of ${counted(total)} interactions are not worked out yet, and ${counted(stale)} changed since${isOutdated ? '; all of them are being worked out anew' : ''}.`,
    how,
  ];
}

function loops(report: AuditReport): OutlineSection {
  return section('Loops', 'What each of the four loops can do with the data as it is.', {
    entries: report.loops.map(loopEntry),
  });
}

function loopEntry({ loop, state, needs }: LoopState): OutlineEntry {
  return {
    name: `${loopNames[loop]}: ${loopStateNames[state]}`,
    facts: needs.map(({ name, have, state: need }) => [name, `${have} (${needStateNames[need]})`]),
    changes: [],
  };
}

function gaps(report: AuditReport): OutlineSection {
  const text = report.gaps.length === 0 ? 'None.' : 'What keeps the loops from running, the greatest first.';
  return section('Gaps', text, {
    entries: report.gaps.map((gap, index) => ({
      name: `${index + 1}. ${gap.title}`,
      facts: [
        ['In figures', gap.detail],
        ['What to do', gap.advice],
        ...(gap.blocks.length === 0 ? [] : [['Holds back', blocksText(gap)] as const]),
        ['Weight', String(gap.weight)],
      ],
      changes: [],
    })),
  });
}

function coverage({ signals, rows, rest, interactions, silent }: AuditReport): OutlineSection {
  const columns = signals.filter(({ known, pending }) => known + pending > 0);
  const missing = signals.filter((signal) => !columns.includes(signal)).map(({ name }) => name);
  const head = ['Outputs', 'Interactions', ...columns.map(({ name }) => name), 'No signal'];
  const cells = (row: Pick<AuditReport['rows'][number], 'interactions' | 'signals' | 'silent'>) => [
    counted(row.interactions),
    ...columns.map(({ id }) => percent(row.signals[id]?.known ?? 0, row.interactions)),
    percent(row.silent, row.interactions),
  ];
  const all = {
    interactions,
    silent,
    signals: Object.fromEntries(columns.map(({ id, known, pending }) => [id, { known, pending }])),
  };
  return section(
    'Coverage',
    `Outputs by surface, model and prompt version, and of which share each signal is known. ${missing.length === 0 ? 'Every signal of the catalogue is logged.' : `Not logged at all: ${missing.join(', ')}.`}`,
    {
      tables: [
        {
          head,
          rows: [
            ...rows.map((row) => [groupName(row), ...cells(row)]),
            ...(rest === null ? [] : [[`${counted(rest.rows)} other groups`, ...cells(rest)]]),
            ['All', ...cells(all)],
          ],
        },
      ],
    },
  );
}

function logged({ actions, outcomes }: AuditReport): OutlineSection {
  const tables: OutlineTable[] = [
    { head: ['Action', 'Times'], rows: actions.map(({ action, count }) => [action, counted(count)]) },
    {
      head: ['Outcome', 'Known', 'May still come'],
      rows: outcomes.map(({ name, count, pending }) => [name, counted(count), counted(pending)]),
    },
  ];
  return section(
    'Actions and outcomes',
    [
      actions.length === 0 ? 'No action is logged.' : '',
      outcomes.length === 0 ? 'No outcome is logged.' : 'Outcomes are by interaction.',
    ]
      .filter((text) => text !== '')
      .join(' '),
    { tables },
  );
}

function unused({ unused: names }: AuditReport): OutlineSection {
  return section('Collected and not used', noneOr(names, 'Signals and fields that nothing reads.'), {
    tables: [
      {
        head: ['Name', 'What', 'Rows'],
        rows: names.map(({ name, what, count }) => [
          name,
          what === 'signal' ? 'signal' : 'metadata',
          counted(count),
        ]),
      },
    ],
  });
}

function discarded({ discarded: parts }: AuditReport): OutlineSection {
  return section('Left behind by imports', noneOr(parts, 'What files held and the project does not.'), {
    tables: [
      {
        head: ['Source', 'What', 'Which', 'Rows'],
        rows: parts.map(({ source, what, name, count }) => [
          source,
          discardedNames[what],
          what === 'rejected_row' ? name.replaceAll('_', ' ') : name,
          counted(count),
        ]),
      },
    ],
  });
}

function unjoined({ unjoined: parts }: AuditReport): OutlineSection {
  return section('Not joined', noneOr(parts, 'Rows of signals that found no interaction.'), {
    tables: [
      {
        head: ['Source', 'Reason', 'Rows', 'Joined'],
        rows: parts.map(({ source, reason, count, joined }) => [
          source,
          unjoinedReason(reason),
          counted(count),
          counted(joined),
        ]),
      },
    ],
  });
}

function noneOr(list: readonly unknown[], text: string): string {
  return list.length === 0 ? 'None.' : text;
}

/** Tables without rows are left out. */
function section(
  title: string,
  text: string,
  parts: { readonly entries?: readonly OutlineEntry[]; readonly tables?: readonly OutlineTable[] },
): OutlineSection {
  const { entries = [], tables = [] } = parts;
  return { title, text, entries, tables: tables.filter(({ rows }) => rows.length > 0) };
}
