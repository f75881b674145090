import { answerKey } from '../../../shared/domain/agreement/answer-scale.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { comparedAnswers, countGoldItems, goldAnswersOf, goldItems } from '../../db/tables/gold-answers.ts';
import { idsOfItems, seqOfItem } from '../../db/tables/items.ts';
import { notFound } from '../items/list-items.ts';

export interface GoldAccuracy {
  readonly annotator: string;
  readonly question: string;
  readonly answered: number;
  readonly right: number;
}

/** How often annotators gave the expected answers, by annotator and question. */
export function goldAccuracy(database: Database): GoldAccuracy[] {
  const found = new Map<string, { annotator: string; question: string; answered: number; right: number }>();
  for (const { annotator, question, expected, given } of comparedAnswers(database)) {
    const key = JSON.stringify([annotator, question]);
    const counts = found.get(key) ?? { annotator, question, answered: 0, right: 0 };
    counts.answered += 1;
    if (keyOf(expected) === keyOf(given)) counts.right += 1;
    found.set(key, counts);
  }
  return [...found.values()].toSorted(
    (a, b) => compare(a.annotator, b.annotator) || compare(a.question, b.question),
  );
}

function keyOf(json: string): string {
  const value: LabelValue = JSON.parse(json);
  return answerKey(value);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export interface GoldPage {
  readonly items: { readonly id: string; readonly answers: Record<string, LabelValue> }[];
  readonly total: number;
  readonly nextAfter: string | null;
}

/** Gold items in import order. ITEM_NOT_FOUND for an unknown `after`. */
export function listGold(
  database: Database,
  { after, limit = 100 }: { readonly after?: string | undefined; readonly limit?: number | undefined },
): Result<GoldPage> {
  const anchor = after === undefined ? 0 : seqOfItem(database, after);
  if (anchor === null) return notFound(after);
  const seqs = goldItems(database, anchor, limit + 1);
  const items = seqs.slice(0, limit).flatMap((seq) => {
    const [id] = idsOfItems(database, [seq]);
    return id === undefined ? [] : [{ id, answers: goldAnswersOf(database, seq) }];
  });
  const nextAfter = seqs.length > limit ? (items.at(-1)?.id ?? null) : null;
  return succeed({ items, total: countGoldItems(database), nextAfter });
}

/** The expected answers of one interaction. ITEM_NOT_FOUND. */
export function goldOf(
  database: Database,
  id: string,
): Result<{ readonly answers: Record<string, LabelValue> }> {
  const seq = seqOfItem(database, id);
  return seq === null ? notFound(id) : succeed({ answers: goldAnswersOf(database, seq) });
}
