import type { ComparedMetric } from '../../../shared/contract/velocity-operations.ts';
import { IntervalAxis, IntervalMark } from '../../ui/charts/interval-mark.tsx';
import { niceScale, type Scale } from '../../ui/charts/time-series/nice-scale.ts';
import { differenceLine, figureLine, formatDifference, type Unit } from './figure-format.ts';
import { compareWords, probability } from './velocity-words.ts';
import styles from './velocity.module.css';

export interface ComparedTableProps {
  readonly a: string;
  readonly b: string;
  readonly metrics: readonly ComparedMetric[];
  readonly isBusy: boolean;
}

const units: readonly (readonly [Unit, string])[] = [
  ['share', 'Shares'],
  ['ms', 'Times'],
  ['days', 'Days'],
  ['number', 'Numbers'],
  ['count', 'Counts'],
];

/** Each metric of both with its difference; those of one unit on a common axis, around no difference. */
export function ComparedTable({ a, b, metrics, isBusy }: ComparedTableProps) {
  return (
    <div className={styles['groups']} aria-busy={isBusy || undefined}>
      {units.map(([unit, title]) => {
        const rows = metrics.filter((metric) => metric.unit === unit);
        return rows.length === 0 ? null : (
          <UnitTable key={unit} unit={unit} title={title} a={a} b={b} rows={rows} />
        );
      })}
      <p className={styles['hint']}>
        Differences with their 95 % intervals. What is better or worse is told by q: p corrected by Benjamini
        and Hochberg over all metrics, below 0.05.
      </p>
    </div>
  );
}

interface UnitTableProps {
  readonly unit: Unit;
  readonly title: string;
  readonly a: string;
  readonly b: string;
  readonly rows: readonly ComparedMetric[];
}

function UnitTable({ unit, title, a, b, rows }: UnitTableProps) {
  const scale = scaleOf(rows);
  return (
    <div className={styles['tableBox']}>
      <table className={styles['table']} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">
              <bdi>{a}</bdi>
            </th>
            <th scope="col">
              <bdi>{b}</bdi>
            </th>
            <th scope="col">
              <IntervalAxis scale={scale} format={(value) => formatDifference(unit, value)} />
              <span className={styles['hidden']}>Drawn</span>
            </th>
            <th scope="col">Difference</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((metric) => (
            <ComparedRow key={metric.id} metric={metric} scale={scale} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ComparedRow({ metric, scale }: { readonly metric: ComparedMetric; readonly scale: Scale }) {
  const { name, unit, a, b, difference, verdict, adjusted } = metric;
  const isSmall = a.isSmall || b.isSmall;
  return (
    <tr data-small={isSmall || undefined}>
      <th scope="row">{name}</th>
      <td>{figureLine(unit, a)}</td>
      <td>{figureLine(unit, b)}</td>
      <td>
        <IntervalMark interval={difference} scale={scale} reference={0} isFaint={isSmall} />
      </td>
      <td>
        {difference === null ? '–' : differenceText(unit, difference)}
        {adjusted.map(({ dimension, message }) => (
          <span key={dimension} className={styles['adjusted']}>
            {`⚠ ${message}`}
          </span>
        ))}
      </td>
      <td>{verdict === 'unknown' && isSmall ? 'Too few' : compareWords[verdict]}</td>
    </tr>
  );
}

function differenceText(unit: Unit, difference: NonNullable<ComparedMetric['difference']>): string {
  const line = differenceLine(unit, difference);
  return difference.q === null ? line : `${line}, q ${probability(difference.q)}`;
}

/** Around no difference; intervals of few do not make the others small. */
function scaleOf(rows: readonly ComparedMetric[]): Scale {
  const ends = rows.flatMap(({ difference, a, b }) =>
    difference === null
      ? []
      : a.isSmall || b.isSmall
        ? [difference.value]
        : [difference.low, difference.high],
  );
  const most = Math.max(1e-9, ...ends.map(Math.abs));
  return niceScale([-most, most], 4);
}
