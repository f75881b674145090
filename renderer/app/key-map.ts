import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isSameStart, type KeyStroke, parseKeys } from '../../shared/domain/keys/shortcut.ts';
import { type KeyPress, matchesStroke, readingsOf } from '../ui/keys/key-stroke.ts';
import { isMac } from '../ui/keys/platform.ts';

/** Something a person can do from the keyboard; the same list feeds the palette and the sheet of keys. */
export interface Command {
  /** Stable and unique, e.g. `review.next`. */
  readonly id: string;
  /** What it does, as the palette and the sheet show it: `Next interaction`. */
  readonly name: string;
  /**
   * Any of these runs it: `j`, `Shift+J`, `Mod+K`, `ArrowDown`, `?`, or a sequence `g r`. May be empty. These are the
   * standard keys; a person may have given it others, and the key map's list holds those.
   */
  readonly keys: readonly string[];
  /** True where the keys are those of the label schema, which a person's own keys neither change nor take. */
  readonly isAnswer?: boolean;
  /** Heading it is listed under. */
  readonly group: string;
  readonly run: () => void;
  /** False: listed greyed in the sheet, not in the palette, and its keys do nothing. */
  readonly enabled?: boolean;
  /** True: its keys work while a text field has the focus. */
  readonly inTextFields?: boolean;
}

/** Commands of this scope beat those of every screen in front of it: the app's own are always the last resort. */
export const appScope = 'app';

interface Registration {
  readonly scope: string;
  commands: readonly Command[];
}

export type KeysOf = (id: string, standard: readonly string[]) => readonly string[];

const sequenceMilliseconds = 1200;

/** Keeps the commands of everything that is on screen and finds the one a key press means. */
export interface KeyMap {
  /** Adds a scope; the returned functions replace its commands and remove it. */
  readonly register: (
    scope: string,
    commands: readonly Command[],
  ) => { readonly update: (next: readonly Command[]) => void; readonly remove: () => void };
  /** All commands on offer, with the keys that run them now. */
  readonly commands: () => readonly Command[];
  /** Which keys a command has for this person; its standard ones are given. */
  readonly setKeys: (keysOf: KeysOf) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * The command that this key press completes, among those allowed; keeps the press where it may begin a sequence.
   * `now` is in milliseconds.
   */
  readonly press: (
    press: KeyPress,
    now: number,
    isAllowed: (command: Command, keys: string) => boolean,
  ) => Command | undefined;
}

function standardKeysOf(_: string, standard: readonly string[]): readonly string[] {
  return standard;
}

export function createKeyMap(): KeyMap {
  const registrations: Registration[] = [];
  const listeners = new Set<() => void>();
  let snapshot: readonly Command[] | null = null;
  let pending: readonly KeyPress[] = [];
  let pendingSince = 0;
  let keysOf: KeysOf = standardKeysOf;

  function refresh() {
    snapshot = null;
    for (const listener of listeners) listener();
  }

  /** Made when somebody asks: a screen replaces its commands several times before the next key. */
  function listed(): readonly Command[] {
    if (snapshot !== null) return snapshot;
    // The latest screen comes first, so that a dialog's or feature's key wins over the app's.
    const front = registrations.filter((entry) => entry.scope !== appScope).toReversed();
    const back = registrations.filter((entry) => entry.scope === appScope);
    const offered = [...front, ...back].flatMap((entry) => entry.commands);
    snapshot = withOwnKeys(offered, keysOf);
    return snapshot;
  }

  return {
    register(scope: string, commands: readonly Command[]) {
      const entry: Registration = { scope, commands };
      registrations.push(entry);
      refresh();
      return {
        update(next: readonly Command[]) {
          entry.commands = next;
          refresh();
        },
        remove() {
          registrations.splice(registrations.indexOf(entry), 1);
          refresh();
        },
      };
    },

    commands: listed,

    setKeys(next: KeysOf) {
      keysOf = next;
      refresh();
    },

    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    press(
      press: KeyPress,
      now: number,
      isAllowed: (command: Command, keys: string) => boolean,
    ): Command | undefined {
      const begun = now - pendingSince < sequenceMilliseconds ? pending : [];
      pending = [];
      const candidates = listed()
        .filter((command) => command.enabled !== false)
        .flatMap((command) => command.keys.map((keys) => ({ command, keys })))
        .filter(({ command, keys }) => isAllowed(command, keys));
      for (const presses of begun.length === 0 ? [[press]] : [[...begun, press], [press]]) {
        for (const depth of readingDepths) {
          const complete = candidates.find(({ keys }) => completes(keys, presses, depth));
          if (complete !== undefined) return complete.command;
          if (candidates.some(({ keys }) => begins(keys, presses, depth))) {
            pending = presses;
            pendingSince = now;
            return undefined;
          }
        }
      }
      return undefined;
    },
  };
}

/** By the signs of the keys first, then by their places too. */
const readingDepths = [1, 2] as const;

/** The keys that a person has. A key that answers a question here is not taken from it: the schema came first. */
function withOwnKeys(commands: readonly Command[], keysOf: KeysOf): readonly Command[] {
  const answers = commands.filter(({ isAnswer }) => isAnswer === true).flatMap(({ keys }) => keys);
  return commands.map((command) => {
    if (command.isAnswer === true) return command;
    const own = keysOf(command.id, command.keys);
    // Standard keys cannot be keys of answers, see `review-keys.ts`.
    if (own === command.keys) return command;
    return { ...command, keys: own.filter((keys) => !answers.some((answer) => isSameStart(keys, answer))) };
  });
}

export const keyMap = createKeyMap();

/** Offers these commands while the calling component is mounted. */
export function useCommands(scope: string, commands: readonly Command[]): void {
  const latest = useRef(commands);
  const registration = useRef<ReturnType<KeyMap['register']>>(undefined);
  useEffect(() => {
    latest.current = commands;
    registration.current?.update(commands);
  }, [commands]);
  useEffect(() => {
    const made = keyMap.register(scope, latest.current);
    registration.current = made;
    return () => made.remove();
  }, [scope]);
}

/** All commands on offer now, for the palette and the sheet of keys. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(keyMap.subscribe, keyMap.commands);
}

/** Starts listening for the whole window. Returns the function that stops it. */
export function listenToKeys(target: Window): () => void {
  // Captured, because widgets stop the propagation of keys they merely looked at.
  target.addEventListener('keydown', onKeyDown, true);
  return () => target.removeEventListener('keydown', onKeyDown, true);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || modifierKeys.has(event.key)) return;
  const place = placeOf(event.target);
  if (place.inOverlay) return;
  const command = keyMap.press(pressOf(event), event.timeStamp, (candidate, keys) =>
    mayRun(candidate, keys, place),
  );
  if (command === undefined) {
    if (event.key === 'Escape' && place.field !== null && !place.isExpanded) place.field.blur();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  command.run();
}

/** AltGr writes a character, e.g. `[` on a German keyboard; systems report it as Ctrl and Alt held together. */
export function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, shiftKey, metaKey } = event;
  const isAltGraph = event.getModifierState('AltGraph');
  return {
    key,
    code: isAltGraph ? '' : code,
    shiftKey,
    metaKey,
    altKey: event.altKey && !isAltGraph,
    ctrlKey: event.ctrlKey && !isAltGraph,
  };
}

const modifierKeys = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Keys with a meaning of their own inside these widgets; there the widget keeps them. */
const widgetKeys = new Set([
  'Enter',
  ' ',
  'Tab',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);
const arrowWidgets =
  '[role=listbox],[role=grid],[role=treegrid],[role=radiogroup],[role=tablist],[role=slider],[role=tree],[role=combobox],select,input';
const pressWidgets =
  'button,a[href],summary,[role=button],[role=link],[role=switch],[role=checkbox],[role=option]';
const overlays = '[role=dialog],[role=alertdialog],[role=menu],[data-trigger]';
const textFields =
  'textarea,select,[contenteditable=""],[contenteditable=true],[contenteditable=plaintext-only],input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=range])';

interface Place {
  readonly field: HTMLElement | null;
  readonly isExpanded: boolean;
  readonly inOverlay: boolean;
  readonly inPressWidget: boolean;
  readonly inArrowWidget: boolean;
}

function placeOf(target: EventTarget | null): Place {
  const element = target instanceof HTMLElement ? target : null;
  const field = element?.closest<HTMLElement>(textFields) ?? null;
  const isInside = (selector: string) => element !== null && element.closest(selector) !== null;
  return {
    field,
    isExpanded: field?.getAttribute('aria-expanded') === 'true',
    inOverlay: isInside(overlays),
    inPressWidget: isInside(pressWidgets),
    inArrowWidget: isInside(arrowWidgets),
  };
}

function mayRun(command: Command, keys: string, place: Place): boolean {
  const [first] = parsed(keys);
  if (place.field !== null) return command.inTextFields === true && first !== undefined && isQuiet(first);
  if (first === undefined || first.alt || first.ctrl || first.meta || !widgetKeys.has(first.key)) return true;
  const isPress = first.key === 'Enter' || first.key === ' ';
  return !place.inArrowWidget && !(isPress && place.inPressWidget);
}

/** Whether a text field would do nothing with it: somebody may have given the command a key that writes. */
export function isQuiet(stroke: KeyStroke): boolean {
  return stroke.ctrl || stroke.meta || stroke.alt || stroke.key === 'Escape' || /^F\d+$/.test(stroke.key);
}

const parsedKeys = new Map<string, readonly KeyStroke[]>();

function parsed(keys: string): readonly KeyStroke[] {
  const known = parsedKeys.get(keys);
  if (known !== undefined) return known;
  const strokes = parseKeys(keys, isMac);
  parsedKeys.set(keys, strokes);
  return strokes;
}

function completes(keys: string, presses: readonly KeyPress[], depth: number): boolean {
  return parsed(keys).length === presses.length && begins(keys, presses, depth);
}

/** @param depth how many readings of a press count */
function begins(keys: string, presses: readonly KeyPress[], depth: number): boolean {
  const strokes = parsed(keys);
  return (
    strokes.length >= presses.length &&
    presses.every((press, index) => {
      const stroke = strokes[index];
      if (stroke === undefined) return false;
      return readingsOf(press, isMac)
        .slice(0, depth)
        .some((reading) => matchesStroke(stroke, reading));
    })
  );
}
