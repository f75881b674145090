import { memo, type RefObject, useEffect, useMemo, useState } from 'react';
import type { DiffMode } from '../../../shared/contract/app-operations.ts';
import type { AlignedRow } from '../../../shared/domain/diff/diff-segments.ts';
import { chunkRows, type RowBlock, type RowStarts, rowStarts } from './diff-blocks.ts';
import { DiffRow, type SideColours } from './diff-row.tsx';
import styles from './diff-view.module.css';
import { revealChange } from './reveal-change.ts';
import { useProgressiveCount } from './use-progressive-count.ts';
import { type ChunksProps, VirtualChunks } from './virtual-chunks.tsx';

export interface DiffRowsProps {
  readonly rows: readonly AlignedRow[];
  readonly mode: DiffMode;
  readonly changesOnly: boolean;
  readonly currentChangeId: string | null;
  readonly reverted: ReadonlySet<string>;
  readonly colours: SideColours | null;
  /** The element that scrolls. */
  readonly container: RefObject<HTMLDivElement | null>;
}

/** Texts of more parts are drawn only where they are in view. */
const fewChunks = 24;

/** The rows of a diff, in parts small enough for one frame each. */
export const DiffRows = memo(function DiffRows(props: DiffRowsProps) {
  const { rows, mode, changesOnly, currentChangeId, reverted, colours, container } = props;
  const starts = useMemo(() => rowStarts(rows), [rows]);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set<number>());
  const chunks = useMemo(() => chunkRows(rows, changesOnly ? opened : null), [rows, opened, changesOnly]);
  const currentChunk = useMemo(() => chunkOf(chunks, rows, currentChangeId), [chunks, rows, currentChangeId]);

  const drawChunk = (chunk: RowBlock) =>
    chunk.kind === 'fold' ? (
      <button
        type="button"
        className={styles['fold']}
        data-fold
        onClick={() => setOpened(new Set([...opened, chunk.start]))}
      >
        Show {(chunk.end - chunk.start).toLocaleString('en')} unchanged lines
      </button>
    ) : (
      <Chunk
        rows={rows}
        starts={starts}
        colours={colours}
        reverted={reverted}
        start={chunk.start}
        end={chunk.end}
        mode={mode}
        fold={changesOnly}
        currentChangeId={chunks[currentChunk] === chunk ? currentChangeId : null}
      />
    );

  const Chunks = chunks.length > fewChunks ? VirtualChunks : AllChunks;
  return (
    <Chunks
      chunks={chunks}
      rows={rows}
      mode={mode}
      currentChunk={currentChunk}
      currentChangeId={currentChangeId}
      container={container}
      drawChunk={drawChunk}
    />
  );
});

/** A text of usual length: all of it is drawn, one part at once and one more each frame. */
function AllChunks({ chunks, mode, currentChunk, currentChangeId, container, drawChunk }: ChunksProps) {
  // A fold costs nothing to draw, so it does not count as the beginning.
  const first = chunks.findIndex((chunk) => chunk.kind === 'rows');
  const count = useProgressiveCount(chunks.length, Math.max(first, currentChunk) + 1);
  useEffect(() => {
    if (currentChangeId !== null) revealChange(container.current, currentChangeId);
    // What is drawn anew may have moved the change out of view.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [currentChangeId, mode, chunks, container]);
  return chunks
    .slice(0, count)
    .map((chunk) => <div key={`${chunk.kind} ${chunk.start}`}>{drawChunk(chunk)}</div>);
}

function chunkOf(chunks: readonly RowBlock[], rows: readonly AlignedRow[], changeId: string | null): number {
  if (changeId === null) return -1;
  const row = rows.findIndex((candidate) => candidate.changeIds.includes(changeId));
  return row < 0 ? -1 : chunks.findIndex((chunk) => row < chunk.end);
}

interface ChunkProps {
  readonly rows: readonly AlignedRow[];
  readonly starts: RowStarts;
  readonly colours: SideColours | null;
  readonly reverted: ReadonlySet<string>;
  readonly start: number;
  readonly end: number;
  readonly mode: DiffMode;
  readonly fold: boolean;
  readonly currentChangeId: string | null;
}

const Chunk = memo(function Chunk(props: ChunkProps) {
  const { rows, starts, colours, reverted, start, end, mode, fold, currentChangeId } = props;
  return rows.slice(start, end).map((row, index) => (
    <DiffRow
      // Rows never move within a pair.
      // oxlint-disable-next-line react/no-array-index-key
      key={start + index}
      row={row}
      mode={mode}
      fold={fold}
      outputStart={starts.output[start + index] ?? 0}
      editStart={starts.edit[start + index] ?? 0}
      colours={colours}
      reverted={reverted}
      currentChangeId={
        currentChangeId !== null && row.changeIds.includes(currentChangeId) ? currentChangeId : null
      }
    />
  ));
});
