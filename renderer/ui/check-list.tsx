import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import styles from './check-list.module.css';
import fields from './fields.module.css';

export interface CheckListProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: readonly Value[];
  /** In the order of the options. */
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Any number of some; Space takes one in or out. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { label, options, chosen, onChange } = props;
  return (
    <CheckboxGroup
      className={fields['field'] ?? ''}
      value={[...chosen]}
      onChange={(values) =>
        onChange(options.map(({ value }) => value).filter((value) => values.includes(value)))
      }
    >
      <Label className={fields['label'] ?? ''}>{label}</Label>
      <div className={styles['options']}>
        {options.map(({ value, name }) => (
          <Checkbox key={value} value={value} className={styles['option'] ?? ''}>
            <span className={styles['box']} aria-hidden />
            <bdi>{name}</bdi>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
