import { useId } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import styles from './switch.module.css';

export interface SwitchProps {
  readonly label: string;
  /** What it does, as a sentence. */
  readonly detail?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** Something that is on or off; Space turns it. */
export function Switch({ label, detail, isSelected, onChange, isDisabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <AriaSwitch
        className={styles['switch'] ?? ''}
        isSelected={isSelected}
        isDisabled={isDisabled}
        onChange={onChange}
        {...(detail === undefined ? {} : { 'aria-describedby': id })}
      >
        <span className={styles['track']} aria-hidden />
        {label}
      </AriaSwitch>
      {detail === undefined ? null : (
        <p id={id} className={styles['detail']}>
          {detail}
        </p>
      )}
    </div>
  );
}
