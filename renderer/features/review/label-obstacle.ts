import type { Reading } from './reading.ts';

/** How the texts of an interaction are shown. */
export interface ShownTexts {
  readonly hasEdit: boolean;
  /** Edits are compared with each other, not one with the output. */
  readonly isOfEdits: boolean;
  /** JSON is laid out anew. */
  readonly isLaidOut: boolean;
  readonly reading: Reading;
}

/** Why places on screen are no places of the output, so that nothing shown can be labelled; null where they are. */
export function labelObstacle({ hasEdit, isOfEdits, isLaidOut }: ShownTexts): string | null {
  if (!hasEdit) return null;
  if (isOfEdits) return 'Compare the edit with the output to label parts of it.';
  return isLaidOut ? 'This is JSON laid out anew. Read it as text or code to label parts of it.' : null;
}

/** The same for text that is selected: where differences are ignored in one text, it is partly the edit's. */
export function selectionObstacle(shown: ShownTexts): string | null {
  const { ignoreWhitespace, ignoreCase, diffMode } = shown.reading;
  if (shown.hasEdit && diffMode === 'edit-only') return 'Show the output to select words of it.';
  if (shown.hasEdit && diffMode === 'inline' && (ignoreWhitespace || ignoreCase))
    return 'Show the texts side by side to select words of the output.';
  return labelObstacle(shown);
}
