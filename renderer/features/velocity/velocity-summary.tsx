import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import styles from './velocity.module.css';

export interface VelocitySummaryProps {
  readonly summary: VelocityReport['summary'];
  readonly onOpen: (metric: string) => void;
}

const tones = {
  good: { icon: CircleCheck, name: 'Good' },
  bad: { icon: TriangleAlert, name: 'Bad' },
  neutral: { icon: Info, name: 'To know' },
} as const;

/** Whether the flywheel spins, in sentences; those on a metric open it. */
export function VelocitySummary({ summary, onOpen }: VelocitySummaryProps) {
  return (
    <ul className={styles['summary']} aria-label="Summary">
      {summary.map(({ tone, text, metric }) => {
        const { icon: Icon, name } = tones[tone];
        return (
          <li key={text} className={styles[tone]}>
            <Icon role="img" aria-label={name} />
            {metric === null ? (
              <span>{text}</span>
            ) : (
              <button type="button" className={styles['sentence']} onClick={() => onOpen(metric)}>
                {text}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
