import { ChevronsUpDown, X } from 'lucide-react';
import { memo, useMemo, useRef, useState } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { IconButton } from '../../ui/button.tsx';
import { failureModeName } from './answers.ts';
import styles from './questions-panel.module.css';

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
      <Input
        className={styles['modeInput'] ?? ''}
        placeholder="Type to find or add"
        dir="auto"
        onKeyDown={(event) => {
          // Enter takes the first one without walking down to it.
          const first = options[0];
          if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant') || !first)
            return;
          event.preventDefault();
          event.stopPropagation();
          if (typed !== '') choose(first.id);
        }}
      />
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox<ModeOption>
          className={styles['modes'] ?? ''}
          renderEmptyState={() => (
            <p className={styles['noModes']}>Type a name to add the first failure mode.</p>
          )}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles['mode'] ?? ''}>
              <span dir="auto">{option.id === addKey ? `Add “${option.name}”` : option.name}</span>
              {option.count === null ? null : <span className={styles['modeCount']}>{option.count}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Those whose name contains what was typed, names that begin with it first, the most used first; adding comes last. */
export function modeOptions(failureModes: readonly FailureMode[], typed: string): ModeOption[] {
  const wanted = typed.toLowerCase();
  const found = failureModes
    .filter((mode) => mode.name.toLowerCase().includes(wanted))
    .toSorted(
      (a, b) => startsWith(b, wanted) - startsWith(a, wanted) || b.count - a.count || compare(a.name, b.name),
    )
    .map(({ id, name, count }) => ({ id, name, count }));
  const isKnown = failureModes.some((mode) => mode.name.toLowerCase() === wanted);
  return typed === '' || isKnown ? found : [...found, { id: addKey, name: typed, count: null }];
}

function startsWith(mode: FailureMode, wanted: string): number {
  return mode.name.toLowerCase().startsWith(wanted) ? 1 : 0;
}

const { compare } = new Intl.Collator('en');
