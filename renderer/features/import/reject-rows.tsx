import type { Reject } from '../../../shared/contract/import-operations.ts';
import { Badge } from '../../ui/badge.tsx';
import { fileName, formatCount } from '../../ui/format.ts';
import { reasonNameOf } from './reject-reasons.ts';
import styles from './reject-rows.module.css';

export interface RejectedRow extends Pick<Reject, 'line' | 'message' | 'raw' | 'file'> {
  /** Absent where only the line is known. */
  readonly byteOffset?: number;
  readonly reason: string;
}

/** Rows that were not taken: where they are, why, and what they say. */
export function RejectRows({ rejects }: { readonly rejects: readonly RejectedRow[] }) {
  return (
    <ul className={styles['list']}>
      {rejects.map((reject) => (
        <li
          key={`${reject.file ?? ''}:${reject.line}:${reject.byteOffset ?? reject.raw}`}
          className={styles['row']}
        >
          <RejectContent reject={reject} />
        </li>
      ))}
    </ul>
  );
}

export function RejectContent({ reject }: { readonly reject: RejectedRow }) {
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
        <Badge tone="negative">{reasonNameOf(reject.reason)}</Badge>
        <span>{reject.message}</span>
      </span>
      <code className={styles['raw']} title={reject.raw.slice(0, 2000)}>
        {reject.raw === '' ? ' ' : reject.raw.slice(0, 300)}
      </code>
    </>
  );
}
