import { answerKey } from '../../../shared/domain/agreement/answer-scale.ts';
import { checkAnswer, findQuestion } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { answerReader } from '../../db/tables/agreement.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { readResolution, refoldResolution, resolutionFoldKey } from '../../db/tables/resolutions.ts';
import { type Actor, actingAnnotator, recordAct } from './act.ts';
import { refreshChangeMode, wholeOutput } from '../modes/refresh-change-modes.ts';
import { failureModeId } from './failure-modes.ts';
import { itemNotFound } from './set-label.ts';

export interface Resolving {
  readonly interactionId: string;
  readonly question: string;
  /** Null withdraws the resolution. */
  readonly value: LabelValue | null;
  readonly note?: string | null | undefined;
}

/**
 * Sets what the team says to a question on an interaction; when it returns, that is on disk. The annotators' labels
 * stay as they are. A question that the label schema does not have takes an answer that somebody gave. The same value
 * and note again write nothing. LABEL_INVALID with what is allowed, ITEM_NOT_FOUND.
 */
export function setResolution(database: Database, actor: Actor, given: Resolving): Result<null> {
  return transact(database, () => {
    const interaction = findInteraction(database, given.interactionId);
    if (!interaction) return itemNotFound(given.interactionId);
    const { questions } = currentLabelSchema(database);
    const question = questions.find(({ id }) => id === given.question);
    const key = { interaction, question: given.question };
    const checked =
      question === undefined
        ? givenAnswer(database, interaction.seq, given, questions)
        : checkAnswer(question, given.value);
    if (!checked.ok) return checked;

    const annotator = actingAnnotator(database, actor);
    const value =
      question?.kind === 'failure_mode' && typeof checked.value === 'string'
        ? failureModeId(database, actor, annotator, checked.value)
        : checked.value;
    const trimmed = given.note?.trim() ?? '';
    const note = value === null || trimmed === '' ? null : trimmed;
    const current = readResolution(database, key);
    if (isSame([current?.value ?? null, current?.note ?? null], [value, note])) return succeed(null);
    recordAct(database, actor, annotator, {
      type: 'resolution.set',
      interactionId: interaction.id,
      foldKey: resolutionFoldKey(key),
      payload: { question: given.question, value, note },
    });
    refoldResolution(database, key);
    refreshChangeMode(database, interaction.seq, wholeOutput);
    return succeed(null);
  });
}

/** The answer as somebody gave it on the interaction, to a question that is not asked (any more). */
function givenAnswer(
  database: Database,
  seq: number,
  { question, value }: Resolving,
  questions: readonly Question[],
): Result<LabelValue | null> {
  const answers = answerReader(database, question)([seq]).map((row): LabelValue => JSON.parse(row.value));
  if (value === null) return succeed(null);
  if (answers.length === 0) {
    const unknown = findQuestion(questions, question);
    return unknown.ok ? succeed(value) : unknown;
  }
  const found = answers.find((answer) => answerKey(answer) === answerKey(value));
  if (found !== undefined) return succeed(found);
  const known = [...new Set(answers.map(answerKey))].join(', ');
  return fail(
    'LABEL_INVALID',
    `The label schema does not ask "${question}", so it is resolved with an answer that somebody gave: ${known}.`,
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
