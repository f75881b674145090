import { Link } from 'wouter';
import type { Finding } from '../../../shared/contract/export-operations.ts';
import { reviewPath } from '../../app/routes.ts';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './findings.module.css';

const shownItems = 8;

/** What the readers of the format would refuse or stumble over, with the interactions behind it. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <div className={styles['list']}>
      {findings.map((finding) => (
        <Notice
          key={`${finding.rule}:${finding.message}`}
          tone={finding.level === 'error' ? 'error' : 'caution'}
        >
          <p>
            {finding.message}
            {finding.rows === 0 ? '' : ` (${formatPlural(finding.rows, 'line')})`}
          </p>
          {finding.items.length === 0 ? null : (
            <p className={styles['items']}>
              {finding.items.slice(0, shownItems).map((id, index) => (
                <Link
                  key={id}
                  href={reviewPath([], id)}
                  aria-label={`Interaction ${index + 1}: ${finding.message}`}
                >
                  Interaction {index + 1}
                </Link>
              ))}
            </p>
          )}
        </Notice>
      ))}
    </div>
  );
}
