import { type LabelValue, labelValueSchema } from '../../../shared/domain/schema/label-schema.ts';
import type { RatedAnswer } from '../../../shared/domain/agreement/answer-table.ts';
import type { Database } from '../../db/database.ts';
import { answerReader } from '../../db/tables/agreement.ts';
import { matchingSeqs } from '../../db/tables/item-query.ts';
import type { AgreementPlan } from './plan-agreement.ts';

export interface AnsweredItem {
  readonly seq: number;
  readonly labels: readonly RatedAnswer[];
}

/** Interactions between two yields: a few milliseconds of work. */
const pageSize = 500;

/** The labels of each matching interaction that the raters of the plan gave, page by page in import order. */
export function* readAnswers(
  database: Database,
  { question, raters, filter }: Pick<AgreementPlan, 'question' | 'raters' | 'filter'>,
  after = 0,
): Generator<AnsweredItem[], void> {
  const read = answerReader(database, question);
  const numbers = new Map(raters.map(({ seq }, number) => [seq, number]));
  const parse = createValueParser();
  for (let from = after; ;) {
    const seqs = matchingSeqs(database, filter, { after: from, limit: pageSize });
    const last = seqs.at(-1);
    if (last === undefined) return;
    const items: { seq: number; labels: RatedAnswer[] }[] = [];
    for (const { seq, annotatorSeq, value } of read(seqs)) {
      const rater = numbers.get(annotatorSeq);
      if (rater === undefined) continue;
      let item = items.at(-1);
      if (item?.seq !== seq) items.push((item = { seq, labels: [] }));
      item.labels.push({ rater, value: parse(value) });
    }
    yield items;
    from = last;
  }
}

/** Answers that are remembered; most questions have a handful. */
const mostRemembered = 1000;

/** Reads stored values; the same few come again and again. */
export function createValueParser(): (json: string) => LabelValue {
  const known = new Map<string, LabelValue>();
  return (json) => {
    const remembered = known.get(json);
    if (remembered !== undefined) return remembered;
    const value = labelValueSchema.parse(JSON.parse(json));
    if (known.size < mostRemembered) known.set(json, value);
    return value;
  };
}
