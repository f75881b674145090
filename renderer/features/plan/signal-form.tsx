import { useState } from 'react';
import {
  type PlanDraft,
  planDraftSchema,
  type PlanField,
  planSignalName,
  type PlanSignal,
  planStatuses,
} from '../../../shared/domain/plan/plan-signal.ts';
import { planStatusNames } from '../../../shared/domain/plan/plan-words.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FieldRows } from './field-rows.tsx';
import { formCommands } from './plan-commands.ts';
import styles from './plan.module.css';

export interface SignalFormProps {
  readonly signal: PlanSignal;
  /** Whether it was saved; else why not was told. */
  readonly onSave: (draft: PlanDraft) => Promise<boolean>;
  readonly onRemove: () => void;
  readonly onLeave: () => void;
}

const statuses = planStatuses.map((value) => ({ value, name: planStatusNames[value] }));

/** A signal of the plan, to be written anew; nothing is saved before it is said so. */
export function SignalForm({ signal, onSave, onRemove, onLeave }: SignalFormProps) {
  const [draft, setDraft] = useState<PlanDraft>(() => planDraftSchema.parse(signal));
  const change = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }));
  const parsed = planDraftSchema.safeParse(draft);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(planDraftSchema.parse(signal));
  const canSave = isChanged && parsed.success;
  const save = () => {
    if (parsed.success) void onSave(parsed.data);
  };
  const leave = () => {
    setDraft(planDraftSchema.parse(signal));
    onLeave();
  };
  useCommands('plan.form', formCommands(save, leave, canSave));
  return (
    <section className={styles['fields']} aria-label="Signal">
      <div className={styles['formHead']}>
        <h2 className={styles['formTitle']}>{planSignalName(signal.signal)}</h2>
        <Button command="plan.remove" onPress={onRemove}>
          Remove
        </Button>
        <Button command="plan.leave" isDisabled={!isChanged} onPress={leave}>
          Discard changes
        </Button>
        <Button variant="primary" command="plan.save" isDisabled={!canSave} onPress={save}>
          Save
        </Button>
      </div>
      {draft.why === '' ? null : <p className={styles['why']}>{draft.why}</p>}
      <div className={styles['formLine']}>
        <TextField
          label="Event"
          maxLength={100}
          value={draft.event}
          onChange={(event) => change({ event })}
          problem={draft.event.trim() === '' ? 'Give the event a name.' : undefined}
        />
        <TextField
          label="Surface"
          maxLength={100}
          value={draft.surface}
          placeholder="All surfaces"
          onChange={(surface) => change({ surface })}
        />
        <TextField
          label="Owner"
          maxLength={100}
          value={draft.owner}
          onChange={(owner) => change({ owner })}
        />
        <Select
          label="Status"
          options={statuses}
          value={draft.status}
          onChange={(status) => change({ status })}
        />
      </div>
      <FieldRows
        fields={draft.fields}
        problem={problemOf(draft.fields)}
        onChange={(fields) => change({ fields: [...fields] })}
      />
      <div className={styles['formLine']}>
        <TextArea
          label="Privacy"
          value={draft.privacy}
          onChange={(privacy) => change({ privacy: privacy.slice(0, 1000) })}
        />
        <TextArea
          label="Note"
          value={draft.note}
          onChange={(note) => change({ note: note.slice(0, 2000) })}
        />
      </div>
    </section>
  );
}

function problemOf(fields: readonly PlanField[]): string | null {
  const names = fields.map(({ name }) => name.trim());
  if (names.length === 0) return 'An event needs a field. Add one.';
  if (names.includes('')) return 'Give every field a name.';
  if (names.includes('event')) return 'The name event is that of the event itself. Give the field another.';
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  return twice === undefined ? null : `Two fields are called ${twice}. Give one another name.`;
}
