import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { DiffMode } from '../../../shared/contract/app-operations.ts';
import type { AlignedRow } from '../../../shared/domain/diff/diff-segments.ts';
import { type RowBlock, sideLengths } from './diff-blocks.ts';
import styles from './diff-view.module.css';
import { revealChange } from './reveal-change.ts';

export interface ChunksProps {
  readonly chunks: readonly RowBlock[];
  readonly rows: readonly AlignedRow[];
  readonly mode: DiffMode;
  /** Index of the chunk with the current change; -1 where there is none. */
  readonly currentChunk: number;
  readonly currentChangeId: string | null;
  /** The element that scrolls. */
  readonly container: RefObject<HTMLDivElement | null>;
  readonly drawChunk: (chunk: RowBlock) => ReactNode;
}

/** A long text: only the parts near the view are in the page. Heights are guessed until a part was drawn once. */
export function VirtualChunks(props: ChunksProps) {
  const { chunks, rows, mode, currentChunk, currentChangeId, container, drawChunk } = props;
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ top: 0, width: 900 });
  useLayoutEffect(() => {
    const [top, width] = [list.current?.offsetTop ?? 0, list.current?.clientWidth ?? 0];
    setPlace((before) => (before.top === top && before.width === width ? before : { top, width }));
  }, [mode]);

  // The virtualizer keeps its figures for as long as these stay the same.
  const getItemKey = useCallback(
    (index: number) => `${chunks[index]?.kind} ${chunks[index]?.start} ${mode}`,
    [chunks, mode],
  );
  const estimateSize = useCallback(
    (index: number) => guessHeight(chunks[index], rows, mode, place.width),
    [chunks, rows, mode, place.width],
  );
  const virtualizer = useVirtualizer({
    count: chunks.length,
    getScrollElement: () => container.current,
    getItemKey,
    estimateSize,
    scrollMargin: place.top,
    paddingStart: 6,
    overscan: 2,
  });
  const drawn = virtualizer.getVirtualItems();

  // A change that is out of view is brought near first, and shown exactly once it is drawn.
  const toReveal = useRef<string | null>(null);
  useEffect(() => {
    toReveal.current = currentChangeId;
    if (currentChangeId === null || revealChange(container.current, currentChangeId)) return;
    if (currentChunk >= 0) virtualizer.scrollToIndex(currentChunk, { align: 'center' });
  }, [virtualizer, currentChangeId, currentChunk, mode, container]);
  useEffect(() => {
    if (toReveal.current === null || !revealChange(container.current, toReveal.current)) return;
    toReveal.current = null;
  }, [drawn, container]);

  return (
    <div ref={list} className={styles['virtual']} style={{ height: virtualizer.getTotalSize() }}>
      <div
        className={styles['drawn']}
        style={{ transform: `translateY(${(drawn[0]?.start ?? 0) - place.top}px)` }}
      >
        {drawn.map(({ index, key }) => {
          const chunk = chunks[index];
          return chunk === undefined ? null : (
            <div key={key} data-index={index} ref={virtualizer.measureElement}>
              {drawChunk(chunk)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Of the reading font, in pixels; a guess only, made right as soon as a part is drawn. */
const characterWidth = 7;
const lineHeight = 22;
const rowPadding = 4;
const foldHeight = 30;

function guessHeight(
  chunk: RowBlock | undefined,
  rows: readonly AlignedRow[],
  mode: DiffMode,
  width: number,
): number {
  if (chunk === undefined || chunk.kind === 'fold') return foldHeight;
  const columns = mode === 'side-by-side' ? width / 2 - 32 : Math.min(width - 32, 82 * characterWidth);
  const perLine = Math.max(10, columns / characterWidth);
  let height = 0;
  for (let index = chunk.start; index < chunk.end; index++) {
    const row = rows[index];
    if (row === undefined) continue;
    const { left, right } = sideLengths(row);
    const length = mode === 'edit-only' ? right : Math.max(left, right);
    height += Math.max(1, Math.ceil(length / perLine)) * lineHeight + rowPadding;
  }
  return height;
}
