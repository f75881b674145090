import { type MouseEvent, type ReactNode, useRef } from 'react';
import type { DiffMode } from '../../../shared/contract/app-operations.ts';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import type { SideColours } from './diff-row.tsx';
import { DiffRows } from './diff-rows.tsx';
import styles from './diff-view.module.css';
import { Minimap } from './minimap.tsx';
import { useRows } from './use-rows.ts';

export interface DiffViewProps {
  readonly output: string;
  readonly edit: string;
  /** Null while the pair is still being compared; both texts are shown at once and marked when it is there. */
  readonly diff: TextDiff | null;
  readonly mode: DiffMode;
  readonly changesOnly: boolean;
  readonly currentChangeId: string | null;
  readonly onSelectChange: (changeId: string) => void;
  /** Ids of the changes that were taken back: both sides have the output's text there. */
  readonly reverted?: ReadonlySet<string>;
  /** A label was clicked, by its number. */
  readonly onSelectLabel?: ((number: number) => void) | undefined;
  readonly outputTitle: ReactNode;
  readonly editTitle: ReactNode;
  /** Code is set in a font of equal widths. */
  readonly isCode?: boolean;
  readonly colours?: SideColours | null;
  /** Lines as close as in a text field, for reading beside one. */
  readonly asText?: boolean;
}

const noneReverted: ReadonlySet<string> = new Set();

/**
 * An output and its edit with their differences marked. Both texts are in one scroll container and aligned row by
 * row, so they cannot get out of step. Give it a `key` per pair: folds and scroll position belong to the pair.
 */
export function DiffView(props: DiffViewProps) {
  const { output, edit, diff, mode, changesOnly, currentChangeId, onSelectChange } = props;
  const container = useRef<HTMLDivElement>(null);
  const rows = useRows(output, edit, diff);

  const selectClicked = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const label = event.target.closest('[data-span]')?.getAttribute('data-span');
    if (label) return props.onSelectLabel?.(Number(label));
    const otherEnd = event.target.closest('[data-other-end]')?.getAttribute('data-other-end');
    const id = otherEnd ?? event.target.closest('[data-change]')?.getAttribute('data-change');
    if (id && getSelection()?.isCollapsed !== false) onSelectChange(id);
  };

  const view = (
    // A click on a change is a shortcut of the pointer; the keyboard walks the changes with commands.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      ref={container}
      role="region"
      aria-label="Output and edit"
      className={styles['view']}
      data-mode={mode}
      data-code={props.isCode || undefined}
      data-as-text={props.asText || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
      tabIndex={0}
      onClick={selectClicked}
    >
      <div className={styles['titles']}>
        {mode === 'edit-only' ? null : <div className={styles['title']}>{props.outputTitle}</div>}
        {props.editTitle === null ? null : <div className={styles['title']}>{props.editTitle}</div>}
      </div>
      <DiffRows
        rows={rows}
        mode={mode}
        changesOnly={changesOnly && diff !== null}
        currentChangeId={currentChangeId}
        reverted={props.reverted ?? noneReverted}
        colours={props.colours ?? null}
        container={container}
      />
    </div>
  );
  if (props.asText === true) return view;
  return (
    <div className={styles['frame']}>
      {view}
      {changesOnly || diff === null ? null : <Minimap rows={rows} container={container} />}
    </div>
  );
}
