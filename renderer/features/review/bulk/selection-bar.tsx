import { X } from 'lucide-react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { formatCount } from '../../../ui/format.ts';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  readonly count: number;
  readonly onLabel: () => void;
  readonly onClear: () => void;
}

/** How many interactions are selected and what can be done with them. It lies over the end of the list. */
export function SelectionBar({ count, onLabel, onClear }: SelectionBarProps) {
  return (
    <div className={styles['bar']}>
      <p role="status">{formatCount(count)} selected</p>
      <Button variant="primary" command="review.label-selection" onPress={onLabel}>
        Label
      </Button>
      <IconButton
        icon={<X aria-hidden />}
        name="Select nothing"
        command="review.clear-selection"
        onPress={onClear}
      />
    </div>
  );
}
