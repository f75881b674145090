import { create } from 'zustand';
import type { SavedRecipe } from '../../shared/contract/recipe-operations.ts';
import type { Recipe } from '../../shared/domain/export/recipe.ts';

interface ExportDraft {
  /** The recipe as the export screen was left, so that a look at an interaction does not lose it. */
  readonly recipe: Recipe;
  /** What it was opened from or saved as; null for a recipe that was never saved. */
  readonly saved: SavedRecipe | null;
  /** The export that was started last, until another recipe is tried. */
  readonly jobId: string | null;
  /** Ids of the parts of the recipe that are open. */
  readonly openSections: ReadonlySet<string>;
  /** Which line of the preview is chosen, counted from 0. */
  readonly line: number;
}

export const useExportDraft = create<ExportDraft>()(() => ({
  recipe: {
    format: 'openai-chat',
    filter: [],
    validation: 0.1,
    seed: 1,
    target: 'edit',
    groupBy: 'session',
    stable: true,
  },
  saved: null,
  jobId: null,
  openSections: new Set(['format', 'interactions']),
  line: 0,
}));

export function changeRecipe(change: Partial<Recipe>): void {
  useExportDraft.setState(({ recipe }) => ({ recipe: { ...recipe, ...change }, jobId: null, line: 0 }));
}

/** Goes on with a recipe that is in no list, such as that of a snapshot. */
export function replaceRecipe(recipe: Recipe): void {
  useExportDraft.setState({ recipe, saved: null, jobId: null, line: 0 });
}

/** Goes on with a saved recipe. */
export function openSavedRecipe(saved: SavedRecipe): void {
  useExportDraft.setState({ recipe: saved.recipe, saved, jobId: null, line: 0 });
}

export function toggleSection(id: string, isOpen: boolean): void {
  useExportDraft.setState(({ openSections }) => {
    const next = new Set(openSections);
    if (isOpen) next.add(id);
    else next.delete(id);
    return { openSections: next };
  });
}

/** Another project was opened: its interactions, sources, failure modes and saved recipes are others. */
export function forgetExport(): void {
  changeRecipe({ filter: [], consensus: undefined });
  useExportDraft.setState({ saved: null });
}
