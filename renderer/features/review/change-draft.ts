import { z } from 'zod';
import { settingsSchema } from '../../../shared/contract/app-operations.ts';
import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { type PartlyReverted, revertSome } from '../../../shared/domain/diff/revert-some.ts';
import type { Reading } from './reading.ts';

/** What decides which changes a pair has. */
export type Comparing = Pick<Reading, 'readAs' | 'sortKeys' | 'ignoreWhitespace' | 'ignoreCase'>;

/** Changes of one pair that were reverted, and how the pair was compared when that began: ids hold for that only. */
export interface ChangeDraft {
  readonly reverted: readonly string[];
  readonly comparing: Comparing;
}

const changeDraftSchema = z.object({
  reverted: z.array(z.string()),
  comparing: settingsSchema.pick({ readAs: true, sortKeys: true, ignoreWhitespace: true, ignoreCase: true }),
});

/** Reads a draft that was kept as JSON; null where it is none that this version knows. */
export function parseChangeDraft(text: string): ChangeDraft | null {
  try {
    return changeDraftSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function comparingOf({ readAs, sortKeys, ignoreWhitespace, ignoreCase }: Reading): Comparing {
  return { readAs, sortKeys, ignoreWhitespace, ignoreCase };
}

/** True where a wish about how the texts are shown would compare them in another way. */
export function comparesAnew(draft: ChangeDraft, wish: Partial<Reading>): boolean {
  const { readAs, sortKeys, ignoreWhitespace, ignoreCase } = { ...draft.comparing, ...wish };
  const { comparing } = draft;
  return (
    readAs !== comparing.readAs ||
    sortKeys !== comparing.sortKeys ||
    ignoreWhitespace !== comparing.ignoreWhitespace ||
    ignoreCase !== comparing.ignoreCase
  );
}

/** A draft as it is shown. */
export interface DraftedEdit extends PartlyReverted {
  readonly reverted: ReadonlySet<string>;
}

/** What stands in place of an edit while some of its changes are reverted. */
export function draftedEdit(edit: string, diff: TextDiff, draft: ChangeDraft): DraftedEdit {
  const reverted = new Set(draft.reverted);
  return { reverted, ...revertSome(edit, diff, reverted) };
}

/** The draft with one change reverted or accepted; null where every change is accepted. */
export function withChange(
  draft: ChangeDraft | null,
  comparing: Comparing,
  changeId: string,
  isReverted: boolean,
): ChangeDraft | null {
  const others = (draft?.reverted ?? []).filter((id) => id !== changeId);
  const reverted = isReverted ? [...others, changeId] : others;
  return reverted.length === 0 ? null : { comparing: draft?.comparing ?? comparing, reverted };
}

/** The texts of an interaction that were last compared when a draft was begun; null where there is none. */
export function draftedSides(
  drafts: Readonly<Record<string, ChangeDraft>>,
  itemId: string,
): { readonly editId: string | undefined; readonly againstId: string | undefined } | null {
  const pair = Object.keys(drafts).findLast((name) => name.startsWith(`${itemId} `));
  if (pair === undefined) return null;
  const [, editId, againstId] = pair.split(' ');
  return { editId, againstId };
}
