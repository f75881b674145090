import { useQuery } from '@tanstack/react-query';
import { formats } from '../../../../shared/domain/export/formats/registry.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { openSavedRecipe } from '../../../state/export-draft.ts';
import { ChooserDialog } from '../../../ui/chooser-dialog.tsx';

/** The recipes kept in the project, the newest version of each. */
export function OpenRecipeDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueries();
  const recipes = useQuery(queries.recipes.list.queryOptions()).data ?? [];
  return (
    <ChooserDialog
      title="Open a recipe"
      label="Recipe"
      empty="No recipe is saved yet. Save this one to find it here."
      options={recipes.map(({ name, version, recipe }) => ({
        value: name,
        name,
        detail: `version ${version}, ${formats[recipe.format].name}`,
      }))}
      onChoose={(name) => {
        const chosen = recipes.find((recipe) => recipe.name === name);
        if (chosen !== undefined) openSavedRecipe(chosen);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
