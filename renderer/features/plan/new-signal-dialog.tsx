import { useState } from 'react';
import { catalogue, outcomeId, usualOutcomes } from '../../../shared/domain/signals/catalogue.ts';
import { draftSignal } from '../../../shared/domain/plan/draft-signal.ts';
import { outputSignal, type PlanDraft, planSignalName } from '../../../shared/domain/plan/plan-signal.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './plan.module.css';

export interface NewSignalDialogProps {
  /** Those of the plan; the first is offered. */
  readonly surfaces: readonly string[];
  readonly onClose: () => void;
  readonly onCreate: (draft: PlanDraft) => void;
}

const another = 'outcome.';
const signals = [
  ...catalogue.map(({ id }) => id).filter((id) => id !== 'label'),
  ...usualOutcomes.map(outcomeId),
  outputSignal,
];
const options = [
  ...signals.map((value) => ({ value, name: planSignalName(value) })),
  { value: another, name: 'Another outcome' },
];

/** Asks for surface and signal; the rest of it begins as it is usually logged. */
export function NewSignalDialog({ surfaces, onClose, onCreate }: NewSignalDialogProps) {
  const [surface, setSurface] = useState(surfaces[0] ?? '');
  const [signal, setSignal] = useState('edited');
  const [outcome, setOutcome] = useState('');
  const name = outcome.trim().toLowerCase().replaceAll(/\s+/gu, '_');
  const chosen = signal === another ? outcomeId(name) : signal;
  const canCreate = signal !== another || name !== '';
  const create = () => {
    if (canCreate) onCreate(draftSignal(surface.trim(), chosen));
  };
  return (
    <Dialog
      title="Plan a signal"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!canCreate} onPress={create}>
            Add to the plan
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <TextField
          label="Surface"
          autoFocus
          maxLength={100}
          value={surface}
          onChange={setSurface}
          hint="Where in the product, such as editor. Empty for all surfaces."
          onEnter={create}
        />
        <Select label="Signal" options={options} value={signal} onChange={setSignal} />
        {signal === another ? (
          <TextField
            label="Name of the outcome"
            maxLength={80}
            value={outcome}
            onChange={setOutcome}
            onEnter={create}
            hint="Such as renewed."
          />
        ) : null}
      </div>
    </Dialog>
  );
}
