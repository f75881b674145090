import type { Confusion } from '../../../shared/contract/agreement-operations.ts';
import { answerKey } from '../../../shared/domain/agreement/answer-scale.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { formatPlural } from '../../ui/format.ts';
import { Matrix } from '../../ui/matrix.tsx';
import { Section } from '../../ui/page.tsx';
import type { Cell } from './agreement-address.ts';
import { answerName, matrixAnswers } from './answer-names.ts';

export interface ConfusionMatrixProps {
  readonly asked: Question | undefined;
  readonly confusion: Confusion;
  readonly cell: Cell | null;
  readonly onChoose: (cell: Cell) => void;
}

/** Which answers the one gave where the other gave which; choosing a cell shows the items behind it. */
export function ConfusionMatrix({ asked, confusion, cell, onChoose }: ConfusionMatrixProps) {
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
