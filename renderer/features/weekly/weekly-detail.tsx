import type { WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { weeklyStateMeanings, weeklyStateNames } from '../../../shared/domain/weekly/weekly-words.ts';
import { modeStatusNames } from '../../../shared/domain/modes/mode-status.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DecisionForm } from './decision-form.tsx';
import { RowChanges } from './row-changes.tsx';
import { RowFacts } from './row-facts.tsx';
import type { GivenDecision } from './use-weekly-acts.ts';
import styles from './weekly.module.css';

export interface WeeklyDetailProps {
  readonly week: string;
  readonly row: WeeklyRow;
  readonly isWhole: boolean;
  readonly isReadOnly: boolean;
  readonly onOpen: () => void;
  readonly onWhole: () => void;
  readonly onDecide: (given: GivenDecision) => void;
}

/** One failure mode of the week: what is known of it, changes, and what is done about it. */
export function WeeklyDetail(props: WeeklyDetailProps) {
  const { week, row, isWhole, isReadOnly, onOpen, onWhole, onDecide } = props;
  const { subject, name, state, status, severity } = row;
  return (
    <article className={styles['detailPane']} aria-label={name}>
      <header className={styles['detailHead']}>
        <h2 className={styles['detailTitle']} dir="auto" title={name}>
          {name}
        </h2>
        <Badge
          tone={
            state === 'shrinking'
              ? 'positive'
              : state === 'steady' || state === 'too_few'
                ? 'neutral'
                : 'caution'
          }
        >
          {weeklyStateNames[state]}
        </Badge>
        {subject.kind === 'cluster' ? <Badge>Proposed cluster</Badge> : null}
        {status === null || status === 'open' ? null : <Badge>{modeStatusNames[status]}</Badge>}
        {severity === null ? null : <Badge>{severity}</Badge>}
        <div className={styles['detailActions']}>
          <Button command="weekly.whole" onPress={onWhole}>
            {isWhole ? 'A line each' : 'In full'}
          </Button>
          <Button command="weekly.open" onPress={onOpen}>
            Open
          </Button>
        </div>
      </header>
      <p className={styles['hint']}>{weeklyStateMeanings[state]}</p>
      <DecisionForm key={`${week}/${subject.id}`} row={row} isDisabled={isReadOnly} onDecide={onDecide} />
      <RowFacts row={row} />
      <RowChanges row={row} isWhole={isWhole} />
    </article>
  );
}
