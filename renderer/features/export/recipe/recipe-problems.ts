import { balanceProblem } from '../../../../shared/domain/export/balance.ts';
import { pairingProblem } from '../../../../shared/domain/export/pairing-judgement.ts';
import { type Recipe, recipeSchema } from '../../../../shared/domain/export/recipe.ts';
import { splitProblem } from '../../../../shared/domain/export/split.ts';

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

function rangeProblems(recipe: Recipe): Record<string, string> {
  const { clean } = recipe;
  const found: Record<string, string> = {};
  const pairs = pairingProblem(recipe);
  if (pairs !== null) found['pairs'] = pairs;
  const split = splitProblem(recipe);
  if (split !== null) found['test'] = split;
  const balance = balanceProblem(recipe);
  if (balance !== null) found['balance'] = balance;
  if (clean?.template !== undefined && !clean.template.includes('{{input}}'))
    found['clean.template'] = 'Write {{input}} where the user’s message goes.';
  return found;
}

function missing({ privacy }: Recipe): Record<string, string> {
  const found: Record<string, string> = {};
  if (privacy?.finders.includes('name') === true && (privacy.names ?? []).length === 0)
    found['privacy.names'] = 'Write the names to find, one a line.';
  return found;
}
