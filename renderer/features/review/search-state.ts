import { create } from 'zustand';

/** Whether the facets show; kept while the app runs. */
export const useSearchState = create<{ readonly facetsOpen: boolean }>()(() => ({ facetsOpen: false }));

export function toggleFacets(): void {
  useSearchState.setState((state) => ({ facetsOpen: !state.facetsOpen }));
}
