import type { FileReport } from '../../../../shared/contract/export-operations.ts';
import { formats } from '../../../../shared/domain/export/formats/registry.ts';
import { Badge } from '../../../ui/badge.tsx';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import reports from '../reports/reports.module.css';
import { ProblemList } from './problem-list.tsx';

const shownLines = 12;

/** Whether a file's readers take it, rule by rule and line by line. */
export function FileReportView({ report }: { readonly report: FileReport }) {
  const { format, rows, rowsWithErrors, findings, problems, notListed } = report;
  return (
    <>
      <Notice tone={rowsWithErrors > 0 ? 'error' : findings.length > 0 ? 'caution' : 'success'}>
        {formatPlural(rows, 'row')} checked as {formats[format].name}:{' '}
        {rowsWithErrors === 0
          ? findings.some(({ level }) => level === 'error')
            ? 'the file as a whole would be refused.'
            : 'all would be taken.'
          : `${formatCount(rowsWithErrors)} would be refused.`}
      </Notice>
      {findings.length === 0 ? null : (
        <>
          <Section title="Rules">
            <table className={reports['table']}>
              <thead>
                <tr>
                  <th scope="col">Rule</th>
                  <th scope="col">What is wrong</th>
                  <th scope="col">What to do</th>
                  <th scope="col" className={reports['number']}>
                    Rows
                  </th>
                  <th scope="col">Lines</th>
                </tr>
              </thead>
              <tbody>
                {findings.map((finding) => (
                  <tr key={`${finding.level} ${finding.rule} ${finding.message}`}>
                    <th scope="row">
                      <code>{finding.rule}</code>{' '}
                      <Badge tone={finding.level === 'error' ? 'negative' : 'caution'}>{finding.level}</Badge>
                    </th>
                    <td>{finding.message}</td>
                    <td>{finding.mend}</td>
                    <td className={reports['number']}>{formatCount(finding.rows)}</td>
                    <td>{linesOf(finding.lines)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
          <Section
            title="Lines"
            hint={notListed === 0 ? '' : `${formatCount(notListed)} more are not listed.`}
          >
            <ProblemList problems={problems} />
          </Section>
        </>
      )}
    </>
  );
}

function linesOf(lines: readonly number[]): string {
  const shown = lines.slice(0, shownLines).map(formatCount).join(', ');
  return lines.length > shownLines ? `${shown} …` : shown;
}
