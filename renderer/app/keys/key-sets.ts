import type { KeySet, KeySettings } from '../../../shared/domain/keys/key-settings.ts';
import { catalogueEntry } from './command-catalogue.ts';

type Keys = Readonly<Record<string, readonly string[]>>;

/** Letters and combinations as in vim. The arrow keys do nothing here but scroll what has the focus. */
const vim: Keys = {
  'review.next': ['j'],
  'review.previous': ['k'],
  'review.next-change': ['n'],
  'review.previous-change': ['Shift+N', 'p'],
  'review.part.next': ['Alt+J'],
  'review.part.previous': ['Alt+K'],
  'review.scroll': ['Ctrl+D', 'Space'],
  'review.scroll-back': ['Ctrl+U', 'Shift+Space'],
  'adjudicate.next': ['j', 's'],
  'adjudicate.previous': ['k'],
  'schema.next': ['j'],
  'schema.previous': ['k'],
  'schema.edit': ['e', 'i'],
  'schema.read': ['Shift+I'],
};

/**
 * The right hand on the arrows, the left one on the digits and the letters around them. Answers keep the letters that
 * questions may have.
 */
const arrows: Keys = {
  'review.next': ['ArrowDown', 'Enter'],
  'review.previous': ['ArrowUp'],
  'review.skip': ['End'],
  'review.next-open': ['Shift+End'],
  'review.flag': ['Alt+Q'],
  'review.select-next': ['Shift+ArrowDown'],
  'review.label-selection': ['Alt+X'],
  'review.undo': ['Mod+Z'],
  'review.redo': ['Mod+Shift+Z'],
  'review.history': ['Shift+A'],
  'review.search': ['Mod+F', '/'],
  'review.list': ['Shift+Q', '['],
  'review.next-change': ['ArrowRight'],
  'review.previous-change': ['ArrowLeft'],
  'review.other-end': ['Home'],
  'review.next-edit': ['Shift+ArrowRight'],
  'review.next-against': ['Shift+ArrowLeft', 'Shift+E'],
  'review.scroll': ['PageDown', 'Space'],
  'review.scroll-back': ['PageUp', 'Shift+Space'],
  'review.reading.changes-only': ['s'],
  'review.reading.read-as': ['Shift+D'],
  'review.reading.sort-keys': ['Shift+S'],
  'review.edit': ['e'],
  'review.change.accept': ['Alt+A'],
  'review.back': ['Shift+B'],
  'review.context.section': ['Alt+S'],
  'review.part.label': ['Shift+G'],
  'review.part.next': ['Shift+T'],
  'review.part.previous': ['Shift+R'],
  'review.part.remove': ['Shift+Z'],
  'review.part.mode-6': ['Alt+Shift+1'],
  'review.part.mode-7': ['Alt+Shift+2'],
  'review.part.mode-8': ['Alt+Shift+3'],
  'review.part.mode-9': ['Alt+Shift+4'],
  'adjudicate.next': ['ArrowDown', 'Enter', 'End'],
  'adjudicate.previous': ['ArrowUp'],
  'adjudicate.undo': ['Mod+Z'],
  'adjudicate.redo': ['Mod+Shift+Z'],
  'adjudicate.note': ['e'],
  'schema.next': ['ArrowDown'],
  'schema.previous': ['ArrowUp'],
  'schema.down': ['Alt+ArrowDown'],
  'schema.up': ['Alt+ArrowUp'],
  'app.keys': ['F1', '?'],
};

const sets: Readonly<Record<KeySet, Keys>> = { standard: {}, vim, arrows };

/** The keys of a command in a set; `standard` are those it has by itself. */
export function keysInSet(set: KeySet, id: string, standard: readonly string[]): readonly string[] {
  return sets[set][id] ?? standard;
}

/** The keys that a command has for a person. */
export function ownKeys(
  { set, changes }: KeySettings,
  id: string,
  standard: readonly string[],
): readonly string[] {
  return changes[id] ?? keysInSet(set, id, standard);
}

/** The key to show beside a button; undefined where the command has none. */
export function shownKeys(settings: KeySettings, id: string): string | undefined {
  return ownKeys(settings, id, catalogueEntry(id)?.keys ?? [])[0];
}

/** Ids that a set names, for the test that they exist. */
export function idsOfSet(set: KeySet): readonly string[] {
  return Object.keys(sets[set]);
}
