import type { WeeklyReport } from '../../../shared/contract/weekly-operations.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './weekly.module.css';

/** The week in figures. */
export function WeeklyTotals({ report }: { readonly report: WeeklyReport }) {
  const { interactions, edited, changes, unclassified, lastWeek, before } = report.totals;
  const live = report.promptVersions.map(({ name, day }) => `${name} (${day})`).join(', ');
  return (
    <dl className={styles['figures']}>
      <Figure
        name="Interactions"
        value={formatCount(interactions)}
        detail={`last week ${formatCount(lastWeek)}, four before ${formatCount(before)}`}
      />
      <Figure name="Edited" value={formatCount(edited)} detail="of these interactions" />
      <Figure name="Changes" value={formatCount(changes)} detail="of edits, and outputs that failed" />
      <Figure name="Unclassified" value={formatCount(unclassified)} detail="changes without a failure mode" />
      <Figure
        name="Prompt versions"
        value={formatCount(report.promptVersions.length)}
        detail={live === '' ? 'none is known to have gone live' : `went live: ${live}`}
      />
    </dl>
  );
}

function Figure(props: { readonly name: string; readonly value: string; readonly detail: string }) {
  const { name, value, detail } = props;
  return (
    <div className={styles['figure']}>
      <dt>{name}</dt>
      <dd>
        <span className={styles['value']}>{value}</span>
        <span className={styles['detail']} title={detail}>
          {detail}
        </span>
      </dd>
    </div>
  );
}
