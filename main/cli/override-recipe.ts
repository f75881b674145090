import type { Recipe } from '../../shared/domain/export/recipe.ts';

/**
 * Fields that options fill with what is usual where nobody gives them: beside a recipe they count only where one of their
 * options was given.
 */
const usual: readonly { readonly part?: keyof Recipe; readonly field: string; readonly option: string }[] = [
  { field: 'format', option: 'format' },
  { field: 'filter', option: 'where' },
  { field: 'validation', option: 'split' },
  { field: 'seed', option: 'seed' },
  { field: 'target', option: 'target' },
  { field: 'trains', option: 'trains' },
  { field: 'groupBy', option: 'groupBy' },
  { field: 'consensus', option: 'consensus' },
  { field: 'container', option: 'container' },
  { part: 'pairs', field: 'from', option: 'pairs' },
  { part: 'tokens', field: 'encoding', option: 'tokens' },
  { part: 'decontaminate', field: 'words', option: 'words' },
  { part: 'card', field: 'title', option: 'card.title' },
];

/**
 * A recipe with what was given beside it: fields of parts one by one, all others as a whole.
 * @param asked what the options would be as a recipe of their own
 * @param given names of the options that were given
 */
export function overrideRecipe(base: Recipe, asked: Recipe, given: ReadonlySet<string>): Recipe {
  const result = new Map<string, unknown>(Object.entries(base));
  for (const [field, value] of Object.entries(asked)) {
    const before = result.get(field);
    const own = isPart(value) && isPart(before) ? withoutUsual(field, value, given) : value;
    if (isPart(before) && isPart(own) && field !== 'consensus') result.set(field, { ...before, ...own });
    else if (countsAt(field, given)) result.set(field, value);
  }
  // What was given may be what a recipe says by leaving a field out.
  for (const { part, field, option } of usual)
    if (part === undefined && given.has(option) && !(field in asked)) result.delete(field);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fields of two recipes are those of a recipe
  return Object.fromEntries(result) as Recipe;
}

function countsAt(field: string, given: ReadonlySet<string>): boolean {
  const rule = usual.find((one) => one.part === undefined && one.field === field);
  // `--format parquet` names a container.
  return rule === undefined || given.has(rule.option) || (field === 'container' && given.has('format'));
}

function withoutUsual(part: string, value: object, given: ReadonlySet<string>): object {
  const isLeft = (field: string) =>
    usual.some((one) => one.part === part && one.field === field && !given.has(one.option));
  return Object.fromEntries(Object.entries(value).filter(([field]) => !isLeft(field)));
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
