import type { LabelSchema, Option, Question } from './label-schema.ts';

/**
 * Every question that was ever asked, as it was asked last, with every choice that it ever had: what labels are read
 * by. The questions of the newest version come first.
 * @param versions newest first
 */
export function knownQuestions(versions: readonly Pick<LabelSchema, 'questions'>[]): Question[] {
  const known = new Map<string, Question>();
  for (const { questions } of versions)
    for (const question of questions) {
      const newer = known.get(question.id);
      known.set(question.id, newer === undefined ? question : withOldChoices(newer, question));
    }
  return [...known.values()];
}

/** The questions that labels may be of and that are no longer asked. */
export function retiredQuestions(
  known: readonly Question[],
  { questions }: Pick<LabelSchema, 'questions'>,
): Question[] {
  return known.filter(({ id }) => !questions.some((question) => question.id === id));
}

function withOldChoices(newer: Question, older: Question): Question {
  if (!('options' in newer) || !('options' in older)) return newer;
  const ids = new Set(newer.options.map(({ id }) => id));
  const gone: Option[] = older.options.filter(({ id }) => !ids.has(id));
  return gone.length === 0 ? newer : { ...newer, options: [...newer.options, ...gone] };
}
