import { answerKeys, choicesOf } from './answer-keys.ts';
import type { ChoiceQuestion, Question, SchemaDraft } from './label-schema.ts';
import { reviewKeys } from './review-keys.ts';

/** One thing that keeps a schema from being saved. */
export interface SchemaProblem {
  /** Index of the question that it is about; null for the whole schema. */
  readonly place: number | null;
  /** What is wrong and what to do. */
  readonly message: string;
}

export const schemaLimits = { questions: 60, options: 60, steps: 11, name: 120, help: 2000 } as const;

/** Everything that is wrong with a schema, in the order of its questions; empty where it can be used. */
export function checkSchema(schema: SchemaDraft): SchemaProblem[] {
  const { questions } = schema;
  const whole = [
    ...when(schema.name.trim() === '', 'The schema needs a name.'),
    ...when(questions.length === 0, 'The schema needs at least one question.'),
    ...when(
      questions.length > schemaLimits.questions,
      `A schema has ${schemaLimits.questions} questions at most.`,
    ),
    ...when(isTooLong(schema.name, schema.description), tooLong('The schema')),
  ];
  const keys = keyProblems(questions);
  return [
    ...whole.map((message) => ({ place: null, message })),
    ...questions.flatMap((question, place) =>
      [...questionProblems(question, place, questions), ...(keys.get(place) ?? [])].map((message) => ({
        place,
        message,
      })),
    ),
  ];
}

function questionProblems(question: Question, place: number, questions: readonly Question[]): string[] {
  const before = questions.slice(0, place);
  const name = question.name.trim().toLowerCase();
  return [
    ...when(name === '', `Question ${place + 1} needs a name.`),
    ...when(isTooLong(question.name, question.help), tooLong(quoted(question))),
    ...when(
      question.id === 'constructor',
      'A question cannot have the id "constructor". Give it another name.',
    ),
    ...when(
      before.some(({ id }) => id === question.id),
      `Two questions have the id "${question.id}".`,
    ),
    ...when(
      name !== '' && before.some((other) => other.name.trim().toLowerCase() === name),
      `Two questions are called ${quoted(question)}. Give one of them another name.`,
    ),
    ...('options' in question ? optionProblems(question) : []),
    ...(question.kind === 'scale' ? scaleProblems(question) : []),
    ...conditionProblems(question, before, questions),
  ];
}

function optionProblems(question: ChoiceQuestion): string[] {
  const { options } = question;
  const of = `of ${quoted(question)}`;
  const badId = options.find(({ id }) => !/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(id))?.id;
  const doubleId = firstDouble(options.map(({ id }) => id));
  const doubleName = firstDouble(
    options.map((option) => option.name.trim().toLowerCase()).filter((name) => name !== ''),
  );
  return [
    ...when(options.length < 2, `${quoted(question)} needs at least two choices.`),
    ...when(
      options.length > schemaLimits.options,
      `${quoted(question)} has more than ${schemaLimits.options} choices.`,
    ),
    ...when(
      options.some((option) => option.name.trim() === ''),
      `A choice ${of} has no name.`,
    ),
    ...when(
      options.some((option) => isTooLong(option.name, option.help)),
      tooLong(`A choice ${of}`),
    ),
    ...when(
      badId !== undefined,
      `The choice id "${badId ?? ''}" ${of} may hold letters, digits and "_" only.`,
    ),
    ...when(doubleId !== undefined, `Two choices ${of} have the id "${doubleId ?? ''}".`),
    ...when(doubleName !== undefined, `Two choices ${of} are called “${doubleName ?? ''}”.`),
  ];
}

function firstDouble(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) < index);
}

function scaleProblems(question: Extract<Question, { kind: 'scale' }>): string[] {
  const { min, max } = question;
  return [
    ...when(min >= max, `The scale of ${quoted(question)} must end above where it begins.`),
    ...when(
      max - min >= schemaLimits.steps,
      `The scale of ${quoted(question)} has more than ${schemaLimits.steps} steps.`,
    ),
    ...when(
      isTooLong(question.minName ?? '', question.maxName),
      tooLong(`An end of the scale of ${quoted(question)}`),
    ),
  ];
}

function conditionProblems(
  question: Question,
  before: readonly Question[],
  questions: readonly Question[],
): string[] {
  const { when: condition } = question;
  if (condition === undefined) return [];
  const asked = before.find(({ id }) => id === condition.question);
  if (asked === undefined) {
    const isLater = questions.some(({ id }) => id === condition.question);
    return [
      isLater
        ? `${quoted(question)} hangs on a question that comes after it. Move it below that one.`
        : `${quoted(question)} hangs on "${condition.question}", which is no question of the schema.`,
    ];
  }
  const values = new Set(choicesOf(asked).map(({ value }) => value));
  const unknown = (condition.is ?? []).find((value) => !values.has(value));
  return when(
    unknown !== undefined,
    `${quoted(question)} is asked where ${quoted(asked)} is "${String(unknown)}", which is no answer to it.`,
  );
}

/** Every key belongs to one thing, and none to the review screen itself. */
function keyProblems(questions: readonly Question[]): ReadonlyMap<number, readonly string[]> {
  const owners = new Map<string, string>();
  const problems = new Map<number, string[]>();
  for (const { place, key, owner } of usedKeys(questions)) {
    const known = owners.get(key);
    const message = reviewKeys.has(key)
      ? `The key "${key}" of ${owner} belongs to the review screen. Choose another one.`
      : known === undefined
        ? null
        : `The key "${key}" has two meanings: ${known} and ${owner}.`;
    if (message !== null) problems.set(place, [...(problems.get(place) ?? []), message]);
    owners.set(key, known ?? owner);
  }
  return problems;
}

function usedKeys(
  questions: readonly Question[],
): { readonly place: number; readonly key: string; readonly owner: string }[] {
  const own = questions.flatMap((question, place) =>
    question.key === undefined ? [] : [{ place, key: question.key.toLowerCase(), owner: quoted(question) }],
  );
  const answers = answerKeys({ questions }).flatMap(({ question, keys, name }) =>
    keys.includes(' ')
      ? []
      : [{ place: questions.indexOf(question), key: keys.toLowerCase(), owner: `“${name}”` }],
  );
  return [...own, ...answers].toSorted((a, b) => a.place - b.place);
}

function when(isWrong: boolean, message: string): string[] {
  return isWrong ? [message] : [];
}

function quoted(question: Question): string {
  return `“${question.name.trim() === '' ? question.id : question.name}”`;
}

function isTooLong(name: string, help: string | undefined): boolean {
  return name.length > schemaLimits.name || (help ?? '').length > schemaLimits.help;
}

function tooLong(what: string): string {
  return `${what} is too long: names have ${schemaLimits.name} characters at most, help ${schemaLimits.help}.`;
}
