import type { QualityModel } from '../../../../shared/contract/quality-operations.ts';
import { IntervalAxis, IntervalMark } from '../../../ui/charts/interval-mark.tsx';
import { niceScale } from '../../../ui/charts/time-series/nice-scale.ts';
import styles from './quality.module.css';

/** What each signal adds to the log odds of good, for one standard deviation more of it. */
export function CoefficientsTable({ model }: { readonly model: QualityModel }) {
  const { features } = model;
  const scale = niceScale([0, ...features.flatMap(({ low, high }) => [low, high])]);
  return (
    <table className={styles['table']} aria-label="Coefficients">
      <thead>
        <tr>
          <th scope="col">Signal, from bad to good</th>
          <th scope="col" className={styles['number']}>
            Log odds
          </th>
          <th scope="col" className={styles['number']}>
            Standard error
          </th>
          <th scope="col">
            95 % interval
            <IntervalAxis scale={scale} format={String} />
          </th>
        </tr>
      </thead>
      <tbody>
        {features.map(({ signal, name, kind, coefficient, standardError, low, high }) => (
          <tr key={`${signal} ${kind}`}>
            <th scope="row">
              <bdi>{name}</bdi>
              {kind === 'known' ? ' is known' : ''}
            </th>
            <td className={styles['number']}>{coefficient.toFixed(2)}</td>
            <td className={styles['number']}>{standardError.toFixed(2)}</td>
            <td title={`${low.toFixed(2)} to ${high.toFixed(2)}`}>
              <IntervalMark interval={{ value: coefficient, low, high }} scale={scale} reference={0} />
              <span className={styles['same']}>
                {low.toFixed(2)} to {high.toFixed(2)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
