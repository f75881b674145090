import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Link } from 'wouter';
import { reviewPath } from '../../app/routes.ts';
import type { ExportPart } from '../../../shared/domain/export/split.ts';
import { Badge } from '../../ui/badge.tsx';
import styles from './line-preview.module.css';

export interface PreviewLine {
  readonly role: ExportPart;
  readonly text: string;
  readonly itemId: string;
}

export interface LinePreviewProps {
  readonly lines: readonly PreviewLine[];
  /** Shows the JSON indented; the file holds it on one line. */
  readonly isIndented: boolean;
}

/** The real lines of the file, only those in view drawn. */
export function LinePreview({ lines, isIndented }: LinePreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => (isIndented ? 320 : 90),
    overscan: 3,
  });
  return (
    <div ref={frame} className={styles['frame']} tabIndex={0} role="region" aria-label="Lines of the file">
      <ol className={styles['lines']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return line === undefined ? null : (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles['line']}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span className={styles['about']}>
                <Badge tone={line.role === 'training' ? 'neutral' : 'accent'}>{line.role}</Badge>
                <Link
                  href={reviewPath([], line.itemId)}
                  aria-label={`Interaction behind line ${item.index + 1}`}
                >
                  interaction
                </Link>
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
