import type { OutcomeSummary } from '../../../../shared/contract/outcome-operations.ts';
import { formatCount, formatMoment } from '../../../ui/format.ts';
import { Section } from '../../../ui/page.tsx';
import { DelayCurve } from './delay-curve.tsx';
import { daysText, isNumber, knownOf, rateText, titleOf } from './outcome-texts.ts';
import styles from './outcomes.module.css';

/** One outcome: how long it takes, and where it comes. */
export function OutcomeDetails({ outcome }: { readonly outcome: OutcomeSummary }) {
  const title = titleOf(outcome);
  return (
    <>
      <Section title={`${title}: how long it takes`} hint={delayHint(outcome)}>
        <DelayCurve title={title} points={outcome.delays} />
      </Section>
      <Section title={`${title}: by surface`}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Surface</th>
              <th scope="col">Known</th>
              {isNumber(outcome) ? null : <th scope="col">Yes</th>}
              <th scope="col">May still come</th>
              <th scope="col">Not known</th>
              {isNumber(outcome) ? null : <th scope="col">Share of yes (95 %)</th>}
            </tr>
          </thead>
          <tbody>
            {outcome.bySurface.map((row) => (
              <tr key={row.surface ?? ''}>
                <th scope="row">
                  <bdi>{row.surface ?? 'No surface'}</bdi>
                </th>
                <td>{formatCount(knownOf(row))}</td>
                {isNumber(outcome) ? null : <td>{formatCount(row.yes)}</td>}
                <td>{formatCount(row.pending)}</td>
                <td>{formatCount(row.unknown)}</td>
                {isNumber(outcome) ? null : <td>{rateText(row.rate)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  );
}

function delayHint({ feedEnd, medianDays, pending, early, noByLate }: OutcomeSummary): string {
  return [
    feedEnd === null ? '' : `Followed until ${formatMoment(feedEnd)}.`,
    pending === 0
      ? ''
      : `${formatCount(pending)} may still come and are in no share; ${formatCount(early)} of them have come early.`,
    noByLate === 0 ? '' : `${formatCount(noByLate)} came after the horizon.`,
    medianDays === null ? '' : `Half of all have it within ${daysText(medianDays)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
