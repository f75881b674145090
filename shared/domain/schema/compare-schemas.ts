import { choicesOf } from './answer-keys.ts';
import type { SchemaProblem } from './check-schema.ts';
import type { Option, Question, QuestionKind, SchemaDraft } from './label-schema.ts';
import { labelsOf, labelsOfAnswer, type SchemaUsage } from './schema-usage.ts';

export type SchemaChangeKind =
  | 'schema_changed'
  | 'question_added'
  | 'question_removed'
  | 'question_renamed'
  | 'question_changed'
  | 'kind_changed'
  | 'choice_added'
  | 'choice_removed'
  | 'choice_renamed'
  | 'reordered';

/** One difference between two versions of a schema. */
export interface SchemaChange {
  readonly kind: SchemaChangeKind;
  /** Id of the question; '' for the schema as a whole. */
  readonly question: string;
  /** Labels that stay as they are and are no longer asked for, or no longer a choice, in the new version. */
  readonly labels: number;
  /** The change as a sentence. */
  readonly text: string;
}

export const kindNames: Readonly<Record<QuestionKind, string>> = {
  single_choice: 'Single choice',
  multiple_choice: 'Multiple choice',
  scale: 'Scale',
  yes_no: 'Yes or no',
  text: 'Text',
  failure_mode: 'Failure mode',
};

/** What a new version changes, question by question, with how many labels each change is about. */
export function compareSchemas(before: SchemaDraft, after: SchemaDraft, usage: SchemaUsage): SchemaChange[] {
  const old = new Map(before.questions.map((question) => [question.id, question]));
  const kept = new Set(after.questions.map(({ id }) => id));
  return [
    ...schemaChanges(before, after),
    ...before.questions
      .filter(({ id }) => !kept.has(id))
      .map((question) => {
        const labels = labelsOf(usage, question.id);
        const text = `“${question.name}” is no longer asked.${stay(labels)}`;
        return change('question_removed', question.id, labels, text);
      }),
    ...after.questions.flatMap((question) => {
      const known = old.get(question.id);
      return known === undefined ? [added(question, usage)] : changesOf(known, question, usage);
    }),
    ...(isReordered(before, after) ? [change('reordered', '', 0, 'The questions have another order.')] : []),
  ];
}

/**
 * Questions that have labels and would be asked in another way, in which those labels make no sense. One choice may
 * become several.
 * @param known every question that was ever asked, as it was asked last
 */
export function kindProblems(
  known: readonly Question[],
  after: SchemaDraft,
  usage: SchemaUsage,
): SchemaProblem[] {
  return after.questions.flatMap((question, place) => {
    const before = known.find(({ id }) => id === question.id);
    const labels = labelsOf(usage, question.id);
    if (before === undefined || labels === 0 || canBecome(before.kind, question.kind)) return [];
    const kind = kindNames[before.kind].toLowerCase();
    const message = `“${question.name}” has ${counted(labels)} as ${kind}. Leave it so, or add another question in its place.`;
    return [{ place, message }];
  });
}

/** Whether labels of the one kind can be read as the other. */
export function canBecome(before: QuestionKind, after: QuestionKind): boolean {
  return before === after || (before === 'single_choice' && after === 'multiple_choice');
}

function schemaChanges(before: SchemaDraft, after: SchemaDraft): SchemaChange[] {
  if (before.name !== after.name)
    return [change('schema_changed', '', 0, `The schema is now called “${after.name}”.`)];
  if (before.description === after.description) return [];
  return [change('schema_changed', '', 0, 'The schema has another description.')];
}

function added(question: Question, usage: SchemaUsage): SchemaChange {
  const labels = labelsOf(usage, question.id);
  const again =
    labels === 0 ? 'is new' : `is asked, and ${counted(labels)} ${labels === 1 ? 'is' : 'are'} there already`;
  return change('question_added', question.id, 0, `“${question.name}” ${again}.`);
}

function changesOf(before: Question, after: Question, usage: SchemaUsage): SchemaChange[] {
  const { id } = after;
  const aspects = changedAspects(before, after);
  return [
    ...(before.name === after.name
      ? []
      : [change('question_renamed', id, 0, `“${before.name}” is now called “${after.name}”.`)]),
    ...(before.kind === after.kind
      ? []
      : [
          change(
            'kind_changed',
            id,
            labelsOf(usage, id),
            `“${after.name}” is now answered by ${kindNames[after.kind].toLowerCase()}.`,
          ),
        ]),
    ...choiceChanges(before, after, usage),
    ...(aspects.length === 0
      ? []
      : [change('question_changed', id, 0, `“${after.name}” has other ${aspects.join(', ')}.`)]),
  ];
}

function choiceChanges(before: Question, after: Question, usage: SchemaUsage): SchemaChange[] {
  const { id, name } = after;
  const old = choicesOf(before);
  const now = choicesOf(after);
  const canSayAdded = 'options' in before && 'options' in after;
  return [
    ...old
      .filter(({ value }) => !now.some((choice) => choice.value === value))
      .map((choice) => {
        const labels = labelsOfAnswer(usage, id, choice.value);
        const text = `“${choice.name}” is no longer an answer to “${name}”.${stay(labels)}`;
        return change('choice_removed', id, labels, text);
      }),
    ...now.flatMap((choice) => {
      const known = old.find(({ value }) => value === choice.value);
      if (known === undefined)
        return canSayAdded || after.kind === 'scale'
          ? [change('choice_added', id, 0, `“${choice.name}” is a new answer to “${name}”.`)]
          : [];
      if (known.name === choice.name) return [];
      const text = `“${known.name}” of “${name}” is now called “${choice.name}”.`;
      return [change('choice_renamed', id, 0, text)];
    }),
  ];
}

function changedAspects(before: Question, after: Question): string[] {
  const isKept = ({ id }: Option) =>
    [before, after].every((question) => optionsOf(question).some((option) => option.id === id));
  // Choices that came or went are said by themselves.
  const ofKept = (question: Question, read: (option: Option) => unknown) =>
    optionsOf(question)
      .filter(isKept)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((option) => [option.id, read(option)]);
  const aspects: readonly (readonly [string, (question: Question) => unknown])[] = [
    ['help', (question) => [question.help, ofKept(question, ({ help }) => help)]],
    ['keys', (question) => [question.key, ofKept(question, ({ key }) => key)]],
    ['tones', (question) => ofKept(question, ({ tone }) => tone)],
    [
      'order of choices',
      (question) =>
        optionsOf(question)
          .filter(isKept)
          .map(({ id }) => id),
    ],
    [
      'names of the ends',
      (question) => (question.kind === 'scale' ? [question.minName, question.maxName] : []),
    ],
    ['rules of when it must be answered', ({ required }) => required ?? false],
    ['conditions', ({ when }) => when],
  ];
  return aspects
    .filter(([, read]) => JSON.stringify(read(before)) !== JSON.stringify(read(after)))
    .map(([name]) => name);
}

function optionsOf(question: Question): readonly Option[] {
  return 'options' in question ? question.options : [];
}

function isReordered(before: SchemaDraft, after: SchemaDraft): boolean {
  return sharedIds(before, after).join(' ') !== sharedIds(after, before).join(' ');
}

/** The ids of the questions that the other schema has too, in the order of this one. */
function sharedIds(schema: SchemaDraft, other: SchemaDraft): string[] {
  return schema.questions.map(({ id }) => id).filter((id) => other.questions.some((one) => one.id === id));
}

function change(kind: SchemaChangeKind, question: string, labels: number, text: string): SchemaChange {
  return { kind, question, labels, text };
}

function stay(labels: number): string {
  return labels === 0 ? '' : ` Its ${counted(labels)} stay${labels === 1 ? 's' : ''}.`;
}

function counted(labels: number): string {
  return labels === 1 ? '1 label' : `${labels} labels`;
}
