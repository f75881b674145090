import { formatCount } from '../../../ui/format.ts';
import { KeyHint } from '../../../ui/keys/key-hint.tsx';
import styles from './coding.module.css';

export interface NoteTabsProps {
  readonly isGrouped: boolean;
  /** Notes of the side that is shown; null while it is not known. */
  readonly total: number | null;
  readonly selected: number;
  readonly onChange: () => void;
}

/** Which notes are shown: those in no group, or those in one. */
export function NoteTabs({ isGrouped, total, selected, onChange }: NoteTabsProps) {
  const counted = total === null ? '' : ` (${formatCount(total)})`;
  return (
    <div className={styles['tabs']} role="group" aria-label="Which notes are shown">
      {[false, true].map((side) => (
        <button
          key={String(side)}
          type="button"
          className={styles['tab']}
          aria-pressed={side === isGrouped}
          onClick={() => {
            if (side !== isGrouped) onChange();
          }}
        >
          {side ? 'In a group' : 'In no group'}
          {side === isGrouped ? counted : ''}
        </button>
      ))}
      <KeyHint command="coding.side" />
      <span className={styles['picked']}>{selected === 0 ? '' : `${formatCount(selected)} selected`}</span>
    </div>
  );
}
