import { create } from 'zustand';
import type { Recipe } from '../../shared/domain/export/recipe.ts';

interface ExportDraft {
  /** The recipe as the export screen was left, so that a look at an interaction does not lose it. */
  readonly recipe: Recipe;
  /** The export that was started last, until another recipe is tried. */
  readonly jobId: string | null;
}

export const useExportDraft = create<ExportDraft>()(() => ({
  recipe: { format: 'openai-chat', filter: [], validation: 0.1, seed: 1, target: 'edit', groupBy: 'session' },
  jobId: null,
}));

export function changeRecipe(change: Partial<Recipe>): void {
  useExportDraft.setState(({ recipe }) => ({ recipe: { ...recipe, ...change }, jobId: null }));
}

/** Another project was opened: its interactions, sources and failure modes are others. */
export function forgetExport(): void {
  changeRecipe({ filter: [], consensus: undefined });
}
