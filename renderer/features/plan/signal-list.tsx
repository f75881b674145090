import {
  planSignalName,
  type PlanSignal,
  type PlanStatus,
  surfaceName,
} from '../../../shared/domain/plan/plan-signal.ts';
import { planStatusNames } from '../../../shared/domain/plan/plan-words.ts';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';
import styles from './plan.module.css';

export interface SignalListProps {
  readonly signals: readonly PlanSignal[];
  readonly openId: string;
  readonly onOpen: (id: string) => void;
}

const tones: Readonly<Record<PlanStatus, NonNullable<BadgeProps['tone']>>> = {
  proposed: 'neutral',
  agreed: 'accent',
  built: 'caution',
  verified: 'positive',
  dropped: 'neutral',
};

/** The plan by surface. */
export function SignalList({ signals, openId, onOpen }: SignalListProps) {
  return (
    <div className={styles['list']}>
      {[...Map.groupBy(signals, ({ surface }) => surface)].map(([surface, group]) => (
        <section key={surface} aria-label={surfaceName(surface)}>
          <h2 className={styles['surface']}>{surfaceName(surface)}</h2>
          <ul className={styles['rows']}>
            {group.map(({ id, signal, event, owner, status }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles['row']}
                  aria-current={id === openId || undefined}
                  data-signal={id}
                  onClick={() => onOpen(id)}
                >
                  <span className={styles['rowName']}>{planSignalName(signal)}</span>
                  <Badge tone={tones[status]}>{planStatusNames[status]}</Badge>
                  <span className={styles['detail']}>
                    <code>{event}</code>
                    {owner === '' ? '' : `, ${owner}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Moves the focus to a signal, and with it into view. */
export function focusSignal(id: string): void {
  const row = document.querySelector(`[data-signal="${CSS.escape(id)}"]`);
  if (row instanceof HTMLElement) row.focus();
}
