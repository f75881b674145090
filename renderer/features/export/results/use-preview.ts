import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useSettled } from '../../../ui/use-settled.ts';

export type Preview = Awaited<ReturnType<Client['exports']['preview']>>;

/** Lines of the file that are shown. */
const previewLines = 50;
const settleMilliseconds = 200;

export interface ShownPreview {
  /** What was counted last; undefined before the first answer. */
  readonly preview: Preview | undefined;
  /** True while it belongs to an earlier recipe. */
  readonly isStale: boolean;
  readonly error: Error | null;
}

/**
 * What a recipe gives. While another one is counted the last answer stays, so that nothing jumps.
 * @param isComplete false where the recipe lacks something; nothing is asked then
 */
export function usePreview(recipe: Recipe, isComplete: boolean): ShownPreview {
  const queries = useQueries();
  const settled = useSettled(recipe, settleMilliseconds);
  const query = useQuery({
    ...queries.exports.preview.queryOptions({ input: { recipe: settled, lines: previewLines } }),
    placeholderData: keepPreviousData,
    enabled: isComplete,
  });
  const [last, setLast] = useState(query.data);
  if (query.data !== undefined && query.data !== last) setLast(query.data);
  const isStale = settled !== recipe || query.isPlaceholderData || query.data === undefined || !isComplete;
  return { preview: query.data ?? last, isStale, error: query.error };
}
