import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Calibration, CalibrationBin } from '../../../../shared/domain/statistics/prediction-quality.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { formatCount } from '../../../ui/format.ts';
import styles from './reliability-diagram.module.css';

export interface ReliabilitySeries {
  readonly name: string;
  /** Null where there is none yet; its room is kept. */
  readonly calibration: Calibration | null;
}

export interface ReliabilityDiagramProps {
  readonly title: string;
  readonly series: readonly ReliabilitySeries[];
}

const size = 240;
const left = 36;
const bottom = 32;
const top = 8;
const right = 8;
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Scores beside the share of good outputs among those with about that score; on the line they are the same. */
export function ReliabilityDiagram({ title, series }: ReliabilityDiagramProps) {
  const titleId = useId();
  const picture = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState(0);
  const points = series.flatMap(({ name, calibration }, place) =>
    (calibration?.bins ?? []).map((bin) => ({ name, bin, place })),
  );
  const at = Math.min(current, points.length - 1);
  const shown = points[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPoint(event.key, at, points.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    picture.current?.querySelector<SVGElement>(`[data-point="${next}"]`)?.focus();
  };
  return (
    <figure className={styles['figure']} aria-labelledby={titleId}>
      <figcaption id={titleId} className={styles['title']}>
        {title}
      </figcaption>
      {/* Its points take the focus, and the arrow keys go from one to the next. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        ref={picture}
        className={styles['picture']}
        width={left + size + right}
        height={top + size + bottom}
        role="group"
        aria-label={`${title}: arrow keys go through the points`}
        onKeyDown={onKeyDown}
      >
        <Axes />
        {points.map(({ name, bin, place }, index) => (
          <Point
            key={`${name} ${bin.from}`}
            bin={bin}
            series={place}
            name={pointText(name, bin)}
            index={index}
            isCurrent={index === at}
            onCurrent={() => setCurrent(index)}
          />
        ))}
      </svg>
      {series.length < 2 ? null : (
        <ul className={styles['legend']}>
          {series.map(({ name }, place) => (
            <li key={name}>
              <svg width={14} height={14} aria-hidden>
                <Mark x={7} y={7} series={place} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <p className={styles['shown']}>{shown === undefined ? '' : pointText(shown.name, shown.bin)}</p>
      <Disclosure title="As a table">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Score</th>
              <th scope="col">Bin</th>
              <th scope="col">Mean score</th>
              <th scope="col">Good</th>
              <th scope="col">95 % interval</th>
              <th scope="col">n</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ name, bin }) => (
              <tr key={`${name} ${bin.from}`}>
                <th scope="row">{name}</th>
                <td>
                  {bin.from.toFixed(1)} to {bin.to.toFixed(1)}
                </td>
                <td>{bin.predicted.toFixed(2)}</td>
                <td>{percent(bin.observed.share)}</td>
                <td>
                  {percent(bin.observed.low)} to {percent(bin.observed.high)}
                </td>
                <td>{formatCount(bin.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}

function Axes() {
  return (
    <g aria-hidden>
      <path className={styles['axis']} d={`M${left},${top}V${top + size}H${left + size}`} />
      <path className={styles['same']} d={`M${xOf(0)},${yOf(0)}L${xOf(1)},${yOf(1)}`} />
      {ticks.map((tick) => (
        <g key={tick} className={styles['tick']}>
          <text x={xOf(tick)} y={top + size + 14} textAnchor="middle">
            {tick}
          </text>
          <text x={left - 5} y={yOf(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text className={styles['name']} x={left + size / 2} y={top + size + 28} textAnchor="middle">
        Mean score
      </text>
      <text
        className={styles['name']}
        transform={`translate(10 ${top + size / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        Share of good
      </text>
    </g>
  );
}

interface PointProps {
  readonly bin: CalibrationBin;
  readonly series: number;
  readonly name: string;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly onCurrent: () => void;
}

function Point({ bin, series, name, index, isCurrent, onCurrent }: PointProps) {
  const x = xOf(bin.predicted);
  return (
    <g
      data-point={index}
      data-series={series}
      className={styles['point']}
      role="img"
      aria-label={name}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onCurrent}
      onPointerEnter={onCurrent}
    >
      <path
        className={styles['interval']}
        d={`M${x - 3},${yOf(bin.observed.low)}h6m-3,0V${yOf(bin.observed.high)}m-3,0h6`}
      />
      <Mark x={x} y={yOf(bin.observed.share)} series={series} />
      <circle className={styles['ring']} cx={x} cy={yOf(bin.observed.share)} r={9} />
    </g>
  );
}

/** A shape for each series, so that colour is not all that tells them apart. */
function Mark({ x, y, series }: { readonly x: number; readonly y: number; readonly series: number }) {
  return series === 0 ? (
    <circle className={styles['mark']} data-series={series} cx={x} cy={y} r={4.5} />
  ) : (
    <rect className={styles['mark']} data-series={series} x={x - 4} y={y - 4} width={8} height={8} />
  );
}

function xOf(share: number): number {
  return Math.round((left + share * size) * 10) / 10;
}

function yOf(share: number): number {
  return Math.round((top + (1 - share) * size) * 10) / 10;
}

function pointText(name: string, { predicted, observed, count }: CalibrationBin): string {
  return `${name} ${predicted.toFixed(2)}: ${percent(observed.share)} good (${percent(observed.low)} to ${percent(observed.high)}), n ${formatCount(count)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function nextPoint(key: string, from: number, points: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(points - 1, from + 1);
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return Math.max(0, points - 1);
    default:
      return null;
  }
}
