import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { listSavedRecipes, recipeVersions, removeRecipe, saveRecipe } from './recipes.ts';

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [{ field: 'edited', operator: '=', value: 'yes' }],
  validation: 0.1,
  seed: 0,
  target: 'edit',
  groupBy: 'session',
};

describe('saved recipes', () => {
  it('are versions: a change gives the next one, and none the newest', () => {
    const { database } = newProject();
    expect(saveRecipe(database, { name: 'Support', recipe }, 1)).toEqual({
      name: 'Support',
      version: 1,
      recipe,
      savedAt: 1,
    });
    expect(saveRecipe(database, { name: 'support', recipe }, 2)).toMatchObject({ version: 1, savedAt: 1 });
    const changed: Recipe = { ...recipe, limits: { perUser: 20 } };
    expect(saveRecipe(database, { name: 'support', recipe: changed }, 3)).toMatchObject({
      name: 'Support',
      version: 2,
    });
    // What stood once and stands again is a change as well.
    expect(saveRecipe(database, { name: 'Support', recipe }, 4)).toMatchObject({ version: 3 });
    saveRecipe(database, { name: 'Another', recipe }, 5);
    expect(
      listSavedRecipes(database).map(({ name, version, versions }) => [name, version, versions]),
    ).toEqual([
      ['Another', 1, 1],
      ['Support', 3, 3],
    ]);
    const versions = recipeVersions(database, 'SUPPORT');
    expect(versions.ok && versions.value.map((one) => [one.version, one.recipe])).toEqual([
      [3, recipe],
      [2, changed],
      [1, recipe],
    ]);
  });

  it('never change once saved, whoever asks', () => {
    const { database } = newProject();
    saveRecipe(database, { name: 'Support', recipe }, 1);
    expect(() => database.exec(`UPDATE recipes SET body = '{}'`)).toThrow(/never change/);
    expect(() => database.exec('DELETE FROM recipes')).toThrow(/never change/);
  });

  it('leave the list when removed, keep their versions, and come back under their name', () => {
    const { database } = newProject();
    saveRecipe(database, { name: 'Support', recipe }, 1);
    expect(removeRecipe(database, 'support').ok).toBe(true);
    expect(listSavedRecipes(database)).toEqual([]);
    expect(recipeVersions(database, 'Support')).toMatchObject({ ok: true, value: [{ version: 1 }] });
    expect(removeRecipe(database, 'Support')).toMatchObject({ error: { code: 'RECIPE_NOT_FOUND' } });
    expect(saveRecipe(database, { name: 'Support', recipe: { ...recipe, seed: 7 } }, 2)).toMatchObject({
      version: 2,
    });
    expect(listSavedRecipes(database)).toMatchObject([{ name: 'Support', versions: 2 }]);
  });

  it('say which there are where a name is not known', () => {
    const { database } = newProject();
    expect(recipeVersions(database, 'x')).toMatchObject({
      error: { code: 'RECIPE_NOT_FOUND', message: expect.stringContaining('save one first') },
    });
    saveRecipe(database, { name: 'Support', recipe }, 1);
    expect(removeRecipe(database, 'x')).toMatchObject({
      error: { code: 'RECIPE_NOT_FOUND', message: expect.stringContaining('Support') },
    });
  });
});
