import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { blocksText } from '../../../shared/domain/audit/audit-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { Printed, PrintedEntry } from '../../ui/print/printed.tsx';
import { cellOf, columnsOf, rowsOf } from './audit-cells.ts';
import styles from './audit.module.css';
import { AuditTotals } from './audit-totals.tsx';
import { Leftovers } from './leftovers.tsx';
import { LoopCards } from './loop-cards.tsx';

/** So many groups of outputs fit side by side on a page; the document has all of them. */
const mostPrinted = 6;

/** All of the audit one below the other, in place of the window when it is printed. */
export function PrintAudit({ report }: { readonly report: AuditReport }) {
  // On paper there is no scrolling: signals that nothing has are named, not drawn.
  const columns = columnsOf(report).filter(({ signal }) =>
    report.signals.every(({ id, known, pending }) => id !== signal || known + pending > 0),
  );
  const rows = rowsOf(report, false).slice(0, mostPrinted);
  const missing = report.signals.filter(({ known, pending }) => known + pending === 0);
  return (
    <Printed>
      <h1>Data audit of {report.project}</h1>
      <AuditTotals report={report} />
      <LoopCards loops={report.loops} />
      <h2>Gaps</h2>
      {report.gaps.map((gap, place) => (
        <PrintedEntry key={gap.id}>
          <h3>{`${place + 1}. ${gap.title}`}</h3>
          <p>{gap.detail}</p>
          <p>{gap.advice}</p>
          {gap.blocks.length === 0 ? null : <p>{`Holds back: ${blocksText(gap)}`}</p>}
        </PrintedEntry>
      ))}
      <h2>Coverage</h2>
      <table className={classNames(styles['table'], styles['shares'])}>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            {rows.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              {rows.map((row) => (
                <td key={row.name}>{cellOf(row, column)?.text ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length === 0 ? null : <p>{`Not logged: ${missing.map(({ name }) => name).join(', ')}.`}</p>}
      <Leftovers report={report} />
    </Printed>
  );
}
