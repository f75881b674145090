/** One key press of a shortcut: `Mod` is already resolved to Ctrl or Command. */
export interface KeyStroke {
  readonly key: string;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

const modifiers: ReadonlySet<string> = new Set(['Mod', 'Ctrl', 'Alt', 'Shift', 'Meta']);

/** Key presses of the longest sequence. */
const longestSequence = 3;

/**
 * Reads a shortcut such as `j`, `Shift+J`, `Mod+K`, `Alt+1`, `?`, `+`, `Alt++` or the sequence `g r` into its key
 * presses. Throws on a text that is no shortcut; see {@link isShortcut} for texts that a person wrote.
 */
export function parseKeys(text: string, isMac: boolean): readonly KeyStroke[] {
  return text.split(' ').map((part) => {
    const stroke = parseStroke(part, isMac);
    if (stroke === null) throw new Error(`"${part}" is not a shortcut`);
    return stroke;
  });
}

export function isShortcut(text: string): boolean {
  const parts = text.split(' ');
  return parts.length <= longestSequence && parts.every((part) => parseStroke(part, false) !== null);
}

/** Whether somebody who presses one of them could mean the other: they are the same, or one begins the other. */
export function isSameStart(left: string, right: string): boolean {
  const others = parseKeys(right, false);
  return parseKeys(left, false).every((stroke, index) => {
    const other = others[index];
    return other === undefined || isSameStroke(stroke, other);
  });
}

function isSameStroke(left: KeyStroke, right: KeyStroke): boolean {
  return (
    left.key === right.key &&
    left.shift === right.shift &&
    left.alt === right.alt &&
    left.ctrl === right.ctrl &&
    left.meta === right.meta
  );
}

function parseStroke(part: string, isMac: boolean): KeyStroke | null {
  // The plus sign itself is the last piece of `+` and `Alt++`.
  const key = part.endsWith('+') ? '+' : part.slice(part.lastIndexOf('+') + 1);
  const before = part.slice(0, part.length - key.length);
  if (before !== '' && !before.endsWith('+')) return null;
  const held = new Set(before.split('+').slice(0, -1));
  if (!isKey(key) || [...held].some((name) => !modifiers.has(name))) return null;
  const name = key === 'Space' ? ' ' : key;
  return {
    key: lowered(name),
    shift: held.has('Shift'),
    alt: held.has('Alt'),
    ctrl: held.has('Ctrl') || (held.has('Mod') && !isMac),
    meta: held.has('Meta') || (held.has('Mod') && isMac),
  };
}

/** A letter in lower case, where that is one letter too: Caps Lock makes no other key. */
export function lowered(key: string): string {
  const lower = key.toLowerCase();
  return key.length === 1 && lower.length === 1 ? lower : key;
}

/** A sign, or the name that browsers give to a key: `Enter`, `PageDown`, `F2`. */
function isKey(key: string): boolean {
  return !modifiers.has(key) && /^(?:.|[A-Z][A-Za-z0-9]{1,24})$/u.test(key);
}
