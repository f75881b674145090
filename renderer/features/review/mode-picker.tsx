import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import { modeOptions } from '../../ui/questions/failure-mode-question.tsx';
import styles from './span-picker.module.css';

export interface ModePickerProps {
  /** Numbered in this order. */
  readonly failureModes: readonly FailureMode[];
  /** Id or name of the one that stands. */
  readonly chosen: string | null;
  /** With an id or a new name; null keeps what stands. */
  readonly onChoose: (value: string | null) => void;
}

interface Choice {
  readonly key: string;
  readonly name: string;
  /** What it is called by: an id, or the name of one that is to be added. */
  readonly value: string;
  readonly isNew: boolean;
}

/** Most choices shown at a time; typing finds the others. */
const mostShown = 9;

/** A failure mode by its number, or by typing a part of its name; a name that is not there is added. */
export function ModePicker({ failureModes, chosen, onChoose }: ModePickerProps) {
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const typed = text.trim();
  const choices = useMemo(() => choicesFor(failureModes, typed), [failureModes, typed]);

  const onKeyDown = (event: KeyboardEvent) => {
    const byNumber = typed === '' && /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
    if (byNumber !== undefined) onChoose(byNumber.value);
    else if (event.key === 'ArrowDown') setMarked(Math.min(choices.length - 1, marked + 1));
    else if (event.key === 'ArrowUp') setMarked(Math.max(0, marked - 1));
    else if (event.key === 'Enter')
      onChoose(typed === '' && marked === 0 ? null : (choices[marked]?.value ?? null));
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles['naming']}>
      <input
        // The picker opens for typing.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className={styles['field']}
        role="combobox"
        aria-label="Failure mode"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={choices[marked] === undefined ? undefined : `${listId}-${marked}`}
        placeholder="A number, or type to find or add"
        dir="auto"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      {choices.length === 0 ? (
        <p className={styles['empty']}>Type a name to add the first failure mode.</p>
      ) : null}
      <div id={listId} role="listbox" aria-label="Failure modes" className={styles['modes']}>
        {choices.map(({ key, name, value, isNew }, index) => (
          // The field has the keys; this is for the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === marked}
            tabIndex={-1}
            className={styles['choice']}
            data-marked={(index === marked && typed !== '') || undefined}
            onClick={() => onChoose(value)}
          >
            {typed === '' ? <kbd className={styles['number']}>{index + 1}</kbd> : null}
            <span dir="auto">{isNew ? `Add “${name}”` : name}</span>
            {value === chosen ? <span className={styles['stands']}>stands</span> : null}
          </div>
        ))}
      </div>
    </div>
  );
}

function choicesFor(failureModes: readonly FailureMode[], typed: string): Choice[] {
  if (typed === '')
    return failureModes
      .slice(0, mostShown)
      .map(({ id, name }) => ({ key: id, name, value: id, isNew: false }));
  const options = modeOptions(failureModes, typed);
  const [last] = options.slice(mostShown).slice(-1);
  const shown =
    last?.count === null ? [...options.slice(0, mostShown - 1), last] : options.slice(0, mostShown);
  return shown.map(({ id, name, count }) => ({
    key: id,
    name,
    value: count === null ? name : id,
    isNew: count === null,
  }));
}
