import { memo, type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { AlignedRow } from '../../../shared/domain/diff/diff-segments.ts';
import { minimapMarks } from './minimap-marks.ts';
import styles from './minimap.module.css';

export interface MinimapProps {
  readonly rows: readonly AlignedRow[];
  /** The element that scrolls. */
  readonly container: RefObject<HTMLDivElement | null>;
}

/**
 * The changes of a long text beside its scroll bar. For the pointer and the eye only: the keyboard walks the changes, and
 * a screen reader has their number.
 */
export const Minimap = memo(function Minimap({ rows, container }: MinimapProps) {
  const marks = useMemo(() => minimapMarks(rows), [rows]);
  const view = useRef<HTMLDivElement>(null);
  const isShown = marks.length > 0;

  useEffect(() => {
    const scroller = container.current;
    if (scroller === null || !isShown) return undefined;
    const follow = () => {
      const { scrollTop, clientHeight, scrollHeight } = scroller;
      view.current?.style.setProperty('top', percent(scrollTop / scrollHeight));
      view.current?.style.setProperty('height', percent(clientHeight / scrollHeight));
    };
    follow();
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => scroller.removeEventListener('scroll', follow);
  }, [container, isShown]);

  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    const scroller = container.current;
    if (scroller === null || event.buttons !== 1) return;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    event.currentTarget.setPointerCapture(event.pointerId);
    const middle = ((event.clientY - top) / height) * scroller.scrollHeight;
    scroller.scrollTo({ top: middle - scroller.clientHeight / 2 });
  };

  if (!isShown) return null;
  return (
    <div className={styles['minimap']} aria-hidden onPointerDown={goTo} onPointerMove={goTo}>
      {marks.map(({ start, end, kind }) => (
        <div
          key={start}
          className={styles['mark']}
          data-kind={kind}
          style={{ top: percent(start), height: percent(end - start) }}
        />
      ))}
      <div ref={view} className={styles['view']} />
    </div>
  );
});

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
