import type { PlanCheck } from '../../../shared/contract/plan-operations.ts';
import { planSignalName, surfaceName } from '../../../shared/domain/plan/plan-signal.ts';
import { verdictNames } from '../../../shared/domain/plan/plan-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './plan.module.css';

const tones = { complete: 'positive', faulty: 'negative', missing: 'caution' } as const;

/** What a file holds of the plan: signal by signal, field by field, line by line. */
export function CheckReport({ check }: { readonly check: PlanCheck }) {
  const { rows, signals, events, unplanned, problems, problemsNotListed, first, last } = check;
  const complete = signals.filter(({ verdict }) => verdict === 'complete').length;
  const isComplete = complete === signals.length && signals.length > 0;
  const seen = events.filter((event) => event.events > 0);
  return (
    <div className={styles['report']} data-checked={isComplete}>
      <Notice tone={isComplete ? 'success' : 'caution'}>
        {`${formatPlural(rows, 'row')} read${range(first, last)}: ${complete} of ${formatPlural(signals.length, 'signal')} complete.`}
      </Notice>
      <Section title="Signals">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Signal</th>
              <th scope="col">Surface</th>
              <th scope="col">Event</th>
              <th scope="col" className={styles['number']}>
                Events
              </th>
              <th scope="col" className={styles['number']}>
                Faulty
              </th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {signals.map(({ id, signal, surface, event, events: count, faulty, verdict }) => (
              <tr key={id}>
                <th scope="row">{planSignalName(signal)}</th>
                <td>{surfaceName(surface)}</td>
                <td>
                  <code>{event}</code>
                </td>
                <td className={styles['number']}>{formatCount(count)}</td>
                <td className={styles['number']}>{formatCount(faulty)}</td>
                <td>
                  <Badge tone={tones[verdict]}>{verdictNames[verdict]}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {seen.length === 0 ? null : (
        <Section title="Fields" hint="How many of the events hold each field as it should be.">
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Event</th>
                <th scope="col">Field</th>
                <th scope="col" className={styles['number']}>
                  Filled
                </th>
                <th scope="col" className={styles['number']}>
                  Wrong or missing
                </th>
              </tr>
            </thead>
            <tbody>
              {seen.flatMap(({ event, events: count, fields }) =>
                fields.map(({ name, required, filled, wrong }) => (
                  <tr key={`${event} ${name}`}>
                    <td>
                      <code>{event}</code>
                    </td>
                    <th scope="row">
                      <code>{name}</code>
                      {required ? '' : ' (optional)'}
                    </th>
                    <td className={styles['number']}>{`${formatCount(filled)} of ${formatCount(count)}`}</td>
                    <td className={styles['number']}>{formatCount(wrong)}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </Section>
      )}
      {unplanned.length === 0 ? null : (
        <Section title="Not in the plan">
          <ul className={styles['plainList']}>
            {unplanned.map(({ event, events: count }) => (
              <li key={event}>
                <code>{event}</code> {formatPlural(count, 'event')}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {problems.length === 0 ? null : (
        <Section
          title="Problems"
          hint={problemsNotListed === 0 ? '' : `${formatCount(problemsNotListed)} more are not listed.`}
        >
          <ol className={styles['plainList']} tabIndex={0} aria-label="Problems by line">
            {problems.map(({ line, event, message }) => (
              <li key={`${line} ${message}`}>
                <span className={styles['detail']}>Line {formatCount(line)}</span>{' '}
                {event === null ? null : <code>{event}</code>} {message}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  );
}

function range(first: number | null, last: number | null): string {
  return first === null || last === null ? '' : `, ${dayOf(first)} to ${dayOf(last)}`;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
