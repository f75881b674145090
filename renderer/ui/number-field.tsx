import { Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components';
import styles from './fields.module.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
  /** Shows 0.1 as 10 %. */
  readonly isShare?: boolean;
  readonly hint?: string;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
  readonly onEnter?: () => void;
}

/** A number that is typed or stepped with the arrow keys. */
export function NumberField({
  label,
  value,
  onChange,
  minimum,
  maximum,
  step = 1,
  isShare = false,
  hint,
  autoFocus = false,
  onEnter,
}: NumberFieldProps) {
  return (
    <AriaNumberField
      className={styles['field'] ?? ''}
      value={value}
      step={step}
      autoFocus={autoFocus}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter?.();
      }}
      {...(minimum === undefined ? {} : { minValue: minimum })}
      {...(maximum === undefined ? {} : { maxValue: maximum })}
      formatOptions={
        isShare
          ? { style: 'percent', maximumFractionDigits: 0 }
          : { useGrouping: false, maximumFractionDigits: 0 }
      }
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Input className={styles['input'] ?? ''} />
      {hint === undefined ? null : (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
    </AriaNumberField>
  );
}
