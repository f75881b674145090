import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Reject } from '../../../shared/contract/import-operations.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import styles from './reject-list.module.css';
import { RejectContent } from './reject-rows.tsx';

const rowHeight = 56;

export interface RejectListProps {
  readonly rows: readonly Reject[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly needMore: () => void;
}

/** Rejected rows, however many there are; one opens with its whole text. */
export function RejectList({ rows, total, hasMore, needMore }: RejectListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Reject | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const visible = virtualizer.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last > rows.length - 40) needMore();
  }, [hasMore, last, rows.length, needMore]);
  return (
    <>
      <div ref={frame} className={styles['frame']}>
        <ul className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
          {visible.map((item) => {
            const reject = rows[item.index];
            return reject === undefined ? null : (
              <li
                key={item.key}
                className={styles['row']}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={total}
                aria-posinset={item.index + 1}
              >
                <button type="button" className={styles['open']} onClick={() => setOpen(reject)}>
                  <RejectContent reject={reject} />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      {open === null ? null : (
        <Dialog title={`Line ${formatCount(open.line)}`} isOpen size="large" onClose={() => setOpen(null)}>
          <p>{open.message}</p>
          <p className={styles['place']}>
            Starts at byte {formatCount(open.byteOffset)} of {open.file ?? 'the file'}.
          </p>
          <pre className={styles['raw']} tabIndex={0}>
            {open.raw}
          </pre>
        </Dialog>
      )}
    </>
  );
}
