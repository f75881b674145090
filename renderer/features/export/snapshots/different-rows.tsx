import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { SnapshotDifference } from '../../../../shared/contract/snapshot-operations.ts';
import { useCommands } from '../../../app/key-map.ts';
import { reviewPath } from '../../../app/routes.ts';
import { Badge, type BadgeProps } from '../../../ui/badge.tsx';
import { formatCount } from '../../../ui/format.ts';
import { KeyHint } from '../../../ui/keys/key-hint.tsx';
import { commandFor } from '../export-command.ts';
import styles from './different-rows.module.css';
import { RowDifference } from './row-difference.tsx';

export interface DifferentRowsProps {
  readonly rows: readonly SnapshotDifference[];
  /** How many there are; the first ones are given. */
  readonly total: number;
}

const tones: Readonly<Record<SnapshotDifference['kind'], NonNullable<BadgeProps['tone']>>> = {
  in: 'positive',
  out: 'negative',
  changed: 'caution',
  moved: 'accent',
};

const rowHeight = 32;

/** The rows in which two snapshots differ, one of them open beside the list. */
export function DifferentRows({ rows, total }: DifferentRowsProps) {
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => virtualizer.scrollToIndex(chosen, { align: 'auto' }), [chosen, virtualizer]);
  const row = rows[chosen];
  const step = (by: number) => setChosen(Math.max(0, Math.min(rows.length - 1, chosen + by)));
  const open = () => {
    if (row !== undefined) navigate(reviewPath([], row.itemId));
  };
  useCommands('snapshots.rows', [
    commandFor('snapshots.next-row', () => step(1), rows.length > 0),
    commandFor('snapshots.previous-row', () => step(-1), rows.length > 0),
    commandFor('snapshots.open-row', open, row !== undefined && row.kind !== 'out'),
  ]);
  if (row === undefined) return <p>Every row is in both, the same and in the same part.</p>;
  return (
    <>
      <p className={styles['hint']}>
        Row {formatCount(chosen + 1)} of {formatCount(rows.length)}
        {total > rows.length ? `, the first of ${formatCount(total)}` : ''}{' '}
        <KeyHint command="snapshots.next-row" /> <KeyHint command="snapshots.previous-row" />
      </p>
      <div className={styles['panes']}>
        <div ref={frame} className={styles['frame']} tabIndex={0} role="region" aria-label="Rows that differ">
          <ol className={styles['rows']} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const shown = rows[index];
              return shown === undefined ? null : (
                // The keys of the screen choose a row wherever the focus is; a click does it, too.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
                <li
                  key={key}
                  aria-current={index === chosen || undefined}
                  className={styles['row']}
                  style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                  onClick={() => setChosen(index)}
                >
                  <Badge tone={tones[shown.kind]}>{shown.kind}</Badge>
                  <span className={styles['text']} dir="auto">
                    {shown.after ?? shown.before ?? shown.itemId}
                  </span>
                </li>
              );
            })}
          </ol>
        </div>
        <RowDifference key={`${chosen}`} row={row} />
      </div>
    </>
  );
}
