import { type KeyStroke, lowered, parseKeys } from '../../../shared/domain/keys/shortcut.ts';

/** What the matcher reads of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key press may be called, the likeliest first. First by the sign it writes, which is what its cap shows. Then by
 * its place on the keyboard: on layouts that write no Latin letters, where Alt composes another sign, and on those
 * whose digits need Shift (AZERTY). So every shortcut that any layout can write is reachable, and so are the letters
 * and digits that a layout cannot.
 */
export function readingsOf(press: KeyPress, isMac: boolean): readonly KeyPress[] {
  const sign = isMac && isComposedSign(press) ? { ...press, altKey: false } : press;
  const readings = [{ ...sign, key: lowered(press.key) }];
  const place = placeOf(press);
  if (place !== null) readings.push({ ...press, key: place });
  return readings;
}

/** Whether a reading of a key press is this stroke. Shift only counts with letters and named keys: `?` needs it on some layouts only. */
export function matchesStroke(stroke: KeyStroke, press: KeyPress): boolean {
  const { key } = press;
  if (isShiftedDigit(stroke) ? !isAtDigit(stroke, press) : key !== stroke.key) return false;
  if (press.altKey !== stroke.alt || press.ctrlKey !== stroke.ctrl || press.metaKey !== stroke.meta)
    return false;
  return !(isShiftMeaningful(key) || stroke.shift) || press.shiftKey === stroke.shift;
}

function isShiftedDigit({ key, shift }: KeyStroke): boolean {
  return shift && /^\d$/.test(key);
}

/** `Shift+1` is the place of the 1, whatever sign that writes; where digits need Shift, it is the 1 itself instead. */
function isAtDigit({ key }: KeyStroke, press: KeyPress): boolean {
  return press.code === `Digit${key}` && press.key !== key;
}

/** Whether Shift makes another shortcut of this key; signs have their Shift in them. */
export function isShiftMeaningful(key: string): boolean {
  return key.length > 1 || key === ' ' || key.toLowerCase() !== key.toUpperCase();
}

/** Option on a Mac writes signs that have no key of their own, e.g. `[` on a German keyboard. */
function isComposedSign({ key, altKey, ctrlKey, metaKey }: KeyPress): boolean {
  return altKey && !ctrlKey && !metaKey && /^[!-/:-@[-`{-~]$/.test(key);
}

/** The labels of the keys to press, one per key cap: `['Ctrl', 'K']`, `['⌘', 'K']`, `['g', 'then', 'r']`. */
export function keyCaps(text: string, isMac: boolean): readonly string[] {
  const caps: string[] = [];
  for (const stroke of parseKeys(text, isMac)) {
    if (caps.length > 0) caps.push('then');
    if (stroke.ctrl) caps.push(isMac ? '⌃' : 'Ctrl');
    if (stroke.meta) caps.push(isMac ? '⌘' : 'Meta');
    if (stroke.alt) caps.push(isMac ? '⌥' : 'Alt');
    if (stroke.shift) caps.push(isMac ? '⇧' : 'Shift');
    caps.push(capNames[stroke.key] ?? (isUpper(stroke) ? stroke.key.toUpperCase() : stroke.key));
  }
  return caps;
}

/** The letter or digit of the key's place, where the sign does not say it; null where the sign is meant. */
function placeOf({ key, code, shiftKey, altKey }: KeyPress): string | null {
  const [, kind, place] = /^(Key|Digit)(.)$/.exec(code) ?? [];
  if (place === undefined || lowered(key) === place.toLowerCase()) return null;
  const isLatin = key.length === 1 && key <= '\u007f';
  const isMeant = kind === 'Key' ? !isLatin || altKey : !/^\d$/.test(key) && (!shiftKey || altKey);
  return isMeant ? place.toLowerCase() : null;
}

function isUpper({ key, alt, ctrl, meta, shift }: KeyStroke): boolean {
  return key.length === 1 && (alt || ctrl || meta || shift);
}

const capNames: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};
