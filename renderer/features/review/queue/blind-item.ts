import { createContext, useContext } from 'react';
import type { Item } from '../../../../shared/contract/item-operations.ts';

/** Whether what others did with the open interaction is hidden now. */
const BlindContext = createContext(false);

export const BlindProvider = BlindContext.Provider;

export function useIsBlind(): boolean {
  return useContext(BlindContext);
}

/**
 * The interaction without what others said of it: their labels, marks in the text, flags and resolutions, and who made which edit. The
 * edits stay, since they are what is judged.
 */
export function blindItem(item: Item, annotator: string): Item {
  const isOwn = (by: { readonly annotator: string | null }) => by.annotator === annotator;
  return {
    ...item,
    edits: item.edits.map((edit) => (isOwn(edit) ? edit : { ...edit, annotator: null })),
    labels: item.labels.filter(isOwn),
    spans: item.spans.filter(isOwn),
    flags: item.flags.filter(isOwn),
    resolutions: [],
  };
}
