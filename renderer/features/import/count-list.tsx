import { formatCount } from '../../ui/format.ts';
import styles from './count-list.module.css';

export interface CountListProps {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Names with how often each occurs, the most frequent first. */
export function CountList({ title, counts }: CountListProps) {
  const entries = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return (
    <div className={styles['part']}>
      <h3 className={styles['title']}>{title}</h3>
      <ul className={styles['list']}>
        {entries.map(([name, count]) => (
          <li key={name} className={styles['entry']}>
            {name} <span className={styles['count']}>{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
