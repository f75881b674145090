import { ChevronsUpDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import styles from './fields.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly detail?: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly isLabelHidden?: boolean;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** Takes the focus when it appears, as the first field of a popover does. */
  readonly autoFocus?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    label,
    isLabelHidden = false,
    options,
    value,
    onChange,
    isDisabled = false,
    autoFocus = false,
  } = props;
  return (
    <AriaSelect
      className={styles['field'] ?? ''}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {isLabelHidden ? null : <Label className={styles['label'] ?? ''}>{label}</Label>}
      <Button className={styles['select'] ?? ''}>
        <SelectValue className={styles['value'] ?? ''}>
          {options.find((option) => option.value === value)?.name ?? value}
        </SelectValue>
        <ChevronsUpDown aria-hidden />
      </Button>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox className={styles['list'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.name} className={styles['option'] ?? ''}>
              <Text slot="label">{option.name}</Text>
              {option.detail === undefined ? null : (
                <Text slot="description" className={styles['optionDetail'] ?? ''}>
                  {option.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
