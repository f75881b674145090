import { type MouseEvent, type ReactNode, useCallback, useRef } from 'react';
import type { Region, ThreeTexts } from '../../../shared/domain/diff/three-way.ts';
import { classNames } from '../class-names.ts';
import { DiffRows } from './diff-rows.tsx';
import styles from './diff-view.module.css';
import { Minimap } from './minimap.tsx';
import { eachThreeWayRow } from './three-way-rows.ts';
import threeWayStyles from './three-way.module.css';
import { useRowsOf } from './use-rows.ts';

export interface ThreeWayViewProps {
  /** The same object as long as the texts are the same. */
  readonly texts: ThreeTexts;
  /** Null while the texts are still being compared; all three are shown at once and marked when it is there. */
  readonly regions: readonly Region[] | null;
  readonly changesOnly: boolean;
  readonly currentId: string | null;
  readonly onSelect: (regionId: string) => void;
  readonly titles: readonly [left: ReactNode, output: ReactNode, right: ReactNode];
  readonly isCode?: boolean;
}

/** An output between two of its edits, aligned row by row in one scroll container. Give it a `key` per three texts. */
export function ThreeWayView(props: ThreeWayViewProps) {
  const { texts, regions, changesOnly, currentId, onSelect, titles } = props;
  const container = useRef<HTMLDivElement>(null);
  const start = useCallback(() => eachThreeWayRow(texts, regions), [texts, regions]);
  const rows = useRowsOf(start, texts.output.length + texts.left.length + texts.right.length);
  const selectClicked = ({ target }: MouseEvent) => {
    const id =
      target instanceof Element ? target.closest('[data-change]')?.getAttribute('data-change') : null;
    if (id && getSelection()?.isCollapsed !== false) onSelect(id);
  };
  return (
    <div className={styles['frame']}>
      {/* A click on a region is a shortcut of the pointer; the keyboard walks the regions with commands. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={container}
        role="region"
        aria-label="Output between two edits"
        className={classNames(styles['view'], threeWayStyles['view'])}
        data-mode="three-way"
        data-code={props.isCode || undefined}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
        tabIndex={0}
        onClick={selectClicked}
      >
        <div className={styles['titles']}>
          {titles.map((title, column) => (
            // Columns never move.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={column} className={styles['title']}>
              {title}
            </div>
          ))}
        </div>
        <DiffRows
          rows={rows}
          mode="three-way"
          changesOnly={changesOnly && regions !== null}
          currentChangeId={currentId}
          reverted={noneReverted}
          colours={null}
          container={container}
        />
      </div>
      {changesOnly || regions === null ? null : <Minimap rows={rows} container={container} />}
    </div>
  );
}

const noneReverted: ReadonlySet<string> = new Set();
