import { FieldError, Input, Label, NumberField, Text } from 'react-aria-components';
import styles from './fields.module.css';

export interface OptionalNumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  /** Nothing where the field was emptied. */
  readonly onChange: (value: number | undefined) => void;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
  /** Shows 0.1 as 10 %. */
  readonly isShare?: boolean;
  /** Digits after the point that are kept. */
  readonly digits?: number;
  /** Shown while nothing is set: what holds then. */
  readonly placeholder?: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** A number that need not be there. */
export function OptionalNumberField(props: OptionalNumberFieldProps) {
  const { label, value, onChange, minimum, maximum, isShare = false, digits = 0 } = props;
  const { step, placeholder, hint, problem } = props;
  return (
    <NumberField
      className={styles['field'] ?? ''}
      value={value ?? Number.NaN}
      isInvalid={problem !== undefined}
      {...(step === undefined ? {} : { step })}
      {...(minimum === undefined ? {} : { minValue: minimum })}
      {...(maximum === undefined ? {} : { maxValue: maximum })}
      formatOptions={
        isShare
          ? { style: 'percent', maximumFractionDigits: digits }
          : { useGrouping: false, maximumFractionDigits: digits }
      }
      onChange={(next) => onChange(Number.isFinite(next) ? next : undefined)}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Input
        className={styles['input'] ?? ''}
        {...(placeholder === undefined ? {} : { placeholder })}
        autoComplete="off"
      />
      {hint === undefined ? null : (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['problem'] ?? ''}>{problem}</FieldError>
    </NumberField>
  );
}
