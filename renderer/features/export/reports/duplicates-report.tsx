import { Link } from 'wouter';
import type { DuplicatesReport } from '../../../../shared/domain/export/stage-reports.ts';
import { reviewPath } from '../../../app/routes.ts';
import { formatCount } from '../../../ui/format.ts';
import { Facts } from './facts.tsx';
import styles from './reports.module.css';

const shownExamples = 8;

/** What was left out because another row says the same, and which one stays. */
export function DuplicatesReportView({ report }: { readonly report: DuplicatesReport }) {
  const { exact, near, examples } = report;
  return (
    <section className={styles['report']} aria-label="Duplicates">
      <h3 className={styles['title']}>Duplicates left out</h3>
      <Facts
        facts={[
          ['Equal', formatCount(exact)],
          ['Nearly equal', formatCount(near)],
        ]}
      />
      {examples.length === 0 ? null : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Left out</th>
              <th scope="col">Stays</th>
              <th scope="col" className={styles['number']}>
                In common
              </th>
            </tr>
          </thead>
          <tbody>
            {examples.slice(0, shownExamples).map(({ itemId, keptItemId, share }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- an interaction may be lost twice
              <tr key={index}>
                <td>
                  <Link href={reviewPath([], itemId)} aria-label={`Left out ${index + 1}`}>
                    Interaction
                  </Link>
                </td>
                <td>
                  <Link href={reviewPath([], keptItemId)} aria-label={`Stays ${index + 1}`}>
                    Interaction
                  </Link>
                </td>
                <td className={styles['number']}>{Math.round(100 * share)} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
