import { FieldError, Label, Text, TextArea as AriaTextArea, TextField } from 'react-aria-components';
import styles from './fields.module.css';

export interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly hint?: string;
  readonly placeholder?: string;
  /** What is wrong with the value, and what to do. */
  readonly problem?: string | undefined;
}

/** A text of several lines. */
export function TextArea({ label, value, onChange, rows = 3, hint, placeholder, problem }: TextAreaProps) {
  return (
    <TextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <AriaTextArea
        className={styles['input'] ?? ''}
        rows={rows}
        dir="auto"
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {hint === undefined ? null : (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['problem'] ?? ''}>{problem}</FieldError>
    </TextField>
  );
}
