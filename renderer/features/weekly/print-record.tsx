import type { WeeklyReport } from '../../../shared/contract/weekly-operations.ts';
import { weeklyDecisionNames, weeklyStateNames } from '../../../shared/domain/weekly/weekly-words.ts';
import { Printed, PrintedEntry } from '../../ui/print/printed.tsx';
import { OpenDecisions } from './open-decisions.tsx';
import { RowChanges } from './row-changes.tsx';
import { RowFacts } from './row-facts.tsx';
import { groupsOf } from './weekly-rows.ts';
import { WeeklyTotals } from './weekly-totals.tsx';

/** All of a week one below the other, in place of the window when it is printed. */
export function PrintRecord({ report }: { readonly report: WeeklyReport }) {
  const { week, firstDay, lastDay, rows, open } = report;
  return (
    <Printed>
      <h1>
        Weekly review {week}, {firstDay} to {lastDay}
      </h1>
      <WeeklyTotals report={report} />
      {groupsOf(rows).map(({ state, rows: inState }) => (
        <section key={state}>
          <h2>{weeklyStateNames[state]}</h2>
          {inState.map((row) => (
            <PrintedEntry key={row.subject.id}>
              <h3 dir="auto">{row.name}</h3>
              <p>{decisionText(row)}</p>
              <RowFacts row={row} />
              <RowChanges row={row} isWhole />
            </PrintedEntry>
          ))}
        </section>
      ))}
      <OpenDecisions open={open.filter((decision) => decision.week !== week)} />
    </Printed>
  );
}

function decisionText({ decision }: WeeklyReport['rows'][number]): string {
  if (decision === null) return 'Not decided.';
  const { owner, due, note } = decision;
  const parts = [
    weeklyDecisionNames[decision.decision],
    owner === null ? null : `owner ${owner}`,
    due === null ? null : `due ${due}`,
    note === '' ? null : note,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
