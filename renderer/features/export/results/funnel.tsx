import type { FunnelEntry, FunnelLoss, FunnelStep } from '../../../../shared/domain/export/funnel.ts';
import { isRule, mends } from '../../../../shared/domain/export/rules.ts';
import { formatCount } from '../../../ui/format.ts';
import styles from './funnel.module.css';
import { ItemLinks } from './item-links.tsx';

const stepNames: Readonly<Record<FunnelStep, string>> = {
  selected: 'Interactions found',
  paired: 'With an answer',
  cleaned: 'Cleaned',
  private: 'Without personal data',
  valid: 'Valid in the format',
  within_tokens: 'Within the tokens',
  decontaminated: 'Not in the eval set',
  unique: 'Unique',
  split: 'On one side of the split',
  limited: 'Within the limits',
  balanced: 'Balanced',
  written: 'Written',
};

/** How many rows are left after each step, and which rules left the others out. */
export function Funnel({ funnel }: { readonly funnel: readonly FunnelEntry[] }) {
  const most = Math.max(1, ...funnel.map(({ rows }) => rows));
  return (
    <div className={styles['frame']} data-funnel role="region" aria-label="Funnel" tabIndex={-1}>
      <table className={styles['table']}>
        <thead className={styles['head']}>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Rows left</th>
            <th scope="col">Left out</th>
          </tr>
        </thead>
        <tbody>
          {funnel.map(({ step, rows, lost }) => (
            <tr key={step}>
              <th scope="row">{stepNames[step]}</th>
              <td className={styles['rows']}>
                <span className={styles['track']} aria-hidden>
                  <span className={styles['bar']} style={{ width: `${(100 * rows) / most}%` }} />
                </span>
                <span className={styles['count']}>{formatCount(rows)}</span>
              </td>
              <td>
                {lost.map((loss) => (
                  <Loss key={loss.rule} loss={loss} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Loss({ loss: { rule, rows, message, items } }: { readonly loss: FunnelLoss }) {
  return (
    <div className={styles['loss']} data-rule={rule}>
      <span className={styles['lost']}>−{formatCount(rows)}</span>
      <p>
        {message} {isRule(rule) ? <span className={styles['mend']}>{mends[rule]}</span> : null}{' '}
        <ItemLinks items={items} about={message} />
      </p>
    </div>
  );
}
