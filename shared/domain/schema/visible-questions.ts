import type { Condition, LabelValue, Question } from './label-schema.ts';

/** Answers of one annotator, by question. */
export type Answers = Readonly<Record<string, LabelValue>>;

/**
 * The questions that these answers ask: those without a condition, and those whose condition holds. A question that
 * hangs on one that is not asked is not asked either, whatever was answered there before.
 */
export function visibleQuestions(
  { questions }: { readonly questions: readonly Question[] },
  answers: Answers,
): Question[] {
  const asked = new Set<string>();
  return questions.filter(({ id, when }) => {
    const isAsked = when === undefined || (asked.has(when.question) && holds(when, answers));
    if (isAsked) asked.add(id);
    return isAsked;
  });
}

/** The questions that still have to be answered: asked, and required or following from an answer. */
export function openQuestions(
  schema: { readonly questions: readonly Question[] },
  answers: Answers,
): Question[] {
  return visibleQuestions(schema, answers).filter(
    ({ id, required, when }) =>
      (required === true || when !== undefined) && answerOf(answers, id) === undefined,
  );
}

/**
 * Whether this answer is the last one that the interaction waits for. Several choices may follow one another, so a
 * multiple choice never is; nor is an answer to a question that nobody has to answer.
 * @param answers with the new one
 */
export function isLastAnswer(
  schema: { readonly questions: readonly Question[] },
  question: Question,
  answers: Answers,
): boolean {
  const [first] = schema.questions;
  const counts = question.id === first?.id || question.required === true || question.when !== undefined;
  if (!counts || question.kind === 'multiple_choice' || answerOf(answers, question.id) === undefined)
    return false;
  const isFirstAnswered = first === undefined || answerOf(answers, first.id) !== undefined;
  return isFirstAnswered && openQuestions(schema, answers).length === 0;
}

function holds({ question, is }: Condition, answers: Answers): boolean {
  const answer = answerOf(answers, question);
  if (answer === undefined) return false;
  if (is === undefined) return true;
  const given = Array.isArray(answer) ? answer : [answer];
  return given.some((one) => is.includes(one));
}

function answerOf(answers: Answers, question: string): LabelValue | undefined {
  return Object.hasOwn(answers, question) ? answers[question] : undefined;
}
