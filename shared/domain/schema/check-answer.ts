import { type Result, fail, succeed } from '../../result/result.ts';
import type { LabelValue, Question } from './label-schema.ts';

/**
 * The value as it is stored, or LABEL_INVALID with what is allowed. Takes options by id or by name, and numbers
 * and yes/no also as text, so that a shell can answer as well as a screen. Null: the answer is taken back; an
 * empty text is no answer. Failure modes pass as text: who they are is for the project to say.
 */
export function checkAnswer(question: Question, value: LabelValue | null): Result<LabelValue | null> {
  if (value === null) return succeed(null);
  switch (question.kind) {
    case 'single_choice':
      return optionId(question, value);
    case 'multiple_choice':
      return optionIds(question, value);
    case 'scale':
      return scaleValue(question, value);
    case 'yes_no':
      return yesNo(question, value);
    case 'text':
    case 'failure_mode':
      return textValue(question, value);
  }
}

/** The question of that id, or LABEL_INVALID with those there are. */
export function findQuestion(questions: readonly Question[], id: string): Result<Question> {
  const found = questions.find((question) => question.id === id);
  if (found !== undefined) return succeed(found);
  const known = questions.map((question) => question.id).join(', ');
  return fail('LABEL_INVALID', `There is no question "${id}". Ask one of: ${known}.`);
}

/** The value as a person reads it, such as an option's name. */
export function answerText(question: Question, value: LabelValue): string {
  const name = (id: unknown) =>
    'options' in question ? question.options.find((option) => option.id === id)?.name : undefined;
  if (Array.isArray(value)) return value.map((id) => name(id) ?? id).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return name(value) ?? String(value);
}

type Choice = Extract<Question, { options: readonly unknown[] }>;

function optionId(question: Choice, value: unknown): Result<string> {
  const wanted = typeof value === 'string' ? value.trim() : null;
  const option =
    question.options.find(({ id }) => id === wanted) ??
    question.options.find(({ name }) => name.toLowerCase() === wanted?.toLowerCase());
  if (option) return succeed(option.id);
  const allowed = question.options.map(({ id, name }) => (id === name ? id : `${id} (${name})`)).join(', ');
  return refuse(question, value, `one of ${allowed}`);
}

function optionIds(question: Choice, value: LabelValue): Result<LabelValue | null> {
  const wanted = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
  const chosen = new Set<string>();
  for (const one of wanted) {
    const id = optionId(question, one);
    if (!id.ok) return id;
    chosen.add(id.value);
  }
  if (chosen.size === 0) return succeed(null);
  return succeed(question.options.map(({ id }) => id).filter((id) => chosen.has(id)));
}

function scaleValue(question: Extract<Question, { kind: 'scale' }>, value: LabelValue): Result<number> {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (
    typeof number === 'number' &&
    Number.isInteger(number) &&
    number >= question.min &&
    number <= question.max
  ) {
    return succeed(number);
  }
  return refuse(question, value, `a whole number from ${question.min} to ${question.max}`);
}

function yesNo(question: Question, value: LabelValue): Result<boolean> {
  const text = String(value).trim().toLowerCase();
  if (text === 'true' || text === 'yes') return succeed(true);
  if (text === 'false' || text === 'no') return succeed(false);
  return refuse(question, value, 'yes or no');
}

function textValue(question: Question, value: LabelValue): Result<string | null> {
  if (typeof value !== 'string') return refuse(question, value, 'a text');
  return succeed(value.trim() === '' ? null : value);
}

function refuse(question: Question, value: unknown, allowed: string): Result<never> {
  return fail('LABEL_INVALID', `"${String(value)}" is no answer to ${question.id}: it takes ${allowed}.`);
}
