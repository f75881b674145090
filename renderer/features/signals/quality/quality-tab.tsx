import { useCommands } from '../../../app/key-map.ts';
import { Histogram } from '../../../ui/charts/histogram.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { qualityCommands } from '../signal-commands.ts';
import { LearnedQuality } from './learned-quality.tsx';
import styles from './quality.module.css';
import { useQuality } from './use-quality.ts';
import { WeightEffects } from './weight-effects.tsx';
import { WeightExamples } from './weight-examples.tsx';
import { WeightsForm } from './weights-form.tsx';

/** Two scores of how good outputs are, side by side: one by weights that people choose, one learned from labels. */
export function QualityTab() {
  const quality = useQuality();
  useCommands(
    'signals-quality',
    qualityCommands({
      settings: focusWeights,
      learn: quality.learn,
      defaults: quality.takeDefaults,
      save: quality.save,
      canLearn: quality.running === null && !quality.isStarting,
      canSave: quality.canSave,
    }),
  );
  const { weights, distribution, problem } = quality;
  if (problem !== null)
    return (
      <Notice tone="error" title="The quality score cannot be shown.">
        {problem}
      </Notice>
    );
  if (weights === null) return <p role="status">Reading the weights…</p>;
  return (
    <div className={styles['columns']}>
      <div className={styles['column']} data-quality-weights>
        <WeightsForm quality={quality} signals={weights.signals} />
        <WeightExamples quality={quality} signals={weights.signals} />
        <Section
          title="Scores by weights in the project"
          hint={
            distribution === null
              ? 'Counting…'
              : `${formatCount(distribution.known)} interactions have a score, ${formatCount(distribution.unknown)} have none. By the weights that are saved.`
          }
        >
          <div className={styles['histogram']}>
            {distribution === null ? null : (
              <Histogram
                title="Interactions by score"
                counted="Interactions"
                by="Score"
                bins={distribution.bins.map((count, place) => ({
                  name: `${(place / 20).toFixed(2)} to ${((place + 1) / 20).toFixed(2)}`,
                  count,
                }))}
              />
            )}
          </div>
        </Section>
        <Section title="Signals that take no part">
          <ul className={styles['leftOut']}>
            {weights.leftOut.map(({ id, name, reason }) => (
              <li key={id}>
                <bdi>{name}</bdi>: {reason}
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <div className={styles['column']}>
        <WeightEffects quality={quality} signals={weights.signals} />
        <LearnedQuality quality={quality} />
      </div>
    </div>
  );
}

function focusWeights(): void {
  document.querySelector<HTMLElement>('[data-quality-weights] input')?.focus();
}
