import { useQuery } from '@tanstack/react-query';
import type { Agreement, Confusion, PairAgreement } from '../../../shared/contract/agreement-operations.ts';
import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import { useQueries } from '../../api/query-utils.ts';
import type { Pair } from './agreement-address.ts';

export interface PairInput {
  readonly question: string;
  readonly level: MeasurementLevel | null;
  readonly pair: Pair;
  /** Of all annotators; undefined while it is measured. */
  readonly all: Agreement | undefined;
}

/** Figures and matrix are undefined while they are measured, and where the two have no item in common. */
export interface MeasuredPair {
  readonly figures: PairAgreement | undefined;
  readonly confusion: Confusion | undefined;
  readonly spans: { readonly exact: number | null; readonly overlapping: number | null } | undefined;
  readonly isBusy: boolean;
  readonly error: Error | null;
}

/** What is known of the pair from all annotators; where that is not all of it, the pair is measured by itself. */
export function useMeasuredPair({ question, level, pair, all }: PairInput): MeasuredPair {
  const queries = useQueries();
  const known = all === undefined ? undefined : pairOf(all, pair);
  const isWhole = known?.confusion?.cells_left_out === 0;
  const own = useQuery(
    queries.agreement.measure.queryOptions({
      input: { question, annotators: [...pair], ...(level === null ? {} : { level }) },
      staleTime: 0,
      enabled: all !== undefined && !isWhole,
    }),
  );
  const shown = isWhole ? known : own.data === undefined ? undefined : pairOf(own.data, pair);
  return {
    figures: shown?.figures,
    confusion: shown?.confusion,
    spans: shown?.spans,
    isBusy: all === undefined || (!isWhole && own.data === undefined && own.error === null),
    error: own.error,
  };
}

function pairOf({ cohen, confusion, spans }: Agreement, [one, other]: Pair) {
  const isPair = ({ pair }: { readonly pair: Pair }) =>
    one !== other && pair.includes(one) && pair.includes(other);
  return { figures: cohen.find(isPair), confusion: confusion.find(isPair), spans: spans?.find(isPair) };
}
