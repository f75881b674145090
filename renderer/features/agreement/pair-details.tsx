import type { Agreement } from '../../../shared/contract/agreement-operations.ts';
import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../api/failure.ts';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import type { Cell, Pair } from './agreement-address.ts';
import styles from './agreement.module.css';
import { aboutFigures } from './agreement-texts.ts';
import { CellItems } from './cell-items.tsx';
import { ConfusionMatrix } from './confusion-matrix.tsx';
import { type Figure, FiguresTable } from './figures-table.tsx';
import { type MeasuredPair, useMeasuredPair } from './use-measured-pair.ts';

export interface PairDetailsProps {
  readonly question: string;
  readonly asked: Question | undefined;
  readonly level: MeasurementLevel | null;
  readonly pair: Pair;
  /** Of all annotators; undefined while it is measured. */
  readonly all: Agreement | undefined;
  readonly cell: Cell | null;
  readonly onChoose: (cell: Cell) => void;
}

/** What the kappa of one pair is made of: figures, the confusion matrix, and the items behind its cells. */
export function PairDetails({ question, asked, level, pair, all, cell, onChoose }: PairDetailsProps) {
  const measured = useMeasuredPair({ question, level, pair, all });
  const { confusion } = measured;
  const title = pair.join(' and ');
  return (
    <>
      <Section
        title={title}
        hint={measured.isBusy ? 'Measuring…' : formatPlural(measured.figures?.items ?? 0, 'item')}
      >
        {measured.error === null ? (
          <FiguresTable
            label={`Agreement of ${title}`}
            figures={pairFigures(measured)}
            isBusy={measured.isBusy}
          />
        ) : (
          <Notice tone="error">{failureOf(measured.error).message}</Notice>
        )}
      </Section>
      {confusion === undefined ? null : (
        <ConfusionMatrix asked={asked} confusion={confusion} cell={cell} onChoose={onChoose} />
      )}
      {confusion !== undefined || measured.isBusy || measured.error !== null ? null : (
        <p className={styles['hint']}>No interaction has a label of both.</p>
      )}
      {cell === null || confusion === undefined ? null : (
        <CellItems question={question} asked={asked} level={level} pair={confusion.pair} cell={cell} />
      )}
    </>
  );
}

function pairFigures({ figures: pair, spans }: MeasuredPair): Figure[] {
  const n = formatPlural(pair?.items ?? 0, 'item');
  const none = { value: null, low: null, high: null };
  const [low = null, high = null] = pair?.percent_interval ?? [];
  const percent = { value: pair?.percent ?? null, low, high, about: aboutFigures.percent, isPercent: true };
  const figures: Figure[] = [
    { name: 'Percent agreement', n, ...percent },
    { name: 'Cohen’s kappa', ...estimateOf(pair ?? none), n, about: aboutFigures.cohen },
  ];
  if (pair !== undefined && pair.linear !== null && pair.quadratic !== null) {
    figures.push(
      { name: 'Linear weights', ...estimateOf(pair.linear), n, about: aboutFigures.linear },
      { name: 'Quadratic weights', ...estimateOf(pair.quadratic), n, about: aboutFigures.quadratic },
    );
  }
  if (spans !== undefined) {
    figures.push(
      { name: 'Equal spans, F1', ...none, value: spans.exact, n, about: aboutFigures.exact },
      {
        name: 'Overlapping spans, F1',
        ...none,
        value: spans.overlapping,
        n,
        about: aboutFigures.overlapping,
      },
    );
  }
  return figures;
}

function estimateOf({ value, low, high }: Pick<Figure, 'value' | 'low' | 'high'>) {
  return { value, low, high };
}
