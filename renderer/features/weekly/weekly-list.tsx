import { Check } from 'lucide-react';
import type { WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { shareText } from '../../../shared/domain/weekly/weekly-texts.ts';
import {
  weeklyDecisionNames,
  weeklyStateMeanings,
  weeklyStateNames,
} from '../../../shared/domain/weekly/weekly-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { formatCount } from '../../ui/format.ts';
import { groupsOf } from './weekly-rows.ts';
import styles from './weekly.module.css';

export interface WeeklyListProps {
  readonly rows: readonly WeeklyRow[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The failure modes and proposed clusters of a week by what became of them. */
export function WeeklyList({ rows, openId, onOpen }: WeeklyListProps) {
  return (
    <nav className={styles['list']} aria-label="Failure modes of the week">
      {groupsOf(rows).map(({ state, rows: inState }) => (
        <section key={state} aria-label={weeklyStateNames[state]}>
          <h2 className={styles['groupTitle']} title={weeklyStateMeanings[state]}>
            {weeklyStateNames[state]} <span className={styles['detail']}>{formatCount(inState.length)}</span>
          </h2>
          {inState.map((row) => (
            <ListedRow key={row.subject.id} row={row} isOpen={row.subject.id === openId} onOpen={onOpen} />
          ))}
        </section>
      ))}
    </nav>
  );
}

interface ListedRowProps {
  readonly row: WeeklyRow;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
}

function ListedRow({ row, isOpen, onOpen }: ListedRowProps) {
  const { subject, name, decision, thisWeek, weeks } = row;
  return (
    <button
      type="button"
      className={styles['row']}
      aria-current={isOpen ? 'true' : undefined}
      data-weekly-row={subject.id}
      onClick={() => onOpen(subject.id)}
    >
      <span className={styles['texts']}>
        <span className={styles['nameLine']}>
          <bdi className={styles['name']}>{name}</bdi>
          {subject.kind === 'cluster' ? <Badge>Proposed</Badge> : null}
        </span>
        <span className={styles['detail']}>{shareText(thisWeek)}</span>
        <span className={styles['decided']}>
          {decision === null ? (
            ''
          ) : (
            <>
              <Check aria-hidden /> {weeklyDecisionNames[decision.decision]}
            </>
          )}
        </span>
      </span>
      <Sparkline
        values={weeks.map(({ interactions, of }) => (of === 0 ? null : interactions / of))}
        label={`Interactions in the last eight weeks: ${weeks.map(({ interactions }) => interactions).join(', ')}`}
      />
    </button>
  );
}

/** Moves the focus to a row, and with it into view. */
export function focusRow(id: string | undefined): void {
  if (id === undefined) return;
  const row = document.querySelector(`[data-weekly-row="${CSS.escape(id)}"]`);
  if (row instanceof HTMLElement) row.focus();
}
