import { useMemo } from 'react';
import type { Item } from '../../../../shared/contract/item-operations.ts';
import type { LabelSchema } from '../../../../shared/domain/schema/label-schema.ts';
import { isDone } from '../../../../shared/domain/schema/visible-questions.ts';
import { answersOf } from '../answers.ts';
import { useReviewState } from '../review-state.ts';
import { blindItem } from './blind-item.ts';

export interface ShownItem {
  readonly item: Item;
  /** What others did with it is left out. */
  readonly isHidden: boolean;
}

/** The interaction as it may be seen: in blind review without what others did, until one's own answers are given. */
export function useShownItem(
  item: Item | undefined,
  options: { readonly isBlind: boolean; readonly annotator: string; readonly schema: LabelSchema },
): ShownItem | undefined {
  const { isBlind, annotator, schema } = options;
  const pending = useReviewState((state) => state.pending);
  const isHidden = isBlind && item !== undefined && !isDone(schema, answersOf(item, annotator, pending));
  return useMemo(() => {
    if (item === undefined) return undefined;
    return { item: isHidden ? blindItem(item, annotator) : item, isHidden };
  }, [item, isHidden, annotator]);
}
