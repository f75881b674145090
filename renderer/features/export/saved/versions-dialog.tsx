import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedRecipe } from '../../../../shared/contract/recipe-operations.ts';
import { compareRecipes } from '../../../../shared/domain/export/compare-recipes.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { openSavedRecipe, useExportDraft } from '../../../state/export-draft.ts';
import { showToast } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceList } from '../../../ui/choice-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { formatMoment } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { RecipeDifferences } from './recipe-differences.tsx';
import styles from './versions-dialog.module.css';

export interface VersionsDialogProps {
  readonly saved: SavedRecipe;
  /** As it is in the form now. */
  readonly recipe: Recipe;
  readonly canRemove: boolean;
  readonly onClose: () => void;
}

/** The versions of a saved recipe, each beside the recipe of now. */
export function VersionsDialog({ saved, recipe, canRemove, onClose }: VersionsDialogProps) {
  const queries = useQueries();
  const { data: versions = [], error } = useQuery(
    queries.recipes.versions.queryOptions({ input: { name: saved.name } }),
  );
  const [chosenVersion, setChosenVersion] = useState(saved.version);
  const chosen = versions.find(({ version }) => version === chosenVersion) ?? saved;
  const remove = useMutation(
    queries.recipes.remove.mutationOptions({
      onSuccess: () => {
        showToast(`“${saved.name}” is off the list`);
        useExportDraft.setState({ saved: null });
        onClose();
      },
    }),
  );
  const failure = error ?? remove.error;
  const open = () => {
    openSavedRecipe(chosen);
    onClose();
  };
  return (
    <Dialog
      title={`Versions of ${saved.name}`}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          {canRemove ? (
            <Button variant="danger" onPress={() => remove.mutate({ name: saved.name })}>
              Take it off the list
            </Button>
          ) : null}
          <Button onPress={onClose}>Close</Button>
          <Button variant="primary" onPress={open}>
            Open version {chosen.version}
          </Button>
        </>
      }
    >
      {failure === null ? null : <Notice tone="error">{failureOf(failure).message}</Notice>}
      <div className={styles['panes']}>
        <div className={styles['versions']}>
          <ChoiceList
            label="Versions"
            choices={versions.map(({ version, savedAt }) => ({
              id: String(version),
              name: `Version ${version}`,
              detail: formatMoment(savedAt),
            }))}
            chosen={String(chosenVersion)}
            onChoose={(id) => setChosenVersion(Number(id))}
          />
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard */}
        <div className={styles['differences']} tabIndex={0} role="region" aria-label="Differences">
          <RecipeDifferences
            differences={compareRecipes(chosen.recipe, recipe)}
            before={`Version ${chosen.version}`}
            after="Now"
          />
        </div>
      </div>
    </Dialog>
  );
}
