import type { QualityWeight } from '../../../../shared/contract/quality-operations.ts';
import { priorWeight } from '../../../../shared/domain/signals/quality-score.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import styles from './quality.module.css';
import type { Quality } from './use-quality.ts';

export interface WeightsFormProps {
  readonly quality: Quality;
  readonly signals: readonly QualityWeight[];
}

const greatest = 10;

/** A weight for each signal, moved with the arrow keys. */
export function WeightsForm({ quality, signals }: WeightsFormProps) {
  const { current, setWeight, takeDefaults, save, canSave, isChanged, isSaving, saveProblem } = quality;
  return (
    <Section
      title="Score by weights"
      hint={`The mean of what is known of an interaction, each signal from 0 (bad) to 1 (good), drawn to one half by a weight of ${priorWeight}. Made from signals alone; labels take no part.`}
      actions={
        <>
          <Button command="signals.defaults" onPress={takeDefaults}>
            Default weights
          </Button>
          <Button variant="primary" command="signals.save" isDisabled={!canSave} onPress={save}>
            {isSaving ? 'Saving…' : 'Save weights'}
          </Button>
        </>
      }
    >
      {saveProblem === null ? null : <Notice tone="error">{saveProblem}</Notice>}
      <table className={styles['table']} aria-label="Weights">
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">A high value is</th>
            <th scope="col">Weight</th>
            <th scope="col" className={styles['number']}>
              Default
            </th>
          </tr>
        </thead>
        <tbody>
          {signals.map(({ id, name, direction, defaultWeight, sameAs }) => {
            const weight = current[id] ?? defaultWeight;
            return (
              <tr key={id}>
                <th scope="row">
                  <bdi>{name}</bdi>
                  {sameAs.length === 0 ? null : (
                    <span className={styles['same']}>counts once with {sameAs.join(' and ')}</span>
                  )}
                </th>
                <td>{direction}</td>
                <td>
                  <span className={styles['weight']}>
                    <input
                      type="range"
                      className={styles['slider']}
                      aria-label={`Weight of ${name}`}
                      min={0}
                      max={Math.max(greatest, weight, defaultWeight)}
                      step={0.5}
                      value={weight}
                      onChange={(event) => setWeight(id, event.target.valueAsNumber)}
                    />
                    <output>{weight}</output>
                  </span>
                </td>
                <td className={styles['number']}>{defaultWeight}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles['hint']} role="status">
        {isChanged
          ? 'Not saved. Saving works out the scores of all interactions anew.'
          : 'These weights are saved. A weight of 0 leaves a signal out.'}
      </p>
    </Section>
  );
}
