import { type SubmitEvent, useState } from 'react';
import type { Metric } from '../../../shared/contract/velocity-operations.ts';
import { Button } from '../../ui/button.tsx';
import { OptionalNumberField } from '../../ui/optional-number-field.tsx';
import { formatValue } from './figure-format.ts';
import { targetWords } from './velocity-words.ts';
import styles from './velocity.module.css';

export interface TargetFormProps {
  readonly metric: Metric;
  readonly isReadOnly: boolean;
  readonly onTarget: (target: number | null) => void;
}

const units: Readonly<Record<Metric['unit'], string>> = {
  share: 'Target',
  ms: 'Target in milliseconds',
  days: 'Target in days',
  count: 'Target, a week',
  number: 'Target',
};

/** Where a metric should get to, and whether it has. */
export function TargetForm({ metric, isReadOnly, onTarget }: TargetFormProps) {
  const { unit, target } = metric;
  const saved = target?.target;
  const [draft, setDraft] = useState(saved);
  const [shown, setShown] = useState(saved);
  if (shown !== saved) {
    setShown(saved);
    setDraft(saved);
  }
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (draft !== saved) onTarget(draft ?? null);
  };
  return (
    <form className={styles['target']} aria-label="Target" data-velocity-target onSubmit={save}>
      <OptionalNumberField
        label={units[unit]}
        value={draft}
        onChange={setDraft}
        minimum={0}
        isShare={unit === 'share'}
        digits={unit === 'share' ? 1 : 3}
        placeholder="none"
        {...(unit === 'share' ? { maximum: 1 } : {})}
      />
      <div className={styles['buttons']}>
        <Button type="submit" isDisabled={isReadOnly || draft === saved}>
          Set
        </Button>
        <Button variant="quiet" isDisabled={isReadOnly || target === null} onPress={() => onTarget(null)}>
          Take away
        </Button>
      </div>
      <p className={styles['hint']} aria-live="polite">
        {target === null
          ? 'No target yet.'
          : `Target ${formatValue(unit, target.target)}: ${targetWords[target.status]}.`}
      </p>
    </form>
  );
}

/** Moves the focus to the target’s field. */
export function focusTarget(): void {
  const field = document.querySelector('[data-velocity-target] input');
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
