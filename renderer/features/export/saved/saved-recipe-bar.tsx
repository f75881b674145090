import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { compareRecipes } from '../../../../shared/domain/export/compare-recipes.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useCommands } from '../../../app/key-map.ts';
import { openSavedRecipe, useExportDraft } from '../../../state/export-draft.ts';
import { showToast } from '../../../state/toasts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { commandFor } from '../export-command.ts';
import { OpenRecipeDialog } from './open-recipe-dialog.tsx';
import { SaveRecipeDialog } from './save-recipe-dialog.tsx';
import styles from './saved-recipe-bar.module.css';
import { VersionsDialog } from './versions-dialog.tsx';

export interface SavedRecipeBarProps {
  readonly recipe: Recipe;
  /** False where a field has to be mended first. */
  readonly isComplete: boolean;
}

/** Under which name and version the recipe is kept, and whether it changed since. */
export function SavedRecipeBar({ recipe, isComplete }: SavedRecipeBarProps) {
  const queries = useQueries();
  const saved = useExportDraft((state) => state.saved);
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const [dialog, setDialog] = useState<'save' | 'open' | 'versions' | null>(null);
  const close = () => setDialog(null);
  const isChanged = saved !== null && compareRecipes(saved.recipe, recipe).length > 0;
  const save = useMutation(
    queries.recipes.save.mutationOptions({
      onSuccess: (made) => {
        showToast(`Saved “${made.name}”, version ${made.version}`);
        openSavedRecipe(made);
        close();
      },
    }),
  );
  const canSave = isComplete && !isReadOnly && !save.isPending;
  const saveNow = () => {
    if (saved === null) setDialog('save');
    else save.mutate({ name: saved.name, recipe });
  };
  useCommands('export.saved', [
    commandFor('export.save', saveNow, canSave),
    commandFor('export.save-as', () => setDialog('save'), canSave),
    commandFor('export.open', () => setDialog('open')),
    commandFor('export.versions', () => setDialog('versions'), saved !== null),
  ]);
  return (
    <div className={styles['bar']} role="group" aria-label="Saved recipe">
      <p className={styles['name']}>
        <bdi className={styles['title']}>{saved === null ? 'Recipe' : saved.name}</bdi>
        {saved === null ? null : <span className={styles['version']}>version {saved.version}</span>}
        {saved === null ? <Badge>not saved</Badge> : null}
        {isChanged ? <Badge tone="caution">changed</Badge> : null}
      </p>
      <div className={styles['actions']}>
        <Button command="export.save" isDisabled={!canSave} onPress={saveNow}>
          Save
        </Button>
        <Button command="export.open" onPress={() => setDialog('open')}>
          Open
        </Button>
        <Button command="export.versions" isDisabled={saved === null} onPress={() => setDialog('versions')}>
          Versions
        </Button>
      </div>
      {save.error === null || dialog !== null ? null : (
        <Notice tone="error">{failureOf(save.error).message}</Notice>
      )}
      {dialog === 'save' ? (
        <SaveRecipeDialog
          error={save.error}
          onSave={(name) => save.mutate({ name, recipe })}
          onClose={close}
        />
      ) : null}
      {dialog === 'open' ? <OpenRecipeDialog onClose={close} /> : null}
      {dialog === 'versions' && saved !== null ? (
        <VersionsDialog saved={saved} recipe={recipe} canRemove={!isReadOnly} onClose={close} />
      ) : null}
    </div>
  );
}
