import type { QuestionAnswers } from '../../../shared/contract/team-operations.ts';
import { createAnswerTally } from '../../../shared/domain/team/answer-tally.ts';
import { labelValueSchema, type Question } from '../../../shared/domain/schema/label-schema.ts';
import { fail, type Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { answeredQuestions } from '../../db/tables/agreement.ts';
import { findAnnotator } from '../../db/tables/annotators.ts';
import { failureModeNames } from '../../db/tables/failure-modes.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { answerCounts } from '../../db/tables/team.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';

/** A question with more different answers than this is one of texts, which are not worth counting. */
const mostDifferent = 2000;

/** How often an annotator gave each answer, beside how often everyone did. INPUT_INVALID for nobody's name, JOB_CANCELLED. */
export async function annotatorAnswers(
  database: Database,
  { annotator }: { readonly annotator: string },
  signal?: AbortSignal,
): Promise<Result<QuestionAnswers[]>> {
  const found = findAnnotator(database, annotator);
  if (found === null)
    return fail('INPUT_INVALID', `There is no annotator "${annotator}". Choose one of the list.`);
  return runInSlices(countQuestions(database, found.seq), signal);
}

function* countQuestions(database: Database, annotatorSeq: number): Generator<void, QuestionAnswers[]> {
  const { questions } = currentLabelSchema(database);
  const modes = failureModeNames(database);
  const answered = new Set(answeredQuestions(database));
  const asked = questions.filter(({ id, kind }) => kind !== 'text' && answered.has(id));
  const known = new Set(questions.map(({ id }) => id));
  const others = [...answered].filter((id) => !known.has(id));
  const counted: QuestionAnswers[] = [];
  for (const one of [...asked, ...others]) {
    const id = typeof one === 'string' ? one : one.id;
    const question: Question | null = typeof one === 'string' ? null : one;
    let own = 0;
    let everyone = 0;
    const tally = createAnswerTally(question, modes);
    for (const row of answerCounts(database, id, annotatorSeq)) {
      own += row.own;
      everyone += row.everyone;
      tally.add(labelValueSchema.parse(JSON.parse(row.value)), row.own, row.everyone);
      if (tally.size > mostDifferent) break;
    }
    yield;
    if (own > 0 && tally.size <= mostDifferent)
      counted.push({ question: id, name: question?.name ?? id, own, everyone, ...tally.finish() });
  }
  return counted;
}
