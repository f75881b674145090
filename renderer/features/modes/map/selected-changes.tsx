import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { Change } from '../../../../shared/contract/cluster-operations.ts';
import { reviewPath } from '../../../app/routes.ts';
import { ChangeLine } from '../../../ui/diff/change-line.tsx';
import { ChangePlace } from './change-card.tsx';
import styles from './selection-panel.module.css';

export interface SelectedChangesProps {
  readonly changes: readonly Change[];
  readonly isBusy: boolean;
  readonly clusterName: (id: string | null) => string | null;
  /** The change at this place of the list has the focus. */
  readonly onFocusChange: (index: number) => void;
}

/** Height of a row in pixels; fixed, so that nothing needs to be measured. */
const rowHeight = 52;

/** Selected changes as small diffs, each a link to its interaction; only those in view are drawn. */
export function SelectedChanges({ changes, isBusy, clusterName, onFocusChange }: SelectedChangesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: changes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={styles['scroller']} aria-busy={isBusy}>
      <ul
        className={styles['list']}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label="Selected changes"
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const change = changes[index];
          if (change === undefined) return null;
          return (
            <li
              key={`${change.interactionId} ${change.place}`}
              className={styles['row']}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              aria-setsize={changes.length}
              aria-posinset={index + 1}
            >
              <Link
                className={styles['link'] ?? ''}
                href={reviewPath([], change.interactionId)}
                data-listed={index}
                onFocus={() => onFocusChange(index)}
              >
                <ChangeLine change={change} />
                <ChangePlace change={change} cluster={clusterName(change.clusterId)} />
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
