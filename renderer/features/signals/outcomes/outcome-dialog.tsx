import { useState } from 'react';
import { usualOutcomes } from '../../../../shared/domain/signals/catalogue.ts';
import { defaultOutcome } from '../../../../shared/domain/signals/default-outcome.ts';
import type { OutcomeDefinition } from '../../../../shared/domain/signals/settings.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OptionalNumberField } from '../../../ui/optional-number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './outcomes.module.css';

export interface OutcomeDialogProps {
  /** Null for a new one. */
  readonly outcome: OutcomeDefinition | null;
  /** Names of the other outcomes that are defined. */
  readonly taken: readonly string[];
  readonly onSave: (outcome: OutcomeDefinition) => void;
  readonly onClose: () => void;
}

/** Says what an outcome means and how long it may take. */
export function OutcomeDialog({ outcome, taken, onSave, onClose }: OutcomeDialogProps) {
  const [draft, setDraft] = useState(outcome ?? { ...defaultOutcome('', 'yes_no'), missing: 'no' as const });
  const [isTried, setTried] = useState(false);
  const problem = problemOf(draft.name.trim(), taken);
  const save = () => {
    setTried(true);
    if (problem === undefined) onSave({ ...draft, name: draft.name.trim(), title: draft.title.trim() });
  };
  const change = (part: Partial<OutcomeDefinition>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <Dialog
      title={outcome === null ? 'Define an outcome' : `How “${outcome.name}” is read`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={save}>
            Save
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <TextField
          label="Name in the log"
          autoFocus
          maxLength={200}
          value={draft.name}
          onChange={(name) => change({ name })}
          isReadOnly={outcome !== null}
          onEnter={save}
          problem={isTried ? problem : undefined}
          hint={`As the log or the joined file names it, such as ${usualOutcomes.slice(0, 3).join(', ')}.`}
        />
        <TextField
          label="Title"
          maxLength={200}
          value={draft.title}
          onChange={(title) => change({ title })}
          onEnter={save}
        />
        <Select
          label="It is"
          options={directions}
          value={draft.direction}
          onChange={(direction) => change({ direction })}
        />
        <Select label="Its values" options={units} value={draft.unit} onChange={(unit) => change({ unit })} />
        <Select
          label="Strength"
          options={strengths}
          value={String(draft.strength)}
          onChange={(value) => change({ strength: strengthOf(value) })}
        />
        <OptionalNumberField
          label="Horizon in days"
          value={draft.horizonDays ?? undefined}
          onChange={(days) => change({ horizonDays: days ?? null })}
          minimum={0.01}
          maximum={3650}
          digits={2}
          placeholder="None"
          hint="It comes within so many days, if it does. Until then it may still come, and counts in no share."
        />
        <Select
          label="Nothing logged when the horizon is over"
          options={missings}
          value={draft.missing}
          onChange={(missing) => change({ missing })}
        />
      </div>
    </Dialog>
  );
}

const directions = [
  { value: 'good', name: 'Good news' },
  { value: 'bad', name: 'Bad news' },
  { value: 'neutral', name: 'Neither' },
] as const;
const units = [
  { value: 'yes_no', name: 'Yes or no' },
  { value: 'number', name: 'A number' },
] as const;
const missings = [
  { value: 'no', name: 'Is a no: the log has only what happens' },
  { value: 'unknown', name: 'Is not known: the log has yes and no' },
] as const;
const strengths = [1, 2, 3, 4, 5].map((value) => ({
  value: String(value),
  name: value === 1 ? '1, says little' : value === 5 ? '5, says most' : String(value),
}));

function strengthOf(value: string): OutcomeDefinition['strength'] {
  return ([1, 2, 3, 4, 5] as const).find((one) => String(one) === value) ?? 4;
}

function problemOf(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'Give it the name that the log has.';
  return taken.includes(name) ? 'This outcome is defined already. Change it in the table.' : undefined;
}
