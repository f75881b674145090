import type { QualityModel } from '../../../../shared/contract/quality-operations.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckList } from '../../../ui/check-list.tsx';
import { formatCount, formatMoment, formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Section } from '../../../ui/page.tsx';
import { CoefficientsTable } from './coefficients-table.tsx';
import { JudgedTable } from './judged-table.tsx';
import styles from './quality.module.css';
import { ReliabilityDiagram } from './reliability-diagram.tsx';
import type { Quality } from './use-quality.ts';

/** The score that is learned from labels, with how far it can be trusted. */
export function LearnedQuality({ quality }: { readonly quality: Quality }) {
  const { model: state, running, isStarting, failure, learn, scales, setScales } = quality;
  const model = state?.model ?? null;
  return (
    <Section
      title="Score learned from labels"
      hint="The chance that labels call an output good, by its signals alone: logistic regression on the labelled interactions."
      actions={
        <Button command="signals.learn" isDisabled={running !== null || isStarting} onPress={learn}>
          {model === null ? 'Learn from labels' : 'Learn again'}
        </Button>
      }
    >
      <div className={styles['progress']} role="status">
        {running === null ? null : (
          <Progress label="Learning from labels" done={running.done} total={running.total} isCompact />
        )}
      </div>
      {failure === null ? null : <Notice tone="caution">{failure}</Notice>}
      {state === null || state.scales.length === 0 ? null : (
        <CheckList
          label="Scales on which more is better"
          options={state.scales.map(({ id, name }) => ({ value: id, name }))}
          chosen={scales}
          onChange={setScales}
        />
      )}
      {state === null ? (
        <p role="status">Reading the model…</p>
      ) : model === null ? (
        <p className={styles['empty']}>
          Nothing was learned yet. It takes 50 labelled interactions, good and bad ones among them; then learn
          from labels.
        </p>
      ) : (
        <Model model={model} outdated={state.outdated} />
      )}
    </Section>
  );
}

const outdatedWords = {
  settings: 'the settings changed',
  labels: 'labels changed',
  imports: 'something was imported',
} as const;

const foldWords = {
  session_and_user: 'sessions and users',
  session: 'sessions',
  interaction: 'nothing, as there are too few sessions and users',
} as const;

interface ModelProps {
  readonly model: QualityModel;
  readonly outdated: readonly (keyof typeof outdatedWords)[];
}

function Model({ model, outdated }: ModelProps) {
  const { labels, learned, weighted, base, folds, leftOut, madeAt } = model;
  return (
    <>
      <p>
        Made {formatMoment(madeAt)} from {formatPlural(labels.count, 'labelled interaction')}:{' '}
        {formatCount(labels.good)} good, {formatCount(labels.bad)} bad, by{' '}
        {labels.questions.map(({ name }) => name).join(', ')}. {restOf(labels)}
      </p>
      {outdated.length === 0 ? null : (
        <Notice tone="info">
          Since then {outdated.map((what) => outdatedWords[what]).join(', ')}. Learn again to take that in.
        </Notice>
      )}
      <JudgedTable
        label="Learned score beside the score by weights"
        rows={[
          { name: 'Learned, on rows it had not seen', judged: learned },
          { name: 'By weights, as they were then', judged: weighted },
          {
            name: 'Share of good alone',
            judged: {
              figures: { count: labels.count, auc: 0.5, brier: base.brier, logLoss: base.logLoss },
              calibration: null,
            },
          },
        ]}
      />
      <ReliabilityDiagram
        title="Calibration of both"
        series={[
          { name: 'Learned score', calibration: learned.calibration },
          { name: 'Score by weights', calibration: weighted?.calibration ?? null },
        ]}
      />
      <p className={styles['hint']}>
        Foretold in {folds.count} folds that keep together {foldWords[folds.by]} (
        {formatPlural(folds.groups, 'group')}).
      </p>
      <CoefficientsTable model={model} />
      {leftOut.length === 0 ? null : (
        <ul className={styles['leftOut']} aria-label="Left out of the model">
          {leftOut.map(({ signal, name, reason }) => (
            <li key={signal}>
              <bdi>{name}</bdi> is left out. {reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function restOf({ undecided, unmeasured, found, count }: QualityModel['labels']): string {
  const parts = [
    undecided === 0 ? '' : `${formatCount(undecided)} neither good nor bad`,
    unmeasured === 0 ? '' : `${formatCount(unmeasured)} without signal values`,
    found > count + undecided + unmeasured ? `drawn from ${formatCount(found)}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Besides: ${parts.join(', ')}.`;
}
