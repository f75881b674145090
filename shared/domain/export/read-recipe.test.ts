import { describe, expect, it } from 'vitest';
import { readRecipe } from './read-recipe.ts';
import type { Recipe } from './recipe.ts';

const recipe: Recipe = {
  format: 'trl-preference',
  filter: [{ field: 'edited', operator: '=', value: 'yes' }],
  validation: 0.1,
  seed: 0,
  target: 'edit',
  groupBy: 'session',
  limits: { perUser: 20 },
};

describe('readRecipe', () => {
  it('takes a recipe, and what holds one', () => {
    const read = { ok: true, value: recipe };
    expect(readRecipe(recipe)).toEqual(read);
    expect(readRecipe({ format: 'flywheel-manifest-2', recipe, counts: {} })).toEqual(read);
    expect(readRecipe({ name: 'Support', version: 3, recipe, savedAt: 1 })).toEqual(read);
  });

  it('refuses keys that it does not know, by their path', () => {
    const misspelt = {
      ...recipe,
      limits: { perUsr: 20 },
      spilt: 0.1,
      filter: [{ ...recipe.filter[0], negated: true }],
    };
    expect(readRecipe(misspelt)).toMatchObject({
      error: {
        code: 'RECIPE_INVALID',
        message: expect.stringMatching(/no filter\.0\.negated and no limits\.perUsr and no spilt\./),
      },
    });
  });

  it.each([
    ['a field of another kind', { ...recipe, validation: 'much' }, /^validation: /],
    ['a field that is missing', { ...recipe, format: undefined }, /^format: /],
    ['a part', { ...recipe, limits: { perUser: 0 } }, /^limits\.perUser: /],
    ['a list', [], /^The recipe: /],
    ['nothing', null, /^The recipe: /],
  ])('says what is wrong with %s', (_name, content, message) => {
    expect(readRecipe(content)).toMatchObject({
      error: { code: 'RECIPE_INVALID', message: expect.stringMatching(message) },
    });
  });
});
