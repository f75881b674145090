import { useMemo } from 'react';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import type { ActQueue } from './act-queue.ts';
import { type ChangeDraft, comparingOf, withChange } from './change-draft.ts';
import type { Reading } from './reading.ts';
import { announce, setChangeDraft } from './review-state.ts';
import type { ChangeCursor } from './use-changes.ts';
import type { DraftedPair } from './use-drafted-pair.ts';
import { useStableCallback } from './use-stable-callback.ts';

export interface ChangeActsOptions {
  readonly item: Item;
  /** The edit on screen; null where there is none. */
  readonly edit: Edit | null;
  /** Name of the pair that is compared, and its draft. */
  readonly pairName: string;
  readonly draft: ChangeDraft | null;
  readonly drafted: DraftedPair;
  readonly changes: ChangeCursor;
  readonly reading: Reading;
  readonly annotator: string;
  readonly acts: ActQueue;
  readonly nameAnnotator: () => void;
  /** Keeps this pair on screen, draft or not. */
  readonly stay: () => void;
  readonly showEdit: (id: string | undefined) => void;
}

/** What can be done with the changes of the edit on screen. All of them are stable. */
export interface ChangeActs {
  /** Takes the current change back: the text of the output stands again. */
  readonly revert: () => void;
  readonly accept: () => void;
  /** Keeps the edit as it is shown, whoever made it, as this annotator's own. */
  readonly keep: () => void;
  readonly discard: () => void;
}

export function useChangeActs(options: ChangeActsOptions): ChangeActs {
  const { item, edit, pairName, draft, drafted, changes, annotator, acts } = options;

  const setCurrent = (isReverted: boolean) => {
    if (changes.currentId === null || !drafted.compared.isFinal) return;
    if (drafted.pair.jsonChanges !== null)
      return announce('This is JSON laid out anew. Read it as text or code to revert single changes.');
    if (drafted.reverted.has(changes.currentId) === isReverted) return;
    options.stay();
    setChangeDraft(pairName, withChange(draft, comparingOf(options.reading), changes.currentId, isReverted));
    announce(
      isReverted ? 'Reverted: the text of the output stands.' : 'Accepted: the text of the edit stands.',
    );
  };

  const write = async (text: string) => {
    const result = await acts.writeEdit(item.id, annotator, text);
    if (!result.ok) return;
    setChangeDraft(pairName, null);
    options.showEdit(result.value.edits.find((candidate) => isOwnEdit(candidate, annotator))?.id);
    announce('Kept as your edit. Undo takes it back.');
  };

  const revert = useStableCallback(() => setCurrent(true));
  const accept = useStableCallback(() => setCurrent(false));
  const keep = useStableCallback(() => {
    if (edit === null) return;
    if (annotator === '') return options.nameAnnotator();
    if (draft === null && isOwnEdit(edit, annotator)) return announce('This is your edit already.');
    void write(draft === null ? edit.text : drafted.pair.edit);
  });
  const discard = useStableCallback(() => {
    setChangeDraft(pairName, null);
    announce('Discarded: the edit stands as it was.');
  });
  return useMemo(() => ({ revert, accept, keep, discard }), [revert, accept, keep, discard]);
}

export function isOwnEdit(edit: Edit, annotator: string): boolean {
  return edit.origin === 'app' && edit.annotator === annotator;
}
