import { choicesOf } from '../../../shared/domain/schema/answer-keys.ts';
import type {
  ChoiceQuestion,
  Option,
  Question,
  QuestionKind,
  SchemaDraft,
} from '../../../shared/domain/schema/label-schema.ts';
import { idFor } from './question-ids.ts';

/** Puts a new question behind the one at `place`; `known` are the ids that were ever given. */
export function addQuestion(draft: SchemaDraft, place: number, known: ReadonlySet<string>): SchemaDraft {
  const name = freeName(
    'New question',
    draft.questions.map((question) => question.name),
  );
  const id = idFor(name, taken(draft, known), 'question');
  const question: Question = { id, name, kind: 'single_choice', options: firstOptions };
  return { ...draft, questions: draft.questions.toSpliced(place + 1, 0, question) };
}

export function appendQuestion(draft: SchemaDraft, question: Question): SchemaDraft {
  return mended({ ...draft, questions: [...draft.questions, question] });
}

/** Takes a question out; what hung on it is asked always. */
export function removeQuestion(draft: SchemaDraft, place: number): SchemaDraft {
  return mended({ ...draft, questions: draft.questions.toSpliced(place, 1) });
}

/** Moves a question by one place, where there is one. */
export function moveQuestion(draft: SchemaDraft, place: number, step: 1 | -1): SchemaDraft {
  return { ...draft, questions: moved(draft.questions, place, step) };
}

/**
 * Puts a changed question in the place of the one before. As long as no version of the schema had it, its id and
 * those of its choices follow their names; what hangs on it follows along.
 * @param known every question that was ever asked
 */
export function changeQuestion(
  draft: SchemaDraft,
  place: number,
  changed: Question,
  known: readonly Question[],
): SchemaDraft {
  const before = draft.questions[place];
  if (before === undefined) return draft;
  const stored = known.find(({ id }) => id === before.id);
  const others = new Set(draft.questions.filter((question) => question !== before).map(({ id }) => id));
  for (const { id } of known) if (id !== before.id) others.add(id);
  const id =
    stored === undefined && changed.name !== before.name
      ? idFor(changed.name, others, 'question')
      : before.id;
  const named = withOptionIds(before, { ...changed, id }, stored);
  const questions = draft.questions.map((question, index) =>
    index === place ? named : followed(question, before, named),
  );
  return mended({ ...draft, questions });
}

/** The question asked in another way; choices stay where both ways have some. */
export function withKind(question: Question, kind: QuestionKind): Question {
  const { id, name, help, key, required, when } = question;
  const common = {
    id,
    name,
    ...(help === undefined ? {} : { help }),
    ...(key === undefined ? {} : { key }),
    ...(required === undefined ? {} : { required }),
    ...(when === undefined ? {} : { when }),
  };
  switch (kind) {
    case 'single_choice':
    case 'multiple_choice':
      return { ...common, kind, options: 'options' in question ? question.options : firstOptions };
    case 'scale':
      return { ...common, kind, min: 1, max: 5 };
    default:
      return { ...common, kind };
  }
}

/** Puts a new choice behind the one at `place`. */
export function addOption(question: ChoiceQuestion, place: number): ChoiceQuestion {
  const { options } = question;
  const name = freeName(
    'New choice',
    options.map((option) => option.name),
  );
  const id = idFor(name, new Set(options.map((option) => option.id)), 'choice');
  return { ...question, options: options.toSpliced(place + 1, 0, { id, name }) };
}

export function moveOption(question: ChoiceQuestion, place: number, step: 1 | -1): ChoiceQuestion {
  return { ...question, options: moved(question.options, place, step) };
}

const firstOptions: Option[] = [
  { id: 'choice_1', name: 'Choice 1' },
  { id: 'choice_2', name: 'Choice 2' },
];

function taken(draft: SchemaDraft, known: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...known, ...draft.questions.map(({ id }) => id)]);
}

function freeName(name: string, names: readonly string[]): string {
  if (!names.includes(name)) return name;
  for (let number = 2; ; number++) if (!names.includes(`${name} ${number}`)) return `${name} ${number}`;
}

function moved<T>(list: readonly T[], place: number, step: 1 | -1): T[] {
  const item = list[place];
  const target = place + step;
  if (item === undefined || target < 0 || target >= list.length) return [...list];
  return list.toSpliced(place, 1).toSpliced(target, 0, item);
}

/** New ids for choices that were renamed and that no version of the question had. */
function withOptionIds(before: Question, changed: Question, stored: Question | undefined): Question {
  if (!('options' in changed) || !('options' in before)) return changed;
  const kept = new Set(stored !== undefined && 'options' in stored ? stored.options.map(({ id }) => id) : []);
  const options: Option[] = [];
  for (const option of changed.options) {
    const old = before.options.find(({ id }) => id === option.id);
    const isRenamed = old !== undefined && old.name !== option.name && !kept.has(option.id);
    const others = new Set([
      ...kept,
      ...options.map(({ id }) => id),
      ...changed.options.filter((other) => other !== option).map(({ id }) => id),
    ]);
    options.push(isRenamed ? { ...option, id: idFor(option.name, others, 'choice') } : option);
  }
  return { ...changed, options };
}

/** A question whose condition names another question by the ids that it has now. */
function followed(question: Question, before: Question, after: Question): Question {
  const { when } = question;
  if (when === undefined || when.question !== before.id) return question;
  const ids = renamedOptions(before, after);
  const is = when.is?.map((value) => ids.get(value) ?? value);
  return { ...question, when: { question: after.id, ...(is === undefined ? {} : { is }) } };
}

/** New ids of choices by their old ones. A change renames one choice at most, in its place. */
function renamedOptions(before: Question, after: Question): ReadonlyMap<unknown, string> {
  if (!('options' in before) || !('options' in after) || before.options.length !== after.options.length)
    return new Map();
  const now = new Set(after.options.map(({ id }) => id));
  return new Map(
    before.options.flatMap((option, index) => {
      const id = after.options[index]?.id;
      return id === undefined || now.has(option.id) ? [] : [[option.id, id]];
    }),
  );
}

/** Conditions without questions and answers that are gone. */
function mended(draft: SchemaDraft): SchemaDraft {
  return { ...draft, questions: draft.questions.map((question) => withMendedCondition(question, draft)) };
}

function withMendedCondition(question: Question, { questions }: SchemaDraft): Question {
  const { when, ...unconditional } = question;
  if (when === undefined) return question;
  const asked = questions.find(({ id }) => id === when.question);
  if (asked === undefined) return unconditional;
  if (when.is === undefined) return question;
  const values = new Set<unknown>(choicesOf(asked).map(({ value }) => value));
  const is = when.is.filter((value) => values.has(value));
  if (is.length === when.is.length) return question;
  return is.length === 0 ? unconditional : { ...question, when: { question: when.question, is } };
}
