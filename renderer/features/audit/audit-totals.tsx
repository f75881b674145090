import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { formatCount } from '../../ui/format.ts';
import { shareText } from './audit-cells.ts';
import styles from './audit.module.css';

/** The project in figures: what interactions lack. */
export function AuditTotals({ report }: { readonly report: AuditReport }) {
  const { interactions, silent, without } = report;
  const figures = [
    ['Interactions', interactions],
    ['Without any signal', silent],
    ['Without a session', without.session],
    ['Without a user', without.user],
    ['Without a time', without.time],
    ['Without a prompt version', without.promptVersion],
  ] as const;
  return (
    <dl className={styles['figures']}>
      {figures.map(([name, count], place) => (
        <div key={name} className={styles['figure']}>
          <dt>{name}</dt>
          <dd>
            <span className={styles['value']}>{formatCount(count)}</span>
            {place === 0 ? null : (
              <span className={styles['detail']}>
                {interactions === 0 ? '' : shareText(count / interactions)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
