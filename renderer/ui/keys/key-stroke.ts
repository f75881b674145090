/** One key press of a shortcut: `Mod` is already resolved to Ctrl or Command. */
export interface KeyStroke {
  readonly key: string;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

/** What the matcher reads of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const modifiers: ReadonlySet<string> = new Set(['Mod', 'Ctrl', 'Alt', 'Shift', 'Meta']);

/**
 * Reads a shortcut such as `j`, `Shift+J`, `Mod+K`, `Alt+1`, `?`, `+` or the sequence `g r` into its key presses.
 * Throws on a text that is no shortcut: shortcuts are written by programmers, so a bad one is a bug.
 */
export function parseKeys(text: string, isMac: boolean): readonly KeyStroke[] {
  return text.split(' ').map((part) => parseStroke(part, isMac));
}

/** Whether a key press is this stroke. Shift only counts with letters and named keys: `?` needs it on some layouts only. */
export function matchesStroke(stroke: KeyStroke, press: KeyPress): boolean {
  const key = keyOfPress(press);
  if (key !== stroke.key) return false;
  if (press.altKey !== stroke.alt || press.ctrlKey !== stroke.ctrl || press.metaKey !== stroke.meta)
    return false;
  const isShiftMeaningful = key.length > 1 || key.toLowerCase() !== key.toUpperCase() || stroke.shift;
  return !isShiftMeaningful || press.shiftKey === stroke.shift;
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
    caps.push(capNames[stroke.key] ?? (hasModifier(stroke) ? stroke.key.toUpperCase() : stroke.key));
  }
  return caps;
}

function parseStroke(part: string, isMac: boolean): KeyStroke {
  const pieces = part === '+' ? ['+'] : part.split('+');
  const key = pieces.at(-1) ?? '';
  const held = new Set(pieces.slice(0, -1));
  const unknown = [...held].find((name) => !modifiers.has(name));
  if (key === '' || unknown !== undefined) throw new Error(`"${part}" is not a shortcut`);
  const name = key === 'Space' ? ' ' : key;
  return {
    key: name.length === 1 ? name.toLowerCase() : name,
    shift: held.has('Shift'),
    alt: held.has('Alt'),
    ctrl: held.has('Ctrl') || (held.has('Mod') && !isMac),
    meta: held.has('Meta') || (held.has('Mod') && isMac),
  };
}

/** On layouts that write no Latin letters, and where Alt composes another character, the key's position decides. */
function keyOfPress(press: KeyPress): string {
  const place = /^(?:Key|Digit)(.)$/.exec(press.code)?.[1];
  const isComposed =
    press.key === 'Dead' || (press.key.length === 1 && (press.altKey || press.key > '\u007f'));
  if (place !== undefined && isComposed) return place.toLowerCase();
  return press.key.length === 1 ? press.key.toLowerCase() : press.key;
}

function hasModifier(stroke: KeyStroke): boolean {
  return stroke.alt || stroke.ctrl || stroke.meta || stroke.shift;
}

const capNames: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
};
