import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './catalogue.module.css';

export interface FieldChoiceProps {
  readonly label: string;
  /** Undefined: by its usual name; null: none. */
  readonly value: string | null | undefined;
  /** The field that is read now. */
  readonly current: string | null;
  readonly onChange: (value: string | null | undefined) => void;
}

type Way = 'usual' | 'none' | 'named';

/** Which field of the metadata something is read from. */
export function FieldChoice({ label, value, current, onChange }: FieldChoiceProps) {
  const way: Way = value === undefined ? 'usual' : value === null ? 'none' : 'named';
  const choose = (next: Way) => {
    if (next === 'usual') onChange(undefined);
    else onChange(next === 'none' ? null : (current ?? 'surface'));
  };
  return (
    <div className={styles['fieldChoice']}>
      <Select
        label={label}
        value={way}
        onChange={choose}
        options={[
          {
            value: 'usual',
            name: `By its usual name${way === 'usual' ? `: ${current ?? 'none found'}` : ''}`,
          },
          { value: 'none', name: 'None' },
          { value: 'named', name: 'A field of the metadata' },
        ]}
      />
      {typeof value === 'string' ? (
        <TextField
          aria-label={`${label}: name of the field`}
          value={value}
          isInvalid={value.trim() === ''}
          onChange={onChange}
        />
      ) : null}
    </div>
  );
}
