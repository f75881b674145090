import type { QualityWeight } from '../../../../shared/contract/quality-operations.ts';
import { createQualityScore } from '../../../../shared/domain/signals/quality-score.ts';
import { Section } from '../../../ui/page.tsx';
import styles from './quality.module.css';
import type { Quality } from './use-quality.ts';

export interface WeightExamplesProps {
  readonly quality: Quality;
  readonly signals: readonly QualityWeight[];
}

/** Some interactions with their scores, as weights are moved. */
export function WeightExamples({ quality, signals }: WeightExamplesProps) {
  return (
    <Section title="Examples" hint="Spread over all scores.">
      <Examples quality={quality} signals={signals} />
    </Section>
  );
}

function Examples({ quality, signals }: WeightExamplesProps) {
  const { trial, saved, current, isChanged } = quality;
  const savedScore = createQualityScore(signals, saved);
  const score = createQualityScore(signals, current);
  const names = new Map(signals.map(({ id, name }) => [id, name]));
  if (trial === null) return <p role="status">Reading some interactions…</p>;
  if (trial.examples.length === 0)
    return (
      <p className={styles['empty']}>
        No interaction has a score yet. Work out the signals on the catalogue, or import some.
      </p>
    );
  return (
    <table className={styles['table']} aria-label="Examples">
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col" className={styles['number']}>
            Saved
          </th>
          <th scope="col" className={styles['number']}>
            Here
          </th>
          <th scope="col">Moved most by</th>
        </tr>
      </thead>
      <tbody>
        {trial.examples.map(({ id, input, values }) => {
          const [was, is] = [savedScore(values), score(values)];
          const most = is?.parts.toSorted((a, b) => Math.abs(b.moves) - Math.abs(a.moves)).slice(0, 2) ?? [];
          return (
            <tr key={id}>
              <th scope="row" className={styles['input']} dir="auto">
                {input === '' ? 'No input' : input}
              </th>
              <td className={styles['number']}>{scoreText(was?.score)}</td>
              <td className={styles['number']} data-changed={isChanged && was?.score !== is?.score}>
                {scoreText(is?.score)}
              </td>
              <td>
                {most
                  .map(
                    ({ signal, moves }) =>
                      `${names.get(signal) ?? signal} ${moves >= 0 ? '+' : '−'}${Math.abs(moves).toFixed(2)}`,
                  )
                  .join(', ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function scoreText(score: number | undefined): string {
  return score === undefined ? 'none' : score.toFixed(2);
}
