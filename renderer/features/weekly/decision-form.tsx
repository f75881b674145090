import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { WeeklyDecision, WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { weeklyDecisionKinds, weeklyDecisionNames } from '../../../shared/domain/weekly/weekly-words.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { GivenDecision } from './use-weekly-acts.ts';
import { decisionCommands } from './weekly-commands.ts';
import { focusRow } from './weekly-list.tsx';
import styles from './weekly.module.css';

export interface DecisionFormProps {
  readonly row: WeeklyRow;
  readonly isDisabled: boolean;
  readonly onDecide: (given: GivenDecision) => void;
}

const names = weeklyDecisionKinds.map((kind) => weeklyDecisionNames[kind]);

/** What is done about a failure mode: one of five, by whom and until when. A choice is saved at once, with what stands beside it. */
export function DecisionForm({ row, isDisabled, onDecide }: DecisionFormProps) {
  const { decision } = row;
  const [draft, setDraft] = useState(() => draftOf(decision, row.owner));
  const [sent, setSent] = useState<Fields | null>(null);
  const [shown, setShown] = useState(decision);
  if (shown?.at !== decision?.at) {
    // Somebody else's act, or one step back; the answer to one's own must not replace what was typed since.
    setShown(decision);
    if (decision === null || sent === null || !isSame(sent, decision)) setDraft(draftOf(decision, row.owner));
  }
  const give = (kind: WeeklyDecision['decision'] | null) => {
    if (isDisabled) return;
    setSent(given(draft));
    onDecide({ decision: kind, ...given(draft) });
  };
  /** Fields belong to a decision: without one they wait for it. */
  const saveFields = () => {
    if (decision === null || isSame(given(draft), decision)) return;
    give(decision.decision);
  };
  const leave = () => focusRow(row.subject.id);
  useCommands(
    'weekly.decision',
    isDisabled
      ? []
      : decisionCommands(
          {
            decide: (place) => give(weeklyDecisionKinds[place] ?? null),
            takeBack: () => give(null),
            owner: () => focusField('owner'),
            due: () => focusField('due'),
            note: () => focusField('note'),
            isDecided: decision !== null,
          },
          names,
        ),
  );
  const field = (part: keyof Draft) => ({
    value: draft[part],
    isDisabled,
    onChange: (value: string) => setDraft({ ...draft, [part]: value }),
    onBlur: saveFields,
    onEnter: leave,
    onKeyDown: ({ key }: { readonly key: string }) => {
      if (key === 'Escape') leave();
    },
  });
  return (
    <section className={styles['form']} aria-label="Decision">
      <div className={styles['choices']} role="group" aria-label="Decision">
        {weeklyDecisionKinds.map((kind, place) => (
          <ToggleButton
            key={kind}
            className={styles['choice'] ?? ''}
            isDisabled={isDisabled}
            isSelected={decision?.decision === kind}
            onChange={(isSelected) => give(isSelected ? kind : null)}
          >
            {weeklyDecisionNames[kind]} <KeyHint command={`weekly.decide-${place + 1}`} />
          </ToggleButton>
        ))}
      </div>
      <div className={styles['fields']}>
        <TextField label="Owner" data-weekly-field="owner" maxLength={100} {...field('owner')} />
        <TextField label="Due" data-weekly-field="due" type="date" {...field('due')} />
        <TextField label="Note" data-weekly-field="note" maxLength={5000} {...field('note')} />
      </div>
      <div className={styles['said']}>
        <p className={styles['hint']} aria-live="polite">
          {decision === null
            ? 'Not decided yet.'
            : `${weeklyDecisionNames[decision.decision]}, decided by ${decision.annotator}.`}
        </p>
        <Button
          variant="quiet"
          command="weekly.take-back"
          isDisabled={isDisabled || decision === null}
          onPress={() => give(null)}
        >
          Take back
        </Button>
      </div>
    </section>
  );
}

function focusField(name: keyof Draft): void {
  const field = document.querySelector(`[data-weekly-field="${name}"] input`);
  if (field instanceof HTMLElement) field.focus();
}

interface Draft {
  readonly owner: string;
  readonly due: string;
  readonly note: string;
}

function draftOf(decision: WeeklyDecision | null, owner: string | null): Draft {
  if (decision === null) return { owner: owner ?? '', due: '', note: '' };
  return { owner: decision.owner ?? '', due: decision.due ?? '', note: decision.note };
}

type Fields = Omit<GivenDecision, 'decision'>;

function given({ owner, due, note }: Draft): Fields {
  return { owner: filled(owner), due: filled(due), note: note.trim() };
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function isSame(one: Fields, other: WeeklyDecision): boolean {
  return one.owner === other.owner && one.due === other.due && one.note === other.note;
}
