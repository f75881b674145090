import type { DelayPoint } from '../../../../shared/contract/outcome-operations.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { formatCount } from '../../../ui/format.ts';
import { daysText, percent } from './outcome-texts.ts';
import styles from './outcomes.module.css';

export interface DelayCurveProps {
  readonly title: string;
  readonly points: readonly DelayPoint[];
}

const [width, height] = [640, 200];
const edge = { left: 44, right: 12, top: 10, bottom: 28 };

/** How many an outcome has come to by each time, with its interval, and the same as a table. */
export function DelayCurve({ title, points }: DelayCurveProps) {
  const last = points.at(-1);
  if (last === undefined || last.days === 0)
    return <p className={styles['hint']}>No time is known of any that came, so there is no delay to draw.</p>;
  const top = niceTop(Math.max(...points.map(({ high }) => high)));
  const x = (days: number) => round(edge.left + (days / last.days) * (width - edge.left - edge.right));
  const y = (share: number) =>
    round(height - edge.bottom - (Math.min(share, top) / top) * (height - edge.top - edge.bottom));
  const band = [
    ...points.map(({ days, high }) => `${x(days)},${y(high)}`),
    ...points.toReversed().map(({ days, low }) => `${x(days)},${y(low)}`),
  ].join(' ');
  const label = `${title}: ${percent(last.share)} within ${daysText(last.days)} (${percent(last.low)} to ${percent(last.high)})`;
  return (
    <>
      <svg className={styles['curve']} role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`}>
        {[0, top / 2, top].map((share) => (
          <g key={share}>
            <line
              className={styles['grid']}
              x1={edge.left}
              x2={width - edge.right}
              y1={y(share)}
              y2={y(share)}
            />
            <text className={styles['tick']} x={edge.left - 6} y={y(share) + 4} textAnchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        {[0, last.days / 2, last.days].map((days, index) => (
          <text
            key={days}
            className={styles['tick']}
            x={x(days)}
            y={height - 8}
            textAnchor={(['start', 'middle', 'end'] as const)[index]}
          >
            {index === 0 ? '0' : daysText(days)}
          </text>
        ))}
        <polygon className={styles['band']} points={band} />
        <polyline
          className={styles['line']}
          points={points.map(({ days, share }) => `${x(days)},${y(share)}`).join(' ')}
        />
      </svg>
      <Disclosure title="The same as a table">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Within</th>
              <th scope="col">Has come</th>
              <th scope="col">95 % interval</th>
              <th scope="col">Still followed</th>
            </tr>
          </thead>
          <tbody>
            {points.slice(1).map(({ days, share, low, high, atRisk }) => (
              <tr key={days}>
                <th scope="row">{daysText(days)}</th>
                <td>{percent(share)}</td>
                <td>
                  {percent(low)} to {percent(high)}
                </td>
                <td>{formatCount(atRisk)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  );
}

/** The next of 10, 20, 50 and 100 per cent. */
function niceTop(share: number): number {
  return [0.1, 0.2, 0.5].find((top) => share <= top) ?? 1;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
