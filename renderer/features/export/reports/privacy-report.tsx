import { findingKindNames } from '../../../../shared/domain/privacy/finding.ts';
import type { PrivacyReport } from '../../../../shared/domain/export/stage-reports.ts';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import styles from './reports.module.css';

const done = { redact: 'redacted', mask: 'masked', drop: 'left out' } as const;

/** What was found of personal data, with examples that are masked. */
export function PrivacyReportView({ report }: { readonly report: PrivacyReport }) {
  return (
    <section className={styles['report']} aria-label="Personal data">
      <h3 className={styles['title']}>
        Personal data: {formatPlural(report.rows, 'row')} {done[report.action]}
      </h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" className={styles['number']}>
              Found
            </th>
            <th scope="col" className={styles['number']}>
              Rows
            </th>
            <th scope="col">Right (95 % interval)</th>
            <th scope="col">Such as</th>
          </tr>
        </thead>
        <tbody>
          {report.kinds.map(({ kind, findings, rows, examples, precision }) => (
            <tr key={kind}>
              <th scope="row">{findingKindNames[kind]}</th>
              <td className={styles['number']}>{formatCount(findings)}</td>
              <td className={styles['number']}>{formatCount(rows)}</td>
              <td>
                {precision === undefined
                  ? 'not looked at'
                  : `${percent(precision.share)} (${percent(precision.low)} to ${percent(precision.high)}), n = ${precision.right + precision.wrong}`}
              </td>
              <td>
                <bdi>{examples.slice(0, 3).join(', ')}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
