import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { PendingAnswer } from './answers.ts';

/** Where the last act of this session stands; shown beside the questions. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly itemId: string; readonly message: string };

export const paneLimits = {
  list: { min: 220, max: 480, initial: 288 },
  questions: { min: 240, max: 440, initial: 296 },
  contextWidth: { min: 240, max: 640, initial: 360 },
  contextHeight: { min: 88, max: 480, initial: 184 },
} as const;

export type PaneSizes = Record<keyof typeof paneLimits, number>;

/** State of the review screen that is no engine state: panes, drafts, answers on their way, what was just said. */
interface ReviewState {
  readonly listOpen: boolean;
  readonly goToNext: boolean;
  readonly sizes: PaneSizes;
  /** Texts of notes typed and not saved yet, by `itemId question`. */
  readonly noteDrafts: Readonly<Record<string, string>>;
  /** Edits begun and not saved yet, by item. */
  readonly editDrafts: Readonly<Record<string, string>>;
  readonly pending: readonly PendingAnswer[];
  /** The interaction last open in a project, to come back to. */
  readonly lastOpened: { readonly project: string; readonly id: string } | null;
  readonly save: SaveState;
  /** What an undo or redo did; read aloud. The number makes two equal sentences two announcements. */
  readonly announcement: { readonly text: string; readonly number: number };
}

const initial: ReviewState = {
  listOpen: true,
  goToNext: false,
  sizes: {
    list: paneLimits.list.initial,
    questions: paneLimits.questions.initial,
    contextWidth: paneLimits.contextWidth.initial,
    contextHeight: paneLimits.contextHeight.initial,
  },
  noteDrafts: {},
  editDrafts: {},
  pending: [],
  lastOpened: null,
  save: { kind: 'idle' },
  announcement: { text: '', number: 0 },
};

export const useReviewState = create<ReviewState>()(
  persist(() => initial, {
    name: 'flywheel.review',
    version: 1,
    storage: createJSONStorage(() => localStorage),
    partialize: ({ listOpen, goToNext, sizes }) => ({ listOpen, goToNext, sizes }),
  }),
);

export function toggleList(): void {
  useReviewState.setState((state) => ({ listOpen: !state.listOpen }));
}

export function toggleGoToNext(): void {
  useReviewState.setState((state) => ({ goToNext: !state.goToNext }));
}

export function setPaneSize(pane: keyof PaneSizes, size: number): void {
  const { min, max } = paneLimits[pane];
  const bounded = Math.round(Math.min(max, Math.max(min, size)));
  useReviewState.setState((state) => ({ sizes: { ...state.sizes, [pane]: bounded } }));
}

export function setNoteDraft(key: string, text: string | null): void {
  useReviewState.setState((state) => ({ noteDrafts: withEntry(state.noteDrafts, key, text) }));
}

export function setEditDraft(itemId: string, text: string | null): void {
  useReviewState.setState((state) => ({ editDrafts: withEntry(state.editDrafts, itemId, text) }));
}

export function announce(text: string): void {
  useReviewState.setState((state) => ({ announcement: { text, number: state.announcement.number + 1 } }));
}

/** For tests: everything as at the first start. */
export function resetReviewState(): void {
  useReviewState.setState(initial, true);
}

function withEntry(entries: Readonly<Record<string, string>>, key: string, text: string | null) {
  const { [key]: _, ...others } = entries;
  return text === null ? others : { ...others, [key]: text };
}
