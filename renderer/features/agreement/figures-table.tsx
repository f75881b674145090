import styles from './agreement.module.css';
import { formatFigure, formatInterval } from './agreement-texts.ts';

export interface Figure {
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What it is about: `999 items`. */
  readonly n: string;
  readonly about: string;
  /** Percent has one digit, kappa and alpha have three. */
  readonly isPercent?: boolean;
}

/** Figures with their intervals, n and what they say. While they are worked out, their room is kept. */
export function FiguresTable({
  label,
  figures,
  isBusy,
}: {
  readonly label: string;
  readonly figures: readonly Figure[];
  readonly isBusy: boolean;
}) {
  return (
    <table className={styles['figures']} aria-label={label} aria-busy={isBusy}>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" className={styles['number']}>
            Value
          </th>
          <th scope="col" className={styles['number']}>
            95 % interval
          </th>
          <th scope="col" className={styles['number']}>
            n
          </th>
          <th scope="col" className={styles['about']}>
            What it says
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ name, value, low, high, n, about, isPercent = false }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles['value']}>
              {isBusy
                ? '…'
                : `${formatFigure(value, isPercent ? 1 : 3)}${isPercent && value !== null ? ' %' : ''}`}
            </td>
            <td className={styles['number']}>
              {isBusy ? '…' : formatInterval(low, high, isPercent ? 1 : 3)}
            </td>
            <td className={styles['number']}>{isBusy ? '…' : n}</td>
            <td className={styles['about']}>{about}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
