import { formatPlural } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';
import styles from './weekly.module.css';

export interface WeekSelectProps {
  /** The newest first. */
  readonly weeks: readonly {
    readonly week: string;
    readonly firstDay: string;
    readonly interactions: number;
  }[];
  readonly week: string;
  readonly onChoose: (week: string) => void;
}

/** Any week with interactions. */
export function WeekSelect({ weeks, week, onChoose }: WeekSelectProps) {
  const options = weeks.map(({ week: value, firstDay, interactions }) => ({
    value,
    name: value,
    detail: `from ${firstDay}, ${formatPlural(interactions, 'interaction')}`,
  }));
  return (
    <div className={styles['weekSelect']}>
      <Select label="Week" isLabelHidden options={options} value={week} onChange={onChoose} />
    </div>
  );
}
