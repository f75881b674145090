import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ExportPart } from '../../../../shared/domain/export/split.ts';
import { Badge } from '../../../ui/badge.tsx';
import styles from './line-list.module.css';

export interface PreviewLine {
  readonly role: ExportPart;
  readonly text: string;
  readonly itemId: string;
}

export interface LineListProps {
  readonly lines: readonly PreviewLine[];
  /** Shows the JSON indented; the file holds it on one line. */
  readonly isIndented: boolean;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** The real lines of the file, only those in view drawn. The keys of the screen choose one. */
export function LineList({ lines, isIndented, chosen, onChoose }: LineListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => (isIndented ? 320 : 90),
    overscan: 3,
  });
  const shown = useRef(chosen);
  useEffect(() => {
    if (shown.current === chosen) return;
    shown.current = chosen;
    virtualizer.scrollToIndex(chosen, { align: 'start' });
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, virtualizer]);
  return (
    <div ref={frame} className={styles['frame']} tabIndex={0} role="region" aria-label="Lines of the file">
      <ol className={styles['lines']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return line === undefined ? null : (
            // The keys of the screen choose a line wherever the focus is; a click does it, too.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-current={item.index === chosen || undefined}
              className={styles['line']}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => onChoose(item.index)}
            >
              <span className={styles['about']}>
                <span className={styles['number']}>{item.index + 1}</span>
                <Badge tone={line.role === 'training' ? 'neutral' : 'accent'}>{line.role}</Badge>
              </span>
              <code className={styles['text']}>{isIndented ? indent(line.text) : line.text}</code>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
