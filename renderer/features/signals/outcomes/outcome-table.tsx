import type { OutcomeSummary } from '../../../../shared/contract/outcome-operations.ts';
import { formatCount } from '../../../ui/format.ts';
import { daysText, isNumber, knownOf, medianText, rateText, readingText, titleOf } from './outcome-texts.ts';
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
            <th scope="col">Known</th>
            <th scope="col">Yes</th>
            <th scope="col">No, logged</th>
            <th scope="col">No, by horizon</th>
            <th scope="col">May still come</th>
            <th scope="col">Not known</th>
            <th scope="col">Share of yes (95 %), or median</th>
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
                <td>{formatCount(knownOf(outcome))}</td>
                <td>{ofYesAndNo(outcome, outcome.yes)}</td>
                <td>{ofYesAndNo(outcome, outcome.noByValue)}</td>
                <td>{ofYesAndNo(outcome, outcome.noByHorizon + outcome.noByLate)}</td>
                <td>{formatCount(outcome.pending)}</td>
                <td>{formatCount(outcome.unknown)}</td>
                <td>{isNumber(outcome) ? medianText(outcome.median) : rateText(outcome.rate)}</td>
                <td>{daysText(outcome.medianDelayDays)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A number is neither yes nor no, also where it is 0. */
function ofYesAndNo(outcome: OutcomeSummary, count: number): string {
  return isNumber(outcome) ? '–' : formatCount(count);
}
