import type { SignalOverview } from '../../../../shared/contract/signal-operations.ts';
import { formatCount } from '../../../ui/format.ts';
import styles from './catalogue.module.css';
import { directionNames, kindNames, typicalText, unitNames } from './signal-value-text.ts';

export interface SignalsTableProps {
  readonly kind: SignalOverview['kind'];
  readonly signals: readonly SignalOverview[];
  readonly interactions: number;
}

/** The signals of one kind: what each means, how it is worked out, and what the project has of it. */
export function SignalsTable({ kind, signals, interactions }: SignalsTableProps) {
  if (signals.length === 0) return null;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{kindNames[kind]}</caption>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">Values</th>
            <th scope="col">Strength</th>
            <th scope="col">Known</th>
            <th scope="col">What they are</th>
            <th scope="col">Read from</th>
          </tr>
        </thead>
        <tbody>
          {signals.map((signal) => (
            <tr key={signal.id} data-known={signal.known > 0}>
              <th scope="row">
                {signal.name}
                <span className={styles['definition']}>{signal.definition}</span>
                <span className={styles['computation']}>{signal.computation}</span>
              </th>
              <td>
                {unitNames[signal.unit]}
                <span className={styles['computation']}>{directionNames[signal.direction]}</span>
              </td>
              <td>{signal.strength} of 5</td>
              <td>
                {shareText(signal.known, interactions)}
                <span className={styles['computation']}>{formatCount(signal.known)}</span>
                {signal.pending > 0 ? (
                  <span className={styles['computation']}>{formatCount(signal.pending)} may still come</span>
                ) : null}
              </td>
              <td>{typicalText(signal)}</td>
              <td>{namesOf(signal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `12 %`; `<1 %` of a few among many. */
function shareText(count: number, total: number): string {
  if (count === 0 || total === 0) return '0 %';
  const percent = (count / total) * 100;
  return percent < 1 ? '<1 %' : `${Math.floor(percent)} %`;
}

function namesOf({ names, derived, known }: SignalOverview) {
  if (names.length > 0) return <span className={styles['names']}>{names.join(', ')}</span>;
  return derived && known > 0 ? 'Worked out' : '–';
}
