import { useMemo } from 'react';
import type { QualityWeight } from '../../../../shared/contract/quality-operations.ts';
import { createQualityScore } from '../../../../shared/domain/signals/quality-score.ts';
import { formatCount } from '../../../ui/format.ts';
import { Section } from '../../../ui/page.tsx';
import { judgeScores } from './judge-scores.ts';
import { JudgedTable } from './judged-table.tsx';
import styles from './quality.module.css';
import { ReliabilityDiagram } from './reliability-diagram.tsx';
import type { Quality } from './use-quality.ts';

export interface WeightEffectsProps {
  readonly quality: Quality;
  readonly signals: readonly QualityWeight[];
}

/** What the weights come to as they are moved: on some interactions, and against labels. */
export function WeightEffects({ quality, signals }: WeightEffectsProps) {
  const { trial, saved, current, isChanged } = quality;
  const labelled = trial?.labelled;
  const before = useMemo(() => judgeScores(labelled ?? [], signals, saved), [labelled, signals, saved]);
  const after = judgeScores(labelled ?? [], signals, current);
  return (
    <>
      <Section
        title="Weights against labels"
        hint={
          trial === null
            ? 'Reading labelled interactions…'
            : `${formatCount(trial.labelled.length)} labelled interactions with signal values${trial.labelled.length >= 2000 ? ', a part of all' : ''}. They change as you move a weight.`
        }
      >
        {trial !== null && after === null ? (
          <p className={styles['empty']}>
            No labelled interaction has a score. Label some in the review, or say below of which scale more is
            better.
          </p>
        ) : (
          <>
            <JudgedTable
              label="Weights against labels"
              rows={[
                { name: 'Weights as saved', judged: before },
                { name: 'Weights as they are here', judged: after },
              ]}
            />
            <ReliabilityDiagram
              title="Calibration of the weights"
              series={[{ name: 'Score by weights', calibration: after?.calibration ?? null }]}
            />
          </>
        )}
      </Section>
      <Section title="Examples" hint="Spread over all scores.">
        <Examples quality={quality} signals={signals} isChanged={isChanged} />
      </Section>
    </>
  );
}

function Examples({ quality, signals, isChanged }: WeightEffectsProps & { readonly isChanged: boolean }) {
  const { trial, saved, current } = quality;
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
