import { Link } from 'wouter';
import type { DecontaminationReport } from '../../../../shared/domain/export/stage-reports.ts';
import { reviewPath } from '../../../app/routes.ts';
import { formatCount } from '../../../ui/format.ts';
import { Facts } from './facts.tsx';
import styles from './reports.module.css';

const shownExamples = 8;

/** Which rows share words with a file that must not be learned. */
export function DecontaminationReportView({ report }: { readonly report: DecontaminationReport }) {
  const { file, sha256, texts, rows, examples } = report;
  return (
    <section className={styles['report']} aria-label="Decontamination">
      <h3 className={styles['title']}>In {file}, and left out</h3>
      <Facts
        facts={[
          ['Texts looked for', formatCount(texts)],
          ['Rows left out', formatCount(rows)],
        ]}
      />
      {examples.length === 0 ? null : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Row of</th>
              <th scope="col">Words in common</th>
              <th scope="col" className={styles['number']}>
                Line of the file
              </th>
            </tr>
          </thead>
          <tbody>
            {examples.slice(0, shownExamples).map(({ itemId, words, line }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- an interaction may be lost twice
              <tr key={index}>
                <td>
                  <Link href={reviewPath([], itemId)} aria-label={`Row ${index + 1}`}>
                    Interaction
                  </Link>
                </td>
                <td dir="auto">{words}</td>
                <td className={styles['number']}>{formatCount(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles['note']}>SHA-256 of the file: {sha256}</p>
    </section>
  );
}
