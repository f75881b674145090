import { isShiftMeaningful, type KeyPress, readingsOf } from './key-stroke.ts';

/** A key press as a shortcut, or why it can be none. */
export type Recorded = { readonly keys: string } | { readonly keys: null; readonly problem: string };

/**
 * Writes a key press as a shortcut that the same press runs later on any layout. Null for a press that is not
 * finished: of Shift, Ctrl, Alt or Command alone.
 */
export function recordStroke(press: KeyPress, isMac: boolean): Recorded | null {
  if (modifierKeys.has(press.key)) return null;
  if (press.key === 'Tab') return refused('Tab goes from field to field, so it can be no key of a command.');
  if (press.metaKey && !isMac)
    return refused('Combinations with this key belong to the system. Choose another one.');
  const [sign, place] = readingsOf(press, isMac);
  if (sign === undefined) return null;
  // A letter of another script depends on the layout that is switched on; its place does not.
  const reading = place !== undefined && !isWritten(sign.key, press.altKey) ? place : sign;
  const { key } = reading;
  if (deadKeys.has(key) || key === '')
    return refused('This key waits for a letter to put its accent on, so it can be no key of a command.');
  if (key !== ' ' && /^\s$/u.test(key)) return refused('This sign cannot be seen. Choose another key.');
  const keys = [
    ...((isMac ? reading.metaKey : reading.ctrlKey) ? ['Mod'] : []),
    ...(isMac && reading.ctrlKey ? ['Ctrl'] : []),
    ...(reading.altKey ? ['Alt'] : []),
    ...(reading.shiftKey && isShiftMeaningful(key) ? ['Shift'] : []),
  ];
  const text = [...keys, nameOf(key, keys.length > 0)].join('+');
  if (reserved.has(text) || (isMac && reservedOnMac.has(text)))
    return refused('The browser or the system keeps this combination for itself. Choose another one.');
  return { keys: text };
}

/** Whether the sign is one that caps of Latin keyboards show; with Alt only those of ASCII are, the others are composed. */
function isWritten(key: string, isAlt: boolean): boolean {
  if (deadKeys.has(key)) return false;
  return (
    key.length > 1 || (isAlt ? key <= '\u007f' : /^[!-~]$|^\p{Script=Latin}$|^[^\p{L}\p{M}]$/u.test(key))
  );
}

function nameOf(key: string, isHeld: boolean): string {
  if (key === ' ') return 'Space';
  const upper = key.toUpperCase();
  return isHeld && key.length === 1 && upper.length === 1 && upper.toLowerCase() === key ? upper : key;
}

function refused(problem: string): Recorded {
  return { keys: null, problem };
}

const modifierKeys = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
  'FnLock',
  'Hyper',
  'Super',
]);

const deadKeys = new Set(['Dead', 'Unidentified', 'Process', 'Compose']);

/** What never reaches a page. */
const reserved = new Set([
  'Mod+N',
  'Mod+T',
  'Mod+W',
  'Mod+Shift+N',
  'Mod+Shift+T',
  'Mod+Shift+W',
  'Mod+F4',
  'Alt+F4',
  'Mod+PageUp',
  'Mod+PageDown',
  'F11',
]);
const reservedOnMac = new Set(['Mod+Q', 'Mod+H', 'Mod+M', 'Mod+Space', 'Mod+`', 'Mod+,']);
