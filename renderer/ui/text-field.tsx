import type { ReactNode, RefObject } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import styles from './fields.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  /** Shown above the field. Without it, give `aria-label`. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value, and what to do; empty or missing when nothing is. */
  readonly problem?: string | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onEnter?: () => void;
}

export function TextField({
  label,
  placeholder,
  hint,
  problem,
  inputRef,
  onEnter,
  onKeyDown,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter?.();
        onKeyDown?.(event);
        // React Aria stops keys that somebody listened to; the dialog around the field still needs Escape.
        event.continuePropagation();
      }}
      isInvalid={problem !== undefined && problem !== ''}
      className={styles['field'] ?? ''}
    >
      {label === undefined ? null : <Label className={styles['label'] ?? ''}>{label}</Label>}
      <Input
        className={styles['input'] ?? ''}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        autoComplete="off"
        spellCheck={false}
      />
      {hint === undefined ? null : (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['problem'] ?? ''}>{problem}</FieldError>
    </AriaTextField>
  );
}
