import { formatCount } from '../../../ui/format.ts';
import type { JudgedScores } from './judge-scores.ts';
import styles from './quality.module.css';

export interface JudgedRow {
  readonly name: string;
  /** Null where there is nothing to judge; its room is kept. */
  readonly judged: {
    readonly figures: Pick<JudgedScores['figures'], 'count' | 'auc' | 'brier' | 'logLoss'>;
    readonly calibration: { readonly error: number } | null;
  } | null;
}

/** How near scores are to what labels say, a row for each kind of score. */
export function JudgedTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly JudgedRow[];
}) {
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Score</th>
          <NumberHead
            name="AUC"
            about="Chance that a good output has the higher score: 0.5 is chance, 1 is perfect"
          />
          <NumberHead name="Brier" about="Mean squared distance from the label: 0 is perfect" />
          <NumberHead name="Log loss" about="0 is perfect; being sure and wrong costs most" />
          <NumberHead
            name="Calibration error"
            about="Mean distance of scores and shares of good over the bins"
          />
          <NumberHead name="n" about="Labelled interactions" />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, judged }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles['number']}>{figure(judged?.figures.auc)}</td>
            <td className={styles['number']}>{figure(judged?.figures.brier)}</td>
            <td className={styles['number']}>{figure(judged?.figures.logLoss)}</td>
            <td className={styles['number']}>{figure(judged?.calibration?.error)}</td>
            <td className={styles['number']}>{judged === null ? '–' : formatCount(judged.figures.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NumberHead({ name, about }: { readonly name: string; readonly about: string }) {
  return (
    <th scope="col" className={styles['number']} title={about}>
      {name}
    </th>
  );
}

function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(3);
}
