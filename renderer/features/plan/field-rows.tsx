import { Plus, X } from 'lucide-react';
import { fieldTypes, type PlanField } from '../../../shared/domain/plan/plan-signal.ts';
import { fieldTypeNames } from '../../../shared/domain/plan/plan-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './plan.module.css';

export interface FieldRowsProps {
  readonly fields: readonly PlanField[];
  readonly problem: string | null;
  readonly onChange: (fields: readonly PlanField[]) => void;
}

const types = fieldTypes.map((value) => ({ value, name: fieldTypeNames[value] }));

/** The fields of an event, a line each. */
export function FieldRows({ fields, problem, onChange }: FieldRowsProps) {
  const change = (place: number, part: Partial<PlanField>) =>
    onChange(fields.map((field, index) => (index === place ? Object.assign({}, field, part) : field)));
  return (
    <fieldset className={styles['fieldRows']}>
      <legend className={styles['legend']}>Fields</legend>
      <div className={styles['fieldRow']} aria-hidden>
        <span>Name</span>
        <span>Type</span>
        <span>Required</span>
        <span>Example</span>
        <span>Description</span>
        <span />
      </div>
      {fields.map((field, place) => (
        // Fields have no id of their own, and their names are being written.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className={styles['fieldRow']}>
          <TextField
            aria-label={`Name of field ${place + 1}`}
            maxLength={100}
            value={field.name}
            onChange={(name) => change(place, { name })}
          />
          <Select
            label={`Type of field ${place + 1}`}
            isLabelHidden
            options={types}
            value={field.type}
            onChange={(type) => change(place, { type })}
          />
          <Switch
            label={field.required ? 'Yes' : 'No'}
            isSelected={field.required}
            onChange={(required) => change(place, { required })}
          />
          <TextField
            aria-label={`Example of field ${place + 1}`}
            maxLength={500}
            value={field.example}
            onChange={(example) => change(place, { example })}
          />
          <TextField
            aria-label={`Description of field ${place + 1}`}
            maxLength={500}
            value={field.description}
            onChange={(description) => change(place, { description })}
          />
          <IconButton
            icon={<X aria-hidden />}
            name={`Remove the field ${field.name}`}
            onPress={() => onChange(fields.filter((_, index) => index !== place))}
          />
        </div>
      ))}
      <div className={styles['fieldEnd']}>
        <Button
          icon={<Plus aria-hidden />}
          isDisabled={fields.length >= 50}
          onPress={() =>
            onChange([...fields, { name: '', type: 'string', required: true, example: '', description: '' }])
          }
        >
          Add a field
        </Button>
        <p role="status" className={styles['problem']}>
          {problem ?? ''}
        </p>
      </div>
    </fieldset>
  );
}
