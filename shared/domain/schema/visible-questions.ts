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

/** The questions that still have to be answered: asked, required and without an answer. */
export function openQuestions(
  schema: { readonly questions: readonly Question[] },
  answers: Answers,
): Question[] {
  return visibleQuestions(schema, answers).filter(
    ({ id, required }) => required === true && answerOf(answers, id) === undefined,
  );
}

/**
 * Whether an annotator is done with an interaction: every question that must be answered is, and, where none must be, the
 * first one.
 */
export function isDone(schema: { readonly questions: readonly Question[] }, answers: Answers): boolean {
  const [first] = schema.questions;
  if (openQuestions(schema, answers).length > 0) return false;
  const isAnyRequired = visibleQuestions(schema, answers).some(({ required }) => required === true);
  return isAnyRequired || (first !== undefined && answerOf(answers, first.id) !== undefined);
}

/**
 * Whether this answer is the last one that the interaction waits for: to the first or a required question, with no
 * required one left and nothing unanswered that follows from it. Several choices may follow one another, so a
 * multiple choice never is.
 * @param answers with the new one
 */
export function isLastAnswer(
  schema: { readonly questions: readonly Question[] },
  question: Question,
  answers: Answers,
): boolean {
  const isAnswered = ({ id }: Question) => answerOf(answers, id) !== undefined;
  const [first] = schema.questions;
  const isWaitedFor = question.id === first?.id || question.required === true;
  if (!isWaitedFor || question.kind === 'multiple_choice' || !isAnswered(question)) return false;
  const follows = visibleQuestions(schema, answers).some(
    (other) => other.when?.question === question.id && !isAnswered(other),
  );
  const isFirstAnswered = first === undefined || isAnswered(first);
  return isFirstAnswered && !follows && openQuestions(schema, answers).length === 0;
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
