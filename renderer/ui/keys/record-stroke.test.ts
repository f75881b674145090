import { describe, expect, it } from 'vitest';
import { isShortcut, parseKeys } from '../../../shared/domain/keys/shortcut.ts';
import { type KeyPress, matchesStroke, readingsOf } from './key-stroke.ts';
import { recordStroke } from './record-stroke.ts';

function press(key: string, code = '', more: Partial<KeyPress> = {}): KeyPress {
  return { key, code, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more };
}

const shift = { shiftKey: true };
const alt = { altKey: true };

function keysOf(event: KeyPress, isMac = false): string | null | undefined {
  return recordStroke(event, isMac)?.keys;
}

/** Rows of keys as layouts write them: code, sign, sign with Shift, sign that Option composes on a Mac. */
const layouts: Readonly<Record<string, readonly (readonly [string, string, string, string])[]>> = {
  'English (US)': [
    ['KeyJ', 'j', 'J', '∆'],
    ['KeyN', 'n', 'N', 'Dead'],
    ['Digit1', '1', '!', '¡'],
    ['Digit6', '6', '^', '§'],
    ['Slash', '/', '?', '÷'],
    ['Quote', "'", '"', 'æ'],
    ['Minus', '-', '_', '–'],
    ['Equal', '=', '+', '≠'],
  ],
  'English (UK)': [
    ['Digit3', '3', '£', '#'],
    ['Quote', "'", '@', 'æ'],
    ['Backquote', '`', '¬', '`'],
  ],
  'US international': [
    ['Quote', 'Dead', 'Dead', 'Dead'],
    ['Digit6', '6', 'Dead', '¼'],
    ['KeyJ', 'j', 'J', 'ï'],
  ],
  German: [
    ['KeyZ', 'y', 'Y', '¥'],
    ['KeyY', 'z', 'Z', 'Ω'],
    ['Semicolon', 'ö', 'Ö', 'œ'],
    ['Minus', 'ß', '?', '¿'],
    ['Equal', 'Dead', 'Dead', '‘'],
    ['Backquote', 'Dead', '°', '„'],
    ['Digit5', '5', '%', '['],
    ['Digit7', '7', '/', '|'],
    ['BracketRight', '+', '*', '±'],
  ],
  'French (AZERTY)': [
    ['KeyQ', 'a', 'A', 'æ'],
    ['KeyA', 'q', 'Q', '‡'],
    ['Semicolon', 'm', 'M', 'µ'],
    ['Digit1', '&', '1', ''],
    ['Digit2', 'é', '2', 'ë'],
    ['Digit5', '(', '5', '{'],
    ['Digit8', '!', '8', '¡'],
    ['BracketLeft', 'Dead', 'Dead', 'ô'],
    ['Comma', ';', '.', '…'],
  ],
  Russian: [
    ['KeyJ', 'о', 'О', '°'],
    ['KeyK', 'л', 'Л', '∆'],
    ['Digit1', '1', '!', '!'],
    ['Semicolon', 'ж', 'Ж', '…'],
  ],
  Turkish: [
    ['KeyI', 'ı', 'I', 'ı'],
    ['Quote', 'i', 'İ', 'Dead'],
  ],
  Hebrew: [
    ['KeyJ', 'ח', 'ח', 'ח'],
    ['KeyQ', '/', 'Q', '/'],
  ],
  Japanese: [
    ['KeyJ', 'ま', 'ま', '∆'],
    ['IntlRo', 'ろ', 'ろ', '_'],
  ],
};

const presses = Object.entries(layouts).flatMap(([layout, rows]) =>
  rows.flatMap(([code, sign, shifted, composed]) =>
    [
      press(sign, code),
      press(shifted, code, shift),
      press(sign, code, { ctrlKey: true }),
      press(shifted, code, { ctrlKey: true, shiftKey: true }),
      press(sign, code, alt),
      // AltGr comes without place and modifiers: see `pressOf` of the key map.
      press(composed, ''),
    ]
      .map((event) => ({ layout, isMac: false, event }))
      .concat(
        [
          press(sign, code),
          press(shifted, code, shift),
          press(sign, code, { metaKey: true }),
          press(sign, code, { ctrlKey: true }),
          press(composed, code, alt),
        ].map((event) => ({ layout, isMac: true, event })),
      ),
  ),
);

describe('recording a key', () => {
  it('never makes a shortcut that the same press does not reach, on any layout', () => {
    let recorded = 0;
    for (const { layout, isMac, event } of presses) {
      const keys = keysOf(event, isMac);
      if (typeof keys !== 'string') continue;
      recorded++;
      const shown = `${layout} ${JSON.stringify(event)} -> ${keys}`;
      expect(isShortcut(keys), shown).toBe(true);
      const [stroke] = parseKeys(keys, isMac);
      expect(
        readingsOf(event, isMac).some((reading) => stroke !== undefined && matchesStroke(stroke, reading)),
        shown,
      ).toBe(true);
    }
    expect(recorded).toBeGreaterThan(300);
  });

  it.each([
    ['a letter', press('j', 'KeyJ'), 'j'],
    ['a letter with Shift', press('J', 'KeyJ', shift), 'Shift+J'],
    ['a sign, whose Shift is in it', press('?', 'Slash', shift), '?'],
    ['the plus sign with Ctrl', press('+', 'Equal', { ctrlKey: true, shiftKey: true }), 'Mod++'],
    ['a named key', press('PageDown', 'PageDown'), 'PageDown'],
    ['the space bar with Shift', press(' ', 'Space', shift), 'Shift+Space'],
    ['the letter that AZERTY writes, not its place', press('a', 'KeyQ', alt), 'Alt+A'],
    ['a digit that needs Shift', press('1', 'Digit1', shift), '1'],
    ['a letter of another script by its place', press('о', 'KeyJ'), 'j'],
    ['an umlaut', press('ö', 'Semicolon'), 'ö'],
  ])('writes %s', (_, event, keys) => {
    expect(keysOf(event)).toBe(keys);
  });

  it('writes Option on a Mac by the place, and the signs that it composes', () => {
    expect(keysOf(press('∆', 'KeyJ', alt), true)).toBe('Alt+J');
    expect(keysOf(press('Dead', 'KeyN', alt), true)).toBe('Alt+N');
    expect(keysOf(press('[', 'Digit5', alt), true)).toBe('[');
    expect(keysOf(press('k', 'KeyK', { metaKey: true }), true)).toBe('Mod+K');
    expect(keysOf(press('k', 'KeyK', { ctrlKey: true }), true)).toBe('Ctrl+K');
  });

  it('waits for more than a modifier', () => {
    expect(recordStroke(press('Shift', 'ShiftLeft', shift), false)).toBeNull();
    expect(recordStroke(press('AltGraph', 'AltRight'), false)).toBeNull();
  });

  it.each([
    ['dead keys', press('Dead', 'Equal'), false],
    ['Tab', press('Tab', 'Tab'), false],
    ['what the browser keeps', press('w', 'KeyW', { ctrlKey: true }), false],
    ['what the Mac keeps', press('q', 'KeyQ', { metaKey: true }), true],
    ['the Windows key', press('j', 'KeyJ', { metaKey: true }), false],
    ['spaces that cannot be seen', press('\u00a0', ''), false],
  ])('refuses %s with a sentence', (_, event, isMac) => {
    expect(recordStroke(event, isMac)).toMatchObject({ keys: null, problem: expect.stringMatching(/\.$/) });
  });
});
