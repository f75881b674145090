import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { discardedNames, unjoinedReason } from '../../../shared/domain/audit/audit-words.ts';
import { sourcePath } from '../../app/routes.ts';
import { formatCount } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import styles from './audit.module.css';

/** Tables show so many rows; the document has all of them. */
const mostShown = 12;

/** What is logged, and what is collected and not used, left behind or not joined. */
export function Leftovers({ report }: { readonly report: AuditReport }) {
  const { actions, outcomes, unused, discarded, unjoined } = report;
  return (
    <div className={styles['tables']}>
      <Counts
        title="Actions"
        none="No action is logged. Log what people do with outputs."
        head={['Action', 'Times']}
        rows={actions.map(({ action, count }) => [action, count])}
      />
      <Counts
        title="Outcomes"
        none="No outcome is logged. Import what came of interactions, and join it."
        head={['Outcome', 'Known', 'May still come']}
        rows={outcomes.map(({ name, count, pending }) => [name, count, pending])}
      />
      <Counts
        title="Collected and not used"
        none="Everything that is collected is used."
        head={['Name', 'What', 'Rows']}
        rows={unused.map(({ name, what, count }) => [name, what === 'signal' ? 'signal' : 'metadata', count])}
      />
      <Counts
        title="Left behind by imports"
        none="Nothing was left behind."
        head={['Which', 'What', 'Source', 'Rows']}
        rows={discarded.map(({ what, name, source, sourceId, count }) => [
          what === 'rejected_row' ? name.replaceAll('_', ' ') : name,
          discardedNames[what],
          <Link key="source" href={sourcePath(sourceId)}>
            {source}
          </Link>,
          count,
        ])}
      />
      <Counts
        title="Not joined"
        none="Every row of signals found its interaction, or there was none to join."
        head={['Source', 'Reason', 'Rows', 'Joined']}
        rows={unjoined.map(({ source, sourceId, reason, count, joined }) => [
          <Link key="source" href={sourcePath(sourceId)}>
            {source}
          </Link>,
          unjoinedReason(reason),
          count,
          joined,
        ])}
      />
    </div>
  );
}

interface CountsProps {
  readonly title: string;
  /** What an empty table says. */
  readonly none: string;
  readonly head: readonly string[];
  /** Numbers stand at the end of their cells. */
  readonly rows: readonly (readonly ReactNode[])[];
}

function Counts({ title, none, head, rows }: CountsProps) {
  const shown = rows.slice(0, mostShown);
  return (
    <Section title={title} hint={rows.length === 0 ? none : null}>
      {rows.length === 0 ? null : (
        <table className={styles['table']}>
          <thead>
            <tr>
              {head.map((name, place) => (
                <th
                  key={name}
                  scope="col"
                  className={typeof rows[0]?.[place] === 'number' ? styles['number'] : undefined}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, row) => (
              // Rows are in the order of the report and keep no state.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={row}>
                {cells.map((cell, place) => (
                  <td key={head[place]} className={typeof cell === 'number' ? styles['number'] : undefined}>
                    {typeof cell === 'number' ? formatCount(cell) : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length <= mostShown ? null : (
        <p className={styles['detail']}>
          {`${formatCount(rows.length - mostShown)} more are in the saved document.`}
        </p>
      )}
    </Section>
  );
}
