import type { QualityWeight } from '../../../../shared/contract/quality-operations.ts';
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

/** What the weights come to against labels, as they are moved. */
export function WeightEffects({ quality, signals }: WeightEffectsProps) {
  const { trial, saved, current } = quality;
  const labelled = trial?.labelled ?? [];
  const before = judgeScores(labelled, signals, saved);
  const after = judgeScores(labelled, signals, current);
  return (
    <Section
      title="Weights against labels"
      hint={
        trial === null
          ? 'Reading labelled interactions…'
          : `${formatCount(trial.labelled.length)} labelled interactions with signal values${trial.labelled.length >= 2000 ? ', a part of all' : ''}. The figures change as you move a weight.`
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
  );
}
