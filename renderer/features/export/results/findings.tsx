import type { Finding } from '../../../../shared/contract/export-operations.ts';
import { isRule, mends } from '../../../../shared/domain/export/rules.ts';
import { formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import styles from './findings.module.css';
import { ItemLinks } from './item-links.tsx';

/** What the readers of the format would stumble over, with what to do and the interactions behind it. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <div className={styles['list']}>
      {findings.map(({ rule, message, level, rows, items }) => (
        <Notice key={`${rule}:${message}`} tone={level === 'error' ? 'error' : 'caution'}>
          <p>
            {message}
            {rows === 0 ? '' : ` (${formatPlural(rows, 'line')})`}{' '}
            {isRule(rule) ? <span className={styles['mend']}>{mends[rule]}</span> : null}
          </p>
          <ItemLinks items={items} about={message} />
        </Notice>
      ))}
    </div>
  );
}
