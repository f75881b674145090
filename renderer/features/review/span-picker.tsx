import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Button as AriaButton, Dialog, Popover } from 'react-aria-components';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import { severities, type Severity } from '../../../shared/domain/spans/severity.ts';
import { type SpanValue, trimSpanValue } from '../../../shared/domain/spans/span-value.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { failureModeName } from '../../ui/questions/failure-mode-name.ts';
import { ModePicker } from './mode-picker.tsx';
import styles from './span-picker.module.css';

export interface SpanPickerProps {
  /** The text that is labelled. */
  readonly quote: string;
  /** What to begin with. */
  readonly value: SpanValue | null;
  /** This annotator has labelled it already. */
  readonly isKnown: boolean;
  /** Numbered in this order. */
  readonly failureModes: readonly FailureMode[];
  readonly onSet: (value: SpanValue | null) => void;
  readonly onClose: () => void;
}

const nothing: SpanValue = { failureMode: null, severity: null, note: null };

/** Beside a change or marked text: which failure mode it has, how grave it is, and a note. By keys alone. */
export function SpanPicker({ quote, value, isKnown, failureModes, onSet, onClose }: SpanPickerProps) {
  const [anchor] = useState(() => ({ current: chosenElement() }));
  const [draft, setDraft] = useState<SpanValue>(value ?? nothing);
  const [isNaming, setNaming] = useState(true);
  const set = () => {
    const trimmed = trimSpanValue(draft);
    if (trimmed !== null) onSet(trimmed);
  };
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      placement="bottom start"
      offset={6}
      className={styles['popover'] ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog className={styles['dialog'] ?? ''} aria-label="Label this text">
        <p className={styles['quote']} dir="auto">
          {quote}
        </p>
        {isNaming ? (
          <ModePicker
            failureModes={failureModes}
            chosen={draft.failureMode}
            onChoose={(failureMode) => {
              if (failureMode !== null) setDraft({ ...draft, failureMode });
              setNaming(false);
            }}
          />
        ) : (
          <Details
            draft={draft}
            failureModes={failureModes}
            isKnown={isKnown}
            onDraft={setDraft}
            onRename={() => setNaming(true)}
            onSet={set}
            onRemove={() => onSet(null)}
          />
        )}
      </Dialog>
    </Popover>
  );
}

interface DetailsProps {
  readonly draft: SpanValue;
  readonly failureModes: readonly FailureMode[];
  /** The label is there already. */
  readonly isKnown: boolean;
  readonly onDraft: (draft: SpanValue) => void;
  readonly onRename: () => void;
  readonly onSet: () => void;
  readonly onRemove: () => void;
}

function Details({ draft, failureModes, isKnown, onDraft, onRename, onSet, onRemove }: DetailsProps) {
  const note = useRef<HTMLInputElement>(null);
  const keys: Readonly<Record<string, () => void>> = useMemo(
    () => ({
      Enter: onSet,
      Backspace: onRename,
      n: () => note.current?.focus(),
      ...(isKnown ? { Delete: onRemove } : {}),
      ...Object.fromEntries(
        severities.map((severity, index) => [
          String(index + 1),
          () => onDraft({ ...draft, severity: draft.severity === severity ? null : severity }),
        ]),
      ),
    }),
    [draft, isKnown, onDraft, onRemove, onRename, onSet],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const isInNote = event.target === note.current;
    const run = isInNote && event.key !== 'Enter' ? undefined : keys[event.key];
    const isPress = event.key === 'Enter' && event.target instanceof HTMLButtonElement;
    if (run === undefined || isPress || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    run();
  };
  return (
    // The keys work wherever the focus is in this part.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['details']} onKeyDown={onKeyDown}>
      <AriaButton autoFocus className={styles['mode'] ?? ''} onPress={onSet}>
        <span dir="auto">
          {draft.failureMode === null ? 'No failure mode' : failureModeName(draft.failureMode, failureModes)}
        </span>
      </AriaButton>
      <div className={styles['severities']} role="group" aria-label="Severity">
        {severities.map((severity, index) => (
          <SeverityButton
            key={severity}
            severity={severity}
            place={String(index + 1)}
            isChosen={draft.severity === severity}
            onPress={keys[String(index + 1)]}
          />
        ))}
      </div>
      <label className={styles['note']}>
        <span>
          Note <KeyHint keys="n" />
        </span>
        <input
          ref={note}
          dir="auto"
          value={draft.note ?? ''}
          onChange={(event) => onDraft({ ...draft, note: event.target.value })}
        />
      </label>
      <div className={styles['actions']}>
        <Button variant="quiet" keys="Backspace" onPress={onRename}>
          Failure mode
        </Button>
        {isKnown ? (
          <Button variant="quiet" keys="Delete" onPress={onRemove}>
            Remove
          </Button>
        ) : null}
        <Button variant="primary" keys="Enter" onPress={onSet}>
          Set
        </Button>
      </div>
    </div>
  );
}

function SeverityButton(props: {
  readonly severity: Severity;
  readonly place: string;
  readonly isChosen: boolean;
  readonly onPress: (() => void) | undefined;
}) {
  const { severity, place, isChosen, onPress } = props;
  return (
    <button
      type="button"
      className={styles['severity']}
      data-tone={severity}
      aria-pressed={isChosen}
      onClick={onPress}
    >
      <span className={styles['severityName']}>{severity}</span>
      <KeyHint keys={place} />
    </button>
  );
}

/** What is labelled, as it stands on the page; else where the texts begin. */
function chosenElement(): Element | null {
  const region = document.querySelector('[role=region][aria-label^="Output"]');
  return (
    region?.querySelector('[data-tone=target]') ??
    region?.querySelector('[data-current-span]') ??
    [...(region?.querySelectorAll('[data-current]') ?? [])].at(-1) ??
    region ??
    null
  );
}
