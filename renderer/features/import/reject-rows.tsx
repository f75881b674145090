import type { Reject } from '../../../shared/contract/import-operations.ts';
import { Badge } from '../../ui/badge.tsx';
import { fileName, formatCount } from '../../ui/format.ts';
import { reasonNames } from './reject-reasons.ts';
import styles from './reject-rows.module.css';

/** Rows that were not taken: where they are, why, and what they say. */
export function RejectRows({ rejects }: { readonly rejects: readonly Reject[] }) {
  return (
    <ul className={styles['list']}>
      {rejects.map((reject) => (
        <li key={`${reject.file ?? ''}:${reject.line}:${reject.byteOffset}`} className={styles['row']}>
          <RejectContent reject={reject} />
        </li>
      ))}
    </ul>
  );
}

export function RejectContent({ reject }: { readonly reject: Reject }) {
  return (
    <>
      <span className={styles['line']}>
        Line {formatCount(reject.line)}
        {reject.file === null || reject.file === undefined ? null : (
          <span className={styles['file']} title={reject.file}>
            {fileName(reject.file)}
          </span>
        )}
      </span>
      <span className={styles['why']}>
        <Badge tone="negative">{reasonNames[reject.reason]}</Badge>
        <span>{reject.message}</span>
      </span>
      <code className={styles['raw']} title={reject.raw.slice(0, 2000)}>
        {reject.raw === '' ? ' ' : reject.raw.slice(0, 300)}
      </code>
    </>
  );
}
