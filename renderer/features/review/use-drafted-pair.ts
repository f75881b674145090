import { useMemo } from 'react';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import type { Compared } from '../../ui/diff/diff-source.ts';
import { type ChangeDraft, draftedEdit } from './change-draft.ts';
import type { ComparedPair } from './compared-pair.ts';

/** A pair as it stands on screen, reverted changes included. */
export interface DraftedPair {
  readonly pair: ComparedPair;
  readonly compared: Compared;
  /** The changes that stand, for the figures; null while the texts are being compared. */
  readonly standing: TextDiff | null;
  /** Ids of the reverted changes. */
  readonly reverted: ReadonlySet<string>;
}

/** What an edit is with the changes of a draft reverted; the pair itself where there is no draft. */
export function useDraftedPair(
  pair: ComparedPair,
  compared: Compared,
  draft: ChangeDraft | null,
): DraftedPair {
  return useMemo(() => {
    const { diff, isFinal } = compared;
    const asItIs = { pair, compared, standing: isFinal ? diff : null, reverted: none };
    if (draft === null || diff === null || !isFinal) return asItIs;
    const { text, shown, standing, reverted } = draftedEdit(pair.edit, diff, draft);
    return { pair: { ...pair, edit: text }, compared: { diff: shown, isFinal }, standing, reverted };
  }, [pair, compared, draft]);
}

const none: ReadonlySet<string> = new Set();
