import type { ItemSummary } from '../../../shared/contract/item-operations.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readSummaries, seqOfItem } from '../../db/tables/items.ts';
import { type AgreementPlan, type AgreementQuestion, planAgreement } from './plan-agreement.ts';
import { readAnswers } from './read-answers.ts';
import { runInSlices } from './run-in-slices.ts';

export interface CellInput extends Omit<AgreementQuestion, 'annotators'> {
  readonly pair: readonly [string, string];
  readonly first: LabelValue;
  readonly second: LabelValue;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export interface CellPage {
  readonly items: ItemSummary[];
  readonly nextAfter: string | null;
}

/** The items to which one annotator of a pair gave one answer and the other another. As {@link planAgreement} fails. */
export async function cellItems(
  database: Database,
  { pair, first, second, after, limit = 100, ...asked }: CellInput,
  signal?: AbortSignal,
): Promise<Result<CellPage>> {
  const filter = [
    ...(asked.filter ?? []),
    ...pair.map((name) => ({ field: 'labelled_by', operator: '=', value: name }) as const),
  ];
  const plan = planAgreement(database, { ...asked, filter, annotators: pair });
  if (!plan.ok) return plan;
  const from = after === undefined ? 0 : seqOfItem(database, after);
  if (from === null) return fail('ITEM_NOT_FOUND', `The project has no interaction ${after ?? ''}.`);
  const wanted = answersByName(plan.value, pair, [first, second]);
  const seqs = await runInSlices(findItems(database, plan.value, { wanted, from, limit }), signal);
  if (!seqs.ok) return seqs;
  const items = readSummaries(database, seqs.value.slice(0, limit), null);
  return succeed({ items, nextAfter: seqs.value.length > limit ? (items.at(-1)?.id ?? null) : null });
}

/** The key of the answer that each rater has to have given, by the rater's number. */
function answersByName(
  { raters, place }: AgreementPlan,
  pair: CellInput['pair'],
  answers: readonly LabelValue[],
): ReadonlyMap<number, string> {
  return new Map(
    answers.map((answer, which) => [
      raters.findIndex(({ name }) => name === pair[which]),
      place(answer)?.key ?? '',
    ]),
  );
}

interface Search {
  readonly wanted: ReadonlyMap<number, string>;
  readonly from: number;
  readonly limit: number;
}

/** One more than the limit where there are more. */
function* findItems(
  database: Database,
  plan: AgreementPlan,
  { wanted, from, limit }: Search,
): Generator<void, number[]> {
  const found: number[] = [];
  for (const items of readAnswers(database, plan, from)) {
    for (const { seq, labels } of items) {
      const matching = labels.filter(({ rater, value }) => wanted.get(rater) === plan.place(value)?.key);
      if (wanted.size === 2 && matching.length === 2) found.push(seq);
    }
    if (found.length > limit) break;
    yield;
  }
  return found.slice(0, limit + 1);
}
