import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { FileReport } from '../../../../shared/contract/export-operations.ts';
import { Badge } from '../../../ui/badge.tsx';
import { formatCount } from '../../../ui/format.ts';
import styles from './problem-list.module.css';

const rowHeight = 30;

/** Every problem in the order of the lines, only those in view drawn. */
export function ProblemList({ problems }: { readonly problems: FileReport['problems'] }) {
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: problems.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  return (
    <div
      ref={frame}
      className={styles['frame']}
      style={{ height: Math.min(420, problems.length * rowHeight + 2) }}
      tabIndex={0}
      role="region"
      aria-label="Problems by line"
    >
      <ol className={styles['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const problem = problems[index];
          return problem === undefined ? null : (
            <li
              key={key}
              className={styles['row']}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              <span className={styles['line']}>
                {problem.line === null ? 'File' : `Line ${formatCount(problem.line)}`}
              </span>
              <Badge tone={problem.level === 'error' ? 'negative' : 'caution'}>{problem.rule}</Badge>
              <span className={styles['message']} title={problem.message}>
                {problem.message}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
