import type { Draft } from '../../../shared/contract/draft-operations.ts';
import { type ChangeDraft, parseChangeDraft } from './change-draft.ts';

/** Everything typed and not saved, as the screen holds it. */
export interface Drafts {
  /** Texts of notes, by `itemId question`. */
  readonly noteDrafts: Readonly<Record<string, string>>;
  /** Edits begun, by item. */
  readonly editDrafts: Readonly<Record<string, string>>;
  /** Changes that were reverted, by the name of their pair. */
  readonly changeDrafts: Readonly<Record<string, ChangeDraft>>;
}

export const noDrafts: Drafts = { noteDrafts: {}, editDrafts: {}, changeDrafts: {} };

/** What differs from what was before, as the engine keeps it; a text of null is a draft that is gone. */
export interface DraftChange extends Omit<Draft, 'text'> {
  readonly text: string | null;
}

export function changedDrafts(before: Drafts, now: Drafts): readonly DraftChange[] {
  return [
    ...changes(before.editDrafts, now.editDrafts, (text) => text).map(([id, text]) => ({
      id,
      part: 'edit',
      text,
    })),
    ...changes(before.noteDrafts, now.noteDrafts, (text) => text).map(([key, text]) =>
      within('note', key, text),
    ),
    ...changes(before.changeDrafts, now.changeDrafts, (draft) => JSON.stringify(draft)).map(([key, text]) =>
      within('changes', key, text),
    ),
  ];
}

/** Brings kept drafts back, beside those of this session, which are newer. What cannot be read is left out. */
export function withKept(drafts: Drafts, kept: readonly Draft[]): Drafts {
  const noteDrafts: Record<string, string> = {};
  const editDrafts: Record<string, string> = {};
  const changeDrafts: Record<string, ChangeDraft> = {};
  for (const { id, part, text } of kept) {
    const [kind, rest] = splitOnce(part);
    if (kind === 'edit') editDrafts[id] = text;
    else if (kind === 'note') noteDrafts[`${id} ${rest}`] = text;
    else if (kind === 'changes') {
      const draft = parseChangeDraft(text);
      if (draft !== null) changeDrafts[`${id} ${rest}`] = draft;
    }
  }
  return {
    noteDrafts: { ...noteDrafts, ...drafts.noteDrafts },
    editDrafts: { ...editDrafts, ...drafts.editDrafts },
    changeDrafts: { ...changeDrafts, ...drafts.changeDrafts },
  };
}

/** The screen names drafts by the interaction's id, a space, and what of it. */
function within(kind: string, key: string, text: string | null): DraftChange {
  const [id, rest] = splitOnce(key);
  return { id, part: `${kind} ${rest}`, text };
}

function splitOnce(text: string): readonly [string, string] {
  const space = text.indexOf(' ');
  return space === -1 ? [text, ''] : [text.slice(0, space), text.slice(space + 1)];
}

function changes<T>(
  before: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  textOf: (draft: T) => string,
): readonly (readonly [string, string | null])[] {
  if (before === now) return [];
  const set = Object.entries(now).flatMap(([key, draft]) =>
    before[key] === draft ? [] : [[key, textOf(draft)] as const],
  );
  const gone = Object.keys(before).flatMap((key) => (Object.hasOwn(now, key) ? [] : [[key, null] as const]));
  return [...set, ...gone];
}
