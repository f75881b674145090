import { setImmediate } from 'node:timers/promises';
import { createLabelScore } from '../../../shared/domain/fewshot/label-score.ts';
import type { LabelledRow } from '../../../shared/domain/quality/labelled-row.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { answerReader } from '../../db/tables/agreement.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { answeredSeqs, measuredRowReader } from '../../db/tables/quality-rows.ts';
import { createValueParser } from '../agreement/read-answers.ts';
import { spreadSeqs } from '../few-shot/find-candidates.ts';

export interface LabelledRows {
  readonly rows: readonly (LabelledRow & { readonly seq: number })[];
  /** Interactions with an answer that says how good the output is; `rows` are of some of them where they are many. */
  readonly found: number;
  /** Labels say as much for as against. */
  readonly undecided: number;
  /** Without signal values. */
  readonly unmeasured: number;
  readonly questions: readonly Pick<Question, 'id' | 'name'>[];
}

interface Reading {
  /** Questions of scales on which more is better. */
  readonly scales: readonly string[];
  /** So many interactions at most, spread over all alike and the same each time. */
  readonly most: number;
  /** Called between two pages; what is read so far is given back where it is false. */
  readonly goOn: (done: number, total: number) => Promise<boolean>;
}

/** Interactions read at a time. */
const pageSize = 500;

/**
 * Reads interactions that labels call good or bad, with their signal values. The answers of several annotators to a question
 * count as their mean, and so do those of several questions: above one half is good, below is bad.
 */
export async function readLabelled(
  database: Database,
  { scales, most, goOn }: Reading,
): Promise<LabelledRows> {
  const scored = currentLabelSchema(database).questions.flatMap((question) => {
    const scoreOf = createLabelScore(question, scales.includes(question.id));
    return scoreOf === null ? [] : [{ question, scoreOf, read: answerReader(database, question.id) }];
  });
  const answered = scored.map(({ question }) => ({ question, seqs: answeredSeqs(database, question.id) }));
  const all = Float64Array.from(new Set(answered.flatMap(({ seqs }) => seqs))).toSorted();
  const seqs = spreadSeqs(all, most);
  const readMeasured = measuredRowReader(database);
  const parse = createValueParser();
  const rows: (LabelledRow & { seq: number })[] = [];
  let [undecided, unmeasured] = [0, 0];
  for (let at = 0; at < seqs.length; at += pageSize) {
    const page = [...seqs.subarray(at, at + pageSize)];
    const scores = new Map<number, number[]>();
    for (const { scoreOf, read } of scored) {
      const answers = read(page).flatMap(({ seq, value }) => {
        const score = scoreOf(parse(value))?.score;
        return score === undefined ? [] : [{ seq, score }];
      });
      for (const [seq, given] of Map.groupBy(answers, (answer) => answer.seq))
        scores.set(seq, [...(scores.get(seq) ?? []), meanOf(given.map(({ score }) => score))]);
    }
    const decided = [...scores].flatMap(([seq, given]) => {
      const mean = meanOf(given);
      return mean === 0.5 ? [] : [[seq, mean > 0.5] as const];
    });
    const isGood = new Map(decided);
    const measured = readMeasured([...isGood.keys()]);
    for (const row of measured) rows.push(Object.assign(row, { isGood: isGood.get(row.seq) ?? false }));
    undecided += scores.size - decided.length;
    unmeasured += decided.length - measured.length;
    await setImmediate();
    if (!(await goOn(at + page.length, seqs.length))) break;
  }
  const questions = answered
    .filter(({ seqs: some }) => some.length > 0)
    .map(({ question: { id, name } }) => ({ id, name }));
  return { rows, found: all.length, undecided, unmeasured, questions };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
