import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import styles from './chooser-dialog.module.css';
import { Dialog } from './dialog.tsx';

export interface ChooserOption {
  readonly value: string;
  readonly name: string;
  readonly detail?: string;
}

export interface ChooserDialogProps {
  readonly title: string;
  /** What is chosen, for the field's name. */
  readonly label: string;
  readonly options: readonly ChooserOption[];
  /** The one that stands. */
  readonly chosen?: string | null;
  readonly onChoose: (value: string) => void;
  /** Offers to add what was typed where nothing has that name. */
  readonly onAdd?: (name: string) => void;
  readonly onClose: () => void;
  /** What would come of the marked one. With it, digits do not choose: it is to be read first. */
  readonly renderPreview?: (option: ChooserOption | null) => ReactNode;
  /** Said where there is nothing to choose from. */
  readonly empty?: string;
}

interface Entry extends ChooserOption {
  readonly isNew?: true;
}

/** Most entries shown at a time; typing finds the others. */
const mostShown = 60;

/** One of many by its digit, or by typing a part of its name; Enter takes the marked one. */
export function ChooserDialog(props: ChooserDialogProps) {
  const { title, label, options, chosen = null, onChoose, onAdd, onClose, renderPreview, empty } = props;
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const typed = text.trim();
  const entries = entriesFor(options, typed, onAdd !== undefined);
  const hasDigits = renderPreview === undefined && typed === '';

  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    if (entry.isNew === true) onAdd?.(entry.name);
    else onChoose(entry.value);
  };
  const mark = (index: number) => {
    const next = Math.max(0, Math.min(entries.length - 1, index));
    setMarked(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const byDigit = hasDigits && /^[1-9]$/.test(event.key) ? entries[Number(event.key) - 1] : undefined;
    if (byDigit !== undefined) choose(byDigit);
    else if (event.key === 'ArrowDown') mark(marked + 1);
    else if (event.key === 'ArrowUp') mark(marked - 1);
    else if (event.key === 'Enter') choose(entries[marked]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={title} isOpen size="medium" onClose={onClose}>
      <input
        // The dialog opens for typing.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className={styles['field']}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries[marked] === undefined ? undefined : `${listId}-${marked}`}
        placeholder={onAdd === undefined ? 'Type to find' : 'Type to find or add'}
        dir="auto"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={styles['list']}>
        {entries.map((entry, index) => (
          // The field has the keys; this is for the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={entry.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === marked}
            tabIndex={-1}
            className={styles['entry']}
            data-marked={index === marked || undefined}
            onClick={() => choose(entry)}
            onPointerEnter={() => {
              if (renderPreview !== undefined) setMarked(index);
            }}
          >
            {hasDigits && index < 9 ? <kbd className={styles['digit']}>{index + 1}</kbd> : null}
            <span className={styles['name']} dir="auto">
              {entry.isNew === true ? `Add “${entry.name}”` : entry.name}
            </span>
            {entry.detail === undefined ? null : <span className={styles['detail']}>{entry.detail}</span>}
            {entry.value === chosen ? <span className={styles['detail']}>stands</span> : null}
          </div>
        ))}
      </div>
      {entries.length > 0 ? null : (
        <p className={styles['empty']}>
          {options.length === 0 && empty !== undefined ? empty : 'Nothing has this in its name.'}
        </p>
      )}
      {renderPreview === undefined ? null : (
        <div className={styles['preview']} aria-live="polite">
          {renderPreview(entries[marked] ?? null)}
        </div>
      )}
    </Dialog>
  );
}

/** Those whose name has what was typed, names that begin with it first; adding comes last. */
function entriesFor(options: readonly ChooserOption[], typed: string, canAdd: boolean): Entry[] {
  const wanted = typed.toLowerCase();
  const closeness = ({ name }: ChooserOption) => {
    const lower = name.toLowerCase();
    return lower === wanted ? 2 : lower.startsWith(wanted) ? 1 : 0;
  };
  const found =
    typed === ''
      ? options
      : options
          .filter(({ name }) => name.toLowerCase().includes(wanted))
          .toSorted((a, b) => closeness(b) - closeness(a));
  const isKnown = options.some(({ name }) => name.toLowerCase() === wanted);
  const added =
    canAdd && typed !== '' && !isKnown ? [{ value: 'add', name: typed, isNew: true as const }] : [];
  return [...found.slice(0, mostShown), ...added];
}
