import { answerKey } from '../../../shared/domain/agreement/answer-scale.ts';
import { type AnswerKey, answerKeys, choicesOf } from '../../../shared/domain/schema/answer-keys.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';

/** What a disagreement can be resolved to, as a question of which every answer has one key. */
export interface Resolvable {
  readonly question: Question;
  readonly keys: readonly AnswerKey[];
  /** The choice that a value is; undefined where nothing is resolved. */
  readonly choiceOf: (value: LabelValue | undefined) => LabelValue | undefined;
  /** The value that a choice stands for. */
  readonly valueOf: (choice: LabelValue) => LabelValue;
}

/** Digits, in the order of the keyboard. */
const digits = '1234567890';

/**
 * The choices of a question that is answered by choosing one; of any other question, and of one that the label schema
 * does not have, the answers that were given.
 * @param asked the question as the label schema has it now
 * @param given values of labels, and of the resolution where there is one
 */
export function resolvable(
  id: string,
  asked: Question | undefined,
  given: readonly LabelValue[],
  nameOf: (value: LabelValue) => string,
): Resolvable {
  if (asked !== undefined && isChosen(asked)) {
    const question = alone(asked);
    return {
      question,
      keys: answerKeys({ questions: [question] }),
      choiceOf: (value) => value,
      valueOf: (choice) => choice,
    };
  }
  const values = new Map(given.map((value) => [answerKey(value), value]));
  const options = [...values].map(([key, value], index) => {
    const digit = digits[index];
    const option = { id: key, name: nameOf(value) };
    return digit === undefined ? option : Object.assign(option, { key: digit });
  });
  const question: Question = { id, name: asked?.name ?? id, kind: 'single_choice', options };
  return {
    question,
    keys: answerKeys({ questions: [question] }),
    choiceOf: (value) => (value === undefined ? undefined : answerKey(value)),
    valueOf: (choice) => values.get(String(choice)) ?? choice,
  };
}

function isChosen(question: Question): boolean {
  return question.kind !== 'multiple_choice' && choicesOf(question).length > 0;
}

/** Without the key that comes before the answer's place where there are other questions: there are none here. */
function alone(question: Question): Question {
  const { key: _, ...rest } = question;
  return rest;
}
