import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import styles from './pane-separator.module.css';
import { paneLimits, type PaneSizes, setPaneSize, useReviewState } from './review-state.ts';

export interface PaneSeparatorProps {
  readonly pane: keyof PaneSizes;
  readonly name: string;
  /** Which way the pane grows: along the pointer's movement (`after` it lies what is resized against) or against it. */
  readonly grows: 'right' | 'left' | 'down';
}

/** Pixels of one arrow key press. */
const keyStep = 16;

/** The line between two panes; moved by pointer or arrow keys, and remembered. */
export const PaneSeparator = memo(function PaneSeparator({ pane, name, grows }: PaneSeparatorProps) {
  const size = useReviewState((state) => state.sizes[pane]);
  const start = useRef({ pointer: 0, size: 0 });
  const isHorizontal = grows === 'down';
  const positionOf = (event: PointerEvent) => (isHorizontal ? event.clientY : event.clientX);
  const direction = grows === 'left' ? -1 : 1;

  const onKeyDown = (event: KeyboardEvent) => {
    const forward = isHorizontal ? 'ArrowDown' : 'ArrowRight';
    const backward = isHorizontal ? 'ArrowUp' : 'ArrowLeft';
    if (event.key !== forward && event.key !== backward) return;
    event.preventDefault();
    setPaneSize(pane, size + (event.key === forward ? keyStep : -keyStep) * direction);
  };

  return (
    <div
      // role=slider is what the window's key handler leaves the arrow keys to, and what a focusable separator is.
      role="slider"
      aria-label={`Size of ${name}`}
      aria-orientation={isHorizontal ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={paneLimits[pane].min}
      aria-valuemax={paneLimits[pane].max}
      aria-valuetext={`${size} pixels`}
      tabIndex={0}
      className={styles['separator']}
      data-horizontal={isHorizontal || undefined}
      onKeyDown={onKeyDown}
      onDoubleClick={() => setPaneSize(pane, paneLimits[pane].initial)}
      onPointerDown={(event) => {
        start.current = { pointer: positionOf(event), size };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        setPaneSize(pane, start.current.size + (positionOf(event) - start.current.pointer) * direction);
      }}
    />
  );
});
