import { useQuery } from '@tanstack/react-query';
import type { Agreement, Confusion } from '../../../shared/contract/agreement-operations.ts';
import { answerKey } from '../../../shared/domain/agreement/answer-scale.ts';
import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { formatPlural } from '../../ui/format.ts';
import { Matrix } from '../../ui/matrix.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import type { Cell, Pair } from './agreement-address.ts';
import styles from './agreement.module.css';
import { aboutFigures } from './agreement-texts.ts';
import { answerName, matrixAnswers } from './answer-names.ts';
import { CellItems } from './cell-items.tsx';
import { type Figure, FiguresTable } from './figures-table.tsx';

export interface PairDetailsProps {
  readonly question: string;
  readonly asked: Question | undefined;
  readonly level: MeasurementLevel | null;
  readonly pair: Pair;
  readonly cell: Cell | null;
  readonly onChoose: (cell: Cell) => void;
}

/** What the kappa of one pair is made of: figures, the confusion matrix, and the items behind its cells. */
export function PairDetails({ question, asked, level, pair, cell, onChoose }: PairDetailsProps) {
  const queries = useQueries();
  const measured = useQuery(
    queries.agreement.measure.queryOptions({
      input: { question, annotators: [...pair], ...(level === null ? {} : { level }) },
      staleTime: 0,
    }),
  );
  const agreement = measured.data;
  const confusion = agreement?.confusion[0];
  const title = pair.join(' and ');
  return (
    <>
      <Section
        title={title}
        hint={agreement === undefined ? 'Measuring…' : formatPlural(agreement.items, 'item')}
      >
        {measured.error === null ? (
          <FiguresTable
            label={`Agreement of ${title}`}
            figures={pairFigures(agreement)}
            isBusy={agreement === undefined}
          />
        ) : (
          <Notice tone="error">{failureOf(measured.error).message}</Notice>
        )}
      </Section>
      {confusion === undefined ? null : (
        <ConfusionMatrix asked={asked} confusion={confusion} cell={cell} onChoose={onChoose} />
      )}
      {agreement !== undefined && confusion === undefined ? (
        <p className={styles['hint']}>No interaction has a label of both.</p>
      ) : null}
      {cell === null || confusion === undefined ? null : (
        <CellItems question={question} asked={asked} level={level} pair={confusion.pair} cell={cell} />
      )}
    </>
  );
}

function pairFigures(agreement: Agreement | undefined): Figure[] {
  const pair = agreement?.cohen[0];
  const n = formatPlural(pair?.items ?? 0, 'item');
  const none = { value: null, low: null, high: null };
  const spans = agreement?.spans?.[0];
  const [low = null, high = null] = agreement?.intervals.percent ?? [];
  const figures: Figure[] = [
    {
      name: 'Percent agreement',
      value: pair?.percent ?? null,
      low,
      high,
      n,
      about: aboutFigures.percent,
      isPercent: true,
    },
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

interface ConfusionMatrixProps {
  readonly asked: Question | undefined;
  readonly confusion: Confusion;
  readonly cell: Cell | null;
  readonly onChoose: (cell: Cell) => void;
}

function ConfusionMatrix({ asked, confusion, cell, onChoose }: ConfusionMatrixProps) {
  const { pair, cells } = confusion;
  const { answers, leftOut } = matrixAnswers(asked, confusion);
  const names = answers.map((value) => answerName(asked, value));
  const most = Math.max(1, ...cells.map(({ items }) => items));
  const items = new Map(cells.map((one) => [cellKey(one), one.items]));
  const cellFor = (row: number, column: number): Cell => ({
    first: answers[row] ?? '',
    second: answers[column] ?? '',
  });
  const places = answers.flatMap((_, row) => answers.map((_value, column) => ({ row, column })));
  return (
    <Section
      title="Confusion matrix"
      hint={`Rows: ${pair[0]}. Columns: ${pair[1]}.${leftOut === 0 ? '' : ` ${formatPlural(leftOut, 'rarer answer')} not shown.`}`}
    >
      <Matrix
        label="Confusion matrix"
        corner={`${pair[0]} ↓ ${pair[1]} →`}
        rows={names}
        columns={names}
        cellAt={({ row, column }) => {
          const count = items.get(cellKey(cellFor(row, column))) ?? 0;
          return {
            text: String(count),
            about: `${pair[0]} ${names[row] ?? ''}, ${pair[1]} ${names[column] ?? ''}`,
            weight: Math.sqrt(count / most),
          };
        }}
        chosen={
          places.find(
            ({ row, column }) => cell !== null && cellKey(cellFor(row, column)) === cellKey(cell),
          ) ?? null
        }
        onChoose={({ row, column }) => onChoose(cellFor(row, column))}
      />
    </Section>
  );
}

function cellKey({ first, second }: Cell): string {
  return JSON.stringify([answerKey(first), answerKey(second)]);
}
