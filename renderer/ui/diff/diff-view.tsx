import { type MouseEvent, memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { DiffMode } from '../../../shared/contract/app-operations.ts';
import { alignRows, type AlignedRow } from '../../../shared/domain/diff/diff-segments.ts';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { chunkEnds, foldRows, type RowBlock, uncomparedRows } from './diff-blocks.ts';
import { DiffRow } from './diff-row.tsx';
import styles from './diff-view.module.css';
import { useProgressiveCount } from './use-progressive-count.ts';

export interface DiffViewProps {
  readonly output: string;
  readonly edit: string;
  /** Null while the pair is still being compared; both texts are shown at once and marked when it is there. */
  readonly diff: TextDiff | null;
  readonly mode: DiffMode;
  readonly changesOnly: boolean;
  readonly currentChangeId: string | null;
  readonly onSelectChange: (changeId: string) => void;
  readonly outputTitle: ReactNode;
  readonly editTitle: ReactNode;
  /** Lines as close as in a text field, for reading beside one. */
  readonly asText?: boolean;
}

/**
 * An output and its edit with their differences marked. Both texts are in one scroll container and aligned row by
 * row, so they cannot get out of step. Give it a `key` per pair: folds and scroll position belong to the pair.
 */
export function DiffView(props: DiffViewProps) {
  const { output, edit, diff, mode, changesOnly, currentChangeId, onSelectChange } = props;
  const container = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => (diff === null ? uncomparedRows(output, edit) : alignRows(output, edit, diff)),
    [output, edit, diff],
  );

  const selectClicked = (event: MouseEvent) => {
    const change = event.target instanceof Element ? event.target.closest('[data-change]') : null;
    const id = change?.getAttribute('data-change');
    if (id && getSelection()?.isCollapsed !== false) onSelectChange(id);
  };

  return (
    // A click on a change is a shortcut of the pointer; the keyboard walks the changes with commands.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      ref={container}
      role="region"
      aria-label="Output and edit"
      className={styles['view']}
      data-mode={mode}
      data-as-text={props.asText || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
      tabIndex={0}
      onClick={selectClicked}
    >
      <div className={styles['titles']}>
        {mode === 'edit-only' ? null : <div className={styles['title']}>{props.outputTitle}</div>}
        {props.editTitle === null ? null : <div className={styles['title']}>{props.editTitle}</div>}
      </div>
      <Rows
        rows={rows}
        mode={mode}
        changesOnly={changesOnly && diff !== null}
        currentChangeId={currentChangeId}
        container={container}
      />
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly AlignedRow[];
  readonly mode: DiffMode;
  readonly changesOnly: boolean;
  readonly currentChangeId: string | null;
  readonly container: { readonly current: HTMLDivElement | null };
}

/** Characters drawn in one go; about 2 ms of layout. */
const chunkSize = 5_000;

const Rows = memo(function Rows({ rows, mode, changesOnly, currentChangeId, container }: RowsProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set<number>());
  const chunks = useMemo(() => {
    const blocks: RowBlock[] = changesOnly
      ? foldRows(rows, opened)
      : [{ kind: 'rows', start: 0, end: rows.length }];
    return blocks.flatMap((block) => {
      if (block.kind === 'fold') return [block];
      let start = block.start;
      return chunkEnds(rows, block.start, block.end, chunkSize).map((end) => {
        const chunk: RowBlock = { kind: 'rows', start, end };
        start = end;
        return chunk;
      });
    });
  }, [rows, opened, changesOnly]);

  // Folds cost nothing to draw: only runs of rows are counted.
  const runs = useMemo(() => chunks.filter((chunk) => chunk.kind === 'rows'), [chunks]);
  const needed = useMemo(() => {
    if (currentChangeId === null) return 1;
    const row = rows.findIndex((candidate) => candidate.changeIds.includes(currentChangeId));
    return runs.findIndex((run) => row < run.end) + 1;
  }, [runs, rows, currentChangeId]);
  const count = useProgressiveCount(runs.length, needed);
  const drawnTo = count < runs.length ? (runs[count - 1]?.end ?? 0) : rows.length;

  useEffect(() => {
    if (currentChangeId === null) return undefined;
    const elements = container.current?.querySelectorAll(`[data-change="${currentChangeId}"]`) ?? [];
    for (const element of elements) element.setAttribute('data-current', '');
    elements[0]?.scrollIntoView({ block: 'nearest' });
    elements[1]?.scrollIntoView({ block: 'nearest' });
    return () => {
      for (const element of elements) element.removeAttribute('data-current');
    };
    // The elements of the change are made anew when what is drawn changes.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [currentChangeId, rows, mode, changesOnly, needed, container]);

  const drawn = chunks.filter((chunk) => chunk.end <= drawnTo);
  return drawn.map((chunk) =>
    chunk.kind === 'fold' ? (
      <button
        key={`fold-${chunk.start}`}
        type="button"
        className={styles['fold']}
        onClick={() => setOpened(new Set([...opened, chunk.start]))}
      >
        Show {(chunk.end - chunk.start).toLocaleString('en')} unchanged lines
      </button>
    ) : (
      <Chunk
        key={`rows-${chunk.start}`}
        rows={rows}
        start={chunk.start}
        end={chunk.end}
        mode={mode}
        fold={changesOnly}
      />
    ),
  );
});

interface ChunkProps {
  readonly rows: readonly AlignedRow[];
  readonly start: number;
  readonly end: number;
  readonly mode: DiffMode;
  readonly fold: boolean;
}

const Chunk = memo(function Chunk({ rows, start, end, mode, fold }: ChunkProps) {
  return rows.slice(start, end).map((row, index) => (
    // Rows never move within a pair.
    // oxlint-disable-next-line react/no-array-index-key
    <DiffRow key={start + index} row={row} mode={mode} fold={fold} />
  ));
});
