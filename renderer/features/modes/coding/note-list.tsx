import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { CodingNote } from '../../../../shared/contract/coding-operations.ts';
import diffStyles from '../../../ui/diff/diff-view.module.css';
import { formatMoment } from '../../../ui/format.ts';
import styles from './note-list.module.css';

export interface NoteListProps {
  readonly label: string;
  readonly notes: readonly CodingNote[];
  readonly index: number;
  readonly selected: ReadonlySet<string>;
  readonly onGoTo: (index: number) => void;
  readonly onToggle: (index: number) => void;
  readonly onNearEnd: () => void;
}

/** Height of a row before its text is measured, in pixels. */
const usualHeight = 74;
const nearEnd = 20;

/** Notes with what they are about; only those in view are drawn. */
export function NoteList(props: NoteListProps) {
  const { label, notes, index, selected, onGoTo, onToggle, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: notes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (at) => notes[at]?.key ?? at,
    overscan: 6,
  });
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= notes.length - nearEnd) onNearEnd();
  }, [lastShown, notes.length, onNearEnd]);
  useEffect(() => virtualizer.scrollToIndex(index), [virtualizer, index]);
  const current = notes[index];
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={current === undefined ? undefined : idOf(current)}
      tabIndex={0}
      data-notes
    >
      <div role="presentation" className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const note = notes[row.index];
          if (note === undefined) return null;
          return (
            // The list has the keys; this is for the pointer.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={note.key}
              id={idOf(note)}
              ref={virtualizer.measureElement}
              data-index={row.index}
              className={styles['row']}
              style={{ transform: `translateY(${row.start}px)` }}
              role="option"
              tabIndex={-1}
              aria-selected={selected.has(note.key)}
              aria-setsize={notes.length}
              aria-posinset={row.index + 1}
              data-current={row.index === index || undefined}
              onClick={(event) => {
                onGoTo(row.index);
                if (event.ctrlKey || event.metaKey) onToggle(row.index);
              }}
            >
              <NoteTexts note={note} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function idOf({ key }: CodingNote): string {
  return `note-${key}`;
}

function NoteTexts({ note }: { readonly note: CodingNote }) {
  const { text, quote, added, annotator, question, at, failureMode, place } = note;
  const about = [
    annotator,
    ...(question === null ? [] : [question]),
    ...(place === '' ? ['the whole output'] : []),
    ...(at === null ? [] : [formatMoment(at)]),
  ];
  return (
    <>
      <p className={styles['text']} dir="auto">
        {text}
      </p>
      <p className={styles['quote']} dir="auto">
        {added === null ? quote : null}
        {added === null || quote === '' ? null : <del className={diffStyles['removed']}>{quote}</del>}
        {added === null || added === '' ? null : <ins className={diffStyles['added']}>{added}</ins>}
      </p>
      <p className={styles['about']}>
        {failureMode === null ? null : <strong className={styles['mode']}>{failureMode.name}</strong>}
        {about.join(' · ')}
      </p>
    </>
  );
}
