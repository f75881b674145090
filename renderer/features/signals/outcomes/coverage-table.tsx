import type { SourceCoverage } from '../../../../shared/contract/outcome-operations.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { formatCount, formatMoment } from '../../../ui/format.ts';
import { methodText, percent, reasonText } from './outcome-texts.ts';
import styles from './outcomes.module.css';

/** How the rows of each joined file found their interactions, with examples of those that did not. */
export function CoverageTable({ coverage }: { readonly coverage: readonly SourceCoverage[] }) {
  const unjoined = coverage.filter(({ examples }) => examples.length > 0);
  return (
    <>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Joined files, a table">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" className={styles['words']}>
                Joined by
              </th>
              <th scope="col">Rows</th>
              <th scope="col">Joined</th>
              <th scope="col">Not joined</th>
              <th scope="col" className={styles['words']}>
                Why
              </th>
            </tr>
          </thead>
          <tbody>
            {coverage.map(({ sourceId, name, startedAt, method, rows, joined, reasons, outcomes }) => (
              <tr key={sourceId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                  <span className={styles['detail']}>
                    {[formatMoment(startedAt), ...outcomes].join(', ')}
                  </span>
                </th>
                <td className={styles['words']}>{methodText(method)}</td>
                <td>{formatCount(rows)}</td>
                <td>
                  {formatCount(joined)}
                  {rows === 0 ? '' : ` (${percent(joined / rows)})`}
                </td>
                <td>{formatCount(rows - joined)}</td>
                <td className={styles['words']}>
                  {Object.entries(reasons)
                    .map(([reason, count]) => `${reasonText(reason)}: ${formatCount(count)}`)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unjoined.map(({ sourceId, name, examples }) => (
        <Disclosure key={sourceId} title={`Rows of ${name} that were not joined`}>
          <ul className={styles['examples']}>
            {examples.map(({ line, message, raw }) => (
              <li key={`${line} ${raw}`}>
                <p>{`Line ${line}: ${message}`}</p>
                <code>{raw}</code>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </>
  );
}
