import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareRecipes } from './compare-recipes.ts';
import { recipeFields } from './recipe-fields.ts';
import { type Recipe, recipeSchema } from './recipe.ts';

const plain: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0,
  seed: 0,
  target: 'edit',
  groupBy: 'session',
};

function sentences(before: Recipe, after: Recipe): readonly string[] {
  return compareRecipes(before, after).map(({ sentence }) => sentence);
}

/** What a recipe of the property says. */
function said({ limits, validation, stable, badFrom }: Recipe): string {
  return [limits?.perUser, limits?.total, validation, stable, badFrom].map(String).join();
}

/** Paths of all fields that the schema knows, as far as it is made of objects. */
function pathsOf(schema: z.ZodType, path = ''): string[] {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (inner instanceof z.ZodObject && recipeFields[path] === undefined)
    return Object.entries(inner.shape).flatMap(([name, field]) =>
      field instanceof z.ZodType ? pathsOf(field, path === '' ? name : `${path}.${name}`) : [],
    );
  return [path];
}

describe('compareRecipes', () => {
  it('finds nothing between equal recipes, however they are written', () => {
    const clauses = [
      { field: 'edited', operator: '=', value: 'yes' },
      { field: 'label.verdict', operator: '=', value: 'good' },
    ] as const;
    expect(compareRecipes(plain, { ...plain })).toEqual([]);
    expect(
      compareRecipes({ ...plain, filter: [...clauses] }, { ...plain, filter: clauses.toReversed() }),
    ).toEqual([]);
    expect(compareRecipes(plain, { ...plain, limits: {} })).toEqual([]);
  });

  it('tells what changed, was added and was taken away', () => {
    const before: Recipe = {
      ...plain,
      validation: 0.1,
      limits: { perUser: 200 },
      clean: { trim: true, template: 'Answer:\n{{input}}' },
      consensus: { rule: 'majority', expert: 'Ada' },
    };
    const after: Recipe = {
      ...plain,
      filter: [{ field: 'label.verdict', operator: '=', value: 'good' }],
      validation: 0.125,
      limits: { perUser: 50, total: 1000 },
      clean: { trim: false },
      tokens: { encoding: { file: 'tokenizer.json' } },
      system: '',
    };
    expect(compareRecipes(before, after)).toEqual([
      {
        field: 'filter',
        before: null,
        after: 'label.verdict=good',
        sentence: 'Interactions: label.verdict=good instead of all.',
      },
      {
        field: 'validation',
        before: '10 %',
        after: '12.5 %',
        sentence: 'Share held out for validation: 12.5 % instead of 10 %.',
      },
      {
        field: 'consensus',
        before: 'majority:Ada',
        after: null,
        sentence: 'Consensus: any annotator instead of majority:Ada.',
      },
      {
        field: 'system',
        before: null,
        after: '',
        sentence: 'System message: an empty text instead of as logged.',
      },
      {
        field: 'clean.trim',
        before: 'yes',
        after: 'no',
        sentence: 'White space off both ends: no instead of yes.',
      },
      {
        field: 'clean.template',
        before: 'Answer:\n{{input}}',
        after: null,
        sentence: 'Template of the input: none instead of Answer: {{input}}.',
      },
      {
        field: 'tokens.encoding',
        before: null,
        after: 'file tokenizer.json',
        sentence: 'Vocabulary that tokens are counted with: file tokenizer.json instead of none.',
      },
      {
        field: 'limits.perUser',
        before: '200',
        after: '50',
        sentence: 'Rows of a user: 50 instead of 200.',
      },
      {
        field: 'limits.total',
        before: null,
        after: '1000',
        sentence: 'Rows in all: 1000 instead of no limit.',
      },
    ]);
  });

  it('tells lists apart, and values that look alike', () => {
    expect(
      compareRecipes(
        { ...plain, privacy: { finders: ['email'], names: ['Anna, Ben'], action: 'mask' } },
        { ...plain, privacy: { finders: ['email'], names: ['Anna', 'Ben'], action: 'mask' } },
      ),
    ).toHaveLength(1);
    expect(
      sentences({ ...plain, card: { title: 'a\nb' } }, { ...plain, card: { title: 'a b' } }),
    ).toHaveLength(1);
  });

  it('has a name for every field that a recipe can have, and no other', () => {
    const paths = pathsOf(recipeSchema);
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.toSorted()).toEqual(Object.keys(recipeFields).toSorted());
  });

  it('is empty exactly where the parts that say something are equal, and turns around', () => {
    const limit = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
    const recipe = fc
      .record({
        limits: fc.option(fc.record({ perUser: limit, total: limit }), { nil: undefined }),
        validation: fc.constantFrom(0, 0.1, 0.2),
        stable: fc.constantFrom(undefined, true as const),
        badFrom: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      })
      .map((parts) => recipeSchema.parse({ ...plain, ...parts }));
    fc.assert(
      fc.property(recipe, recipe, (before, after) => {
        const forth = compareRecipes(before, after);
        expect(forth.length === 0).toBe(said(before) === said(after));
        expect(compareRecipes(after, before).map(({ before: b, after: a }) => [a, b])).toEqual(
          forth.map(({ before: b, after: a }) => [b, a]),
        );
      }),
    );
  });
});
