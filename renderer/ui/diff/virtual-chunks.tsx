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
    overscan: 1,
  });
  const drawn = virtualizer.getVirtualItems();

  // Only another change or view scrolls: opening a fold moves the chunks, and must not take the reader back.
  const latestChunk = useRef(currentChunk);
  useEffect(() => {
    latestChunk.current = currentChunk;
  });

  // A change that is not drawn is brought near first. Heights that were guessed are made right while parts are drawn, so
  // it is brought into view again for some frames.
  useEffect(() => {
    if (currentChangeId === null) return undefined;
    let frame = 0;
    let count = 0;
    const reveal = () => {
      if (!revealChange(container.current, currentChangeId) && latestChunk.current >= 0) {
        const [offset] = virtualizer.getOffsetForIndex(latestChunk.current, 'start') ?? [0];
        container.current?.scrollTo({ top: offset });
      }
      count++;
      if (count < settlingFrames) frame = requestAnimationFrame(reveal);
    };
    reveal();
    return () => cancelAnimationFrame(frame);
    // Another view has other heights.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [virtualizer, currentChangeId, mode, container]);

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

/** Frames in which a change may still be pushed out of view by what is drawn beside it. */
const settlingFrames = 12;

/** Of the reading font, in pixels; a guess only, made right as soon as a part is drawn. */
const characterWidth = 7;
const lineHeight = 22;
const rowPadding = 4;
const foldHeight = 30;

const columnCounts: Readonly<Record<DiffMode, number>> = {
  'side-by-side': 2,
  inline: 1,
  'edit-only': 1,
  'three-way': 3,
};

function guessHeight(
  chunk: RowBlock | undefined,
  rows: readonly AlignedRow[],
  mode: DiffMode,
  width: number,
): number {
  if (chunk === undefined || chunk.kind === 'fold') return foldHeight;
  const count = columnCounts[mode];
  const columns = count > 1 ? width / count - 32 : Math.min(width - 32, 82 * characterWidth);
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
