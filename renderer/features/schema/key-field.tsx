import { TextField } from '../../ui/text-field.tsx';
import styles from './question-form.module.css';

export interface KeyFieldProps {
  /** Shown above it; otherwise `name` tells what the key is of. */
  readonly label?: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly onChange: (key: string | undefined) => void;
}

/** One key; the last one typed counts, and what is no key of a keyboard is passed over. */
export function KeyField({ label, name, value, onChange }: KeyFieldProps) {
  return (
    <div className={styles['key']}>
      <TextField
        {...(label === undefined ? { 'aria-label': name } : { label })}
        value={value ?? ''}
        onChange={(text) => {
          const typed =
            text
              .replace(value ?? '', '')
              .at(-1)
              ?.toLowerCase() ?? '';
          if (text === '') onChange(undefined);
          else if (/^[!-~]$/.test(typed)) onChange(typed);
        }}
      />
    </div>
  );
}
