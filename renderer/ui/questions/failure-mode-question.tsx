import { ChevronsUpDown, Plus, X } from 'lucide-react';
import { type KeyboardEvent, memo, use, useMemo, useRef, useState } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  ComboBoxStateContext,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { IconButton } from '../button.tsx';
import { failureModeName } from './failure-mode-name.ts';
import styles from './questions.module.css';

export interface FailureModeQuestionProps {
  readonly question: Question;
  /** Id or, while it is being created, name of the failure mode. */
  readonly value: string | undefined;
  readonly failureModes: readonly FailureMode[];
  readonly isOpen: boolean;
  readonly onOpenSearch: (question: string | null) => void;
  /** With an id or a new name; null takes the answer back. */
  readonly onAnswer: (question: Question, value: string | null) => void;
}

/** A failure mode, chosen from those the project has or added by typing its name. */
export const FailureModeQuestion = memo(function FailureModeQuestion(props: FailureModeQuestionProps) {
  const { question, value, failureModes, isOpen, onOpenSearch, onAnswer } = props;
  if (isOpen)
    return (
      <FailureModeSearch
        name={question.name}
        failureModes={failureModes}
        onChoose={(chosen) => {
          onOpenSearch(null);
          onAnswer(question, chosen);
        }}
        onClose={() => onOpenSearch(null)}
      />
    );
  const chosen = value === undefined ? null : failureModeName(value, failureModes);
  return (
    <div className={styles['chosenMode']}>
      <AriaButton
        className={styles['modeButton'] ?? ''}
        aria-label={`${question.name}: ${chosen ?? 'choose or add one'}`}
        onPress={() => onOpenSearch(question.id)}
      >
        <span className={styles['modeName']} data-empty={value === undefined || undefined} dir="auto">
          {chosen ?? 'Choose or add one'}
        </span>
        <ChevronsUpDown aria-hidden />
      </AriaButton>
      {value === undefined ? null : (
        <IconButton
          icon={<X aria-hidden />}
          name={`Clear ${question.name.toLowerCase()}`}
          onPress={() => onAnswer(question, null)}
        />
      )}
    </div>
  );
});

interface SearchProps {
  readonly name: string;
  readonly failureModes: readonly FailureMode[];
  readonly onChoose: (value: string) => void;
  readonly onClose: () => void;
}

interface ModeOption {
  readonly id: string;
  readonly name: string;
  readonly count: number | null;
}

const addKey = 'add';

function FailureModeSearch({ name, failureModes, onChoose, onClose }: SearchProps) {
  const [text, setText] = useState('');
  const typed = text.trim();
  const options = useMemo(() => modeOptions(failureModes, typed), [failureModes, typed]);
  const hasChosen = useRef(false);

  const choose = (key: Key | null) => {
    if (key === null) return;
    hasChosen.current = true;
    onChoose(key === addKey ? typed : String(key));
  };

  return (
    <ComboBox
      aria-label={name}
      className={styles['combo'] ?? ''}
      autoFocus
      menuTrigger="focus"
      allowsEmptyCollection
      items={options}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={choose}
      // Leaving the field closes it, choosing has closed it already.
      onBlur={() => {
        if (!hasChosen.current) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <SearchInput isTyped={typed !== ''} options={options} onChoose={choose} onClose={onClose} />
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox<ModeOption>
          className={styles['modes'] ?? ''}
          data-typed={typed !== '' || undefined}
          renderEmptyState={() => (
            <p className={styles['noModes']}>Type a name to add the first failure mode.</p>
          )}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles['mode'] ?? ''}>
              {option.id === addKey ? <Plus aria-hidden /> : null}
              <span dir="auto">{option.id === addKey ? `Add “${option.name}”` : option.name}</span>
              {option.count === null ? null : <span className={styles['modeCount']}>{option.count}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

interface SearchInputProps {
  /** With something typed, the first is marked: Enter takes it, an arrow key goes on from it. */
  readonly isTyped: boolean;
  readonly options: readonly ModeOption[];
  readonly onChoose: (key: Key) => void;
  readonly onClose: () => void;
}

function SearchInput({ isTyped, options, onChoose, onClose }: SearchInputProps) {
  const list = use(ComboBoxStateContext)?.selectionManager;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    const [first, second] = options;
    if (event.key === 'ArrowDown' && isTyped && second !== undefined) list?.setFocusedKey(second.id);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (isTyped && first !== undefined) onChoose(first.id);
    else onClose();
  };
  return (
    <Input
      className={styles['modeInput'] ?? ''}
      placeholder="Type to find or add"
      dir="auto"
      onKeyDown={onKeyDown}
    />
  );
}

/**
 * Those whose name contains what was typed: the one of this name, then names that begin with it, then the most used.
 * Adding comes last, so that it never is what Enter does by accident.
 */
export function modeOptions(failureModes: readonly FailureMode[], typed: string): ModeOption[] {
  const wanted = typed.toLowerCase();
  const found = failureModes
    .filter((mode) => mode.name.toLowerCase().includes(wanted))
    .toSorted(
      (a, b) => closeness(b, wanted) - closeness(a, wanted) || b.count - a.count || compare(a.name, b.name),
    )
    .map(({ id, name, count }) => ({ id, name, count }));
  const isKnown = failureModes.some((mode) => mode.name.toLowerCase() === wanted);
  return typed === '' || isKnown ? found : [...found, { id: addKey, name: typed, count: null }];
}

function closeness(mode: FailureMode, wanted: string): number {
  const name = mode.name.toLowerCase();
  return name === wanted ? 2 : name.startsWith(wanted) ? 1 : 0;
}

const { compare } = new Intl.Collator('en');
