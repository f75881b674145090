import { create } from 'zustand';
import type { Settings } from '../../../shared/contract/app-operations.ts';
import type { PendingAnswer } from './answers.ts';
import type { ChangeDraft } from './change-draft.ts';
import { type Drafts, noDrafts } from './kept-drafts.ts';

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

/** What of the screen is kept in the settings; changed here at once, stored behind it (see `use-kept-panes.ts`). */
export interface Panes {
  readonly listOpen: boolean;
  readonly goToNext: boolean;
  readonly sizes: PaneSizes;
}

/** State of the review screen that is no engine state: panes, drafts, answers on their way, what was just said. */
interface ReviewState extends Panes, Drafts {
  /** True while the help texts of the questions show. */
  readonly showsHelp: boolean;
  /** False until the panes stand as the settings have them. */
  readonly isArranged: boolean;
  /** Whose drafts these are, and of which project, once those of earlier sessions are here. */
  readonly draftsOf: string | null;
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
  sizes: boundedSizes({}),
  showsHelp: false,
  isArranged: false,
  ...noDrafts,
  draftsOf: null,
  pending: [],
  lastOpened: null,
  save: { kind: 'idle' },
  announcement: { text: '', number: 0 },
};

export const useReviewState = create<ReviewState>()(() => initial);

/** Puts the panes as the settings have them. */
export function arrangePanes(settings: Pick<Settings, 'listOpen' | 'goToNext' | 'paneSizes'>): void {
  const { listOpen, goToNext, paneSizes } = settings;
  useReviewState.setState({ listOpen, goToNext, sizes: boundedSizes(paneSizes), isArranged: true });
}

export function toggleList(): void {
  useReviewState.setState((state) => ({ listOpen: !state.listOpen }));
}

export function toggleGoToNext(): void {
  useReviewState.setState((state) => ({ goToNext: !state.goToNext }));
}

export function toggleHelp(): void {
  useReviewState.setState((state) => ({ showsHelp: !state.showsHelp }));
}

export function setPaneSize(pane: keyof PaneSizes, size: number): void {
  useReviewState.setState((state) => ({ sizes: boundedSizes({ ...state.sizes, [pane]: size }) }));
}

export function setNoteDraft(key: string, text: string | null): void {
  useReviewState.setState((state) => ({ noteDrafts: withEntry(state.noteDrafts, key, text) }));
}

export function setEditDraft(itemId: string, text: string | null): void {
  useReviewState.setState((state) => ({ editDrafts: withEntry(state.editDrafts, itemId, text) }));
}

export function setChangeDraft(pair: string, draft: ChangeDraft | null): void {
  useReviewState.setState((state) => ({ changeDrafts: withEntry(state.changeDrafts, pair, draft) }));
}

export function announce(text: string): void {
  useReviewState.setState((state) => ({ announcement: { text, number: state.announcement.number + 1 } }));
}

/** For tests: everything as at the first start. */
export function resetReviewState(): void {
  useReviewState.setState(initial, true);
}

function withEntry<T>(entries: Readonly<Record<string, T>>, key: string, entry: T | null): Record<string, T> {
  const { [key]: _, ...others } = entries;
  return entry === null ? others : { ...others, [key]: entry };
}

function boundedSizes(sizes: Settings['paneSizes']): PaneSizes {
  const bounded = (pane: keyof PaneSizes) => {
    const { min, max, initial: size } = paneLimits[pane];
    return Math.round(Math.min(max, Math.max(min, sizes[pane] ?? size)));
  };
  return {
    list: bounded('list'),
    questions: bounded('questions'),
    contextWidth: bounded('contextWidth'),
    contextHeight: bounded('contextHeight'),
  };
}
