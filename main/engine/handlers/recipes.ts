import { compareRecipes } from '../../../shared/domain/export/compare-recipes.ts';
import {
  listSavedRecipes,
  recipeVersions,
  removeRecipe,
  saveRecipe,
} from '../../services/recipes/recipes.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createRecipesHandlers(state: EngineState) {
  const { recipes } = operations;
  const database = () => unwrap(state.requireProject()).database;
  const writable = () => unwrap(state.requireWritable()).database;
  const announce = () => state.events.publish({ type: 'changed', areas: ['recipes'] });
  return {
    list: recipes.list.handler(() => listSavedRecipes(database())),
    versions: recipes.versions.handler(({ input }) => unwrap(recipeVersions(database(), input.name))),
    save: recipes.save.handler(({ input }) => {
      const saved = saveRecipe(writable(), input);
      announce();
      return saved;
    }),
    remove: recipes.remove.handler(({ input }) => {
      unwrap(removeRecipe(writable(), input.name));
      announce();
    }),
    compare: recipes.compare.handler(({ input }) => compareRecipes(input.before, input.after)),
  };
}
