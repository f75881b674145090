import { type Recipe, recipeSchema } from '../../../../shared/domain/export/recipe.ts';

/** What is wrong with fields of a recipe, by their paths, before anything is asked of the engine. */
export function recipeProblems(recipe: Recipe): Readonly<Record<string, string>> {
  return { ...shapeProblems(recipe), ...rangeProblems(recipe), ...missing(recipe) };
}

/** What stands in no recipe, such as an empty list; the sentence says what to do. */
function shapeProblems(recipe: Recipe): Record<string, string> {
  const parsed = recipeSchema.safeParse(recipe);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map((issue) => {
      const path = issue.path.join('.');
      return [path, sentences[path] ?? issue.message];
    }),
  );
}

const sentences: Readonly<Record<string, string>> = {
  'card.title': 'Give the data set a title.',
  'tokens.encoding.file': 'Choose a tokenizer.json.',
  'decontaminate.path': 'Choose a file.',
  'privacy.finders': 'Choose at least one kind.',
};

function rangeProblems({ pairs, validation, test, clean }: Recipe): Record<string, string> {
  const found: Record<string, string> = {};
  const { leastChange, mostChange, good, bad } = pairs ?? {};
  if (leastChange !== undefined && mostChange !== undefined && leastChange > mostChange)
    found['pairs.mostChange'] = 'Give a share of at least the smallest change.';
  if (good !== undefined && bad !== undefined && bad >= good)
    found['pairs.bad'] = 'Give a value below that of good answers.';
  if (validation + (test ?? 0) >= 1) found['test'] = 'Leave something to train on: hold less than all out.';
  if (clean?.template !== undefined && !clean.template.includes('{{input}}'))
    found['clean.template'] = 'Write {{input}} where the user’s message goes.';
  return found;
}

function missing({ pairs, privacy }: Recipe): Record<string, string> {
  const found: Record<string, string> = {};
  if ((pairs?.from === 'rating' || pairs?.from === 'outcome') && pairs.signal === undefined)
    found['pairs.signal'] = 'Say which signal is read.';
  if (privacy?.finders.includes('name') === true && (privacy.names ?? []).length === 0)
    found['privacy.names'] = 'Write the names to find, one a line.';
  return found;
}
