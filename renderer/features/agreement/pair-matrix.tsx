import type { Agreement, PairAgreement } from '../../../shared/contract/agreement-operations.ts';
import { type CellPlace, Matrix, type MatrixCell } from '../../ui/matrix.tsx';
import type { Pair } from './agreement-address.ts';
import { formatFigure, formatInterval } from './agreement-texts.ts';

export interface PairMatrixProps {
  readonly agreement: Agreement;
  readonly chosen: Pair | null;
  readonly onChoose: (pair: Pair) => void;
}

/** More annotators than this are a list of pairs, the one with the most items first. */
const mostAnnotators = 12;

/** Cohen's kappa of each pair; choosing one shows what it is made of. */
export function PairMatrix({ agreement, chosen, onChoose }: PairMatrixProps) {
  const { cohen } = agreement;
  const names = [...new Set(cohen.flatMap(({ pair }) => pair))].toSorted((a, b) => a.localeCompare(b));
  if (names.length > mostAnnotators) return <PairList pairs={cohen} chosen={chosen} onChoose={onChoose} />;
  // The lower left half says the same again, so that rows begin at the second name.
  const rows = names.slice(1);
  const columns = names.slice(0, -1);
  const pairAt = ({ row, column }: CellPlace) =>
    column > row
      ? undefined
      : cohen.find(({ pair }) => isPair(pair, [rows[row] ?? '', columns[column] ?? '']));
  const places = rows.flatMap((_, row) => columns.map((_name, column) => ({ row, column })));
  return (
    <Matrix
      label="Cohen’s kappa of each pair"
      corner="κ"
      rows={rows}
      columns={columns}
      cellAt={(place) => cellOf(pairAt(place))}
      chosen={places.find((place) => chosen !== null && isPair(pairAt(place)?.pair, chosen)) ?? null}
      onChoose={(place) => {
        const found = pairAt(place);
        if (found !== undefined) onChoose(found.pair);
      }}
    />
  );
}

function PairList({
  pairs,
  chosen,
  onChoose,
}: Omit<PairMatrixProps, 'agreement'> & { readonly pairs: readonly PairAgreement[] }) {
  const listed = pairs.toSorted((a, b) => b.items - a.items);
  const row = listed.findIndex(({ pair }) => chosen !== null && isPair(pair, chosen));
  return (
    <Matrix
      label="Cohen’s kappa of each pair"
      corner="Pair"
      rows={listed.map(({ pair }) => pair.join(' and '))}
      columns={['Cohen’s kappa']}
      cellAt={(place) => cellOf(listed[place.row])}
      chosen={row < 0 ? null : { row, column: 0 }}
      onChoose={(place) => {
        const found = listed[place.row];
        if (found !== undefined) onChoose(found.pair);
      }}
    />
  );
}

function cellOf(found: PairAgreement | undefined): MatrixCell | null {
  if (found === undefined) return null;
  const { pair, value, low, high, items } = found;
  const figure = formatFigure(value, 2);
  const interval = formatInterval(low, high, 2);
  return {
    text: figure,
    detail: `${interval}, n ${items}`,
    about: pair.join(' and '),
    weight: Math.max(0, value ?? 0),
  };
}

function isPair(pair: Pair | undefined, [one, other]: Pair): boolean {
  return pair !== undefined && pair.includes(one) && pair.includes(other) && one !== other;
}
