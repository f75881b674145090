import type { OutcomeSummary } from '../../../../shared/contract/outcome-operations.ts';
import { formatCount } from '../../../ui/format.ts';
import { daysText, rateText, readingText, titleOf } from './outcome-texts.ts';
import styles from './outcomes.module.css';

export interface OutcomeTableProps {
  readonly outcomes: readonly OutcomeSummary[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

/** Every outcome in a row: what is known of it, and what may still come. */
export function OutcomeTable({ outcomes, chosen, onChoose }: OutcomeTableProps) {
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Outcomes, a table">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Yes</th>
            <th scope="col">No, logged</th>
            <th scope="col">No, by horizon</th>
            <th scope="col">May still come</th>
            <th scope="col">Not known</th>
            <th scope="col">Share of yes (95 %)</th>
            <th scope="col">Median delay</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => {
            const { name } = outcome.definition;
            return (
              <tr key={name} data-chosen={name === chosen || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles['name']}
                    aria-pressed={name === chosen}
                    onClick={() => onChoose(name)}
                  >
                    <bdi>{titleOf(outcome)}</bdi>
                  </button>
                  <span className={styles['detail']}>{readingText(outcome)}</span>
                </th>
                <td>{formatCount(outcome.yes)}</td>
                <td>{formatCount(outcome.noByValue)}</td>
                <td>{formatCount(outcome.noByHorizon + outcome.noByLate)}</td>
                <td>{formatCount(outcome.pending)}</td>
                <td>{formatCount(outcome.unknown)}</td>
                <td>
                  {outcome.median === null ? rateText(outcome.rate) : `median ${formatCount(outcome.median)}`}
                </td>
                <td>{daysText(outcome.medianDelayDays)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
