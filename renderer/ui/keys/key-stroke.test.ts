import { describe, expect, it } from 'vitest';
import { parseKeys } from '../../../shared/domain/keys/shortcut.ts';
import { keyCaps, type KeyPress, matchesStroke, readingsOf } from './key-stroke.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more };
}

function isMatch(keys: string, event: KeyPress, isMac = false): boolean {
  const [stroke] = parseKeys(keys, isMac);
  return stroke !== undefined && readingsOf(event, isMac).some((reading) => matchesStroke(stroke, reading));
}

describe('key strokes', () => {
  it('matches letters with and without Shift apart', () => {
    expect(isMatch('j', press('j'))).toBe(true);
    expect(isMatch('j', press('J', { shiftKey: true }))).toBe(false);
    expect(isMatch('Shift+J', press('J', { shiftKey: true }))).toBe(true);
    expect(isMatch('Shift+J', press('j'))).toBe(false);
  });

  it('matches a letter typed under Caps Lock', () => {
    expect(isMatch('j', press('J'))).toBe(true);
  });

  it('takes a sign however the layout makes it', () => {
    expect(isMatch('?', press('?', { shiftKey: true }))).toBe(true);
    expect(isMatch('?', press('?'))).toBe(true);
    expect(isMatch('+', press('+', { shiftKey: true }))).toBe(true);
  });

  it('reads Mod as Ctrl, and as Command on a Mac', () => {
    expect(isMatch('Mod+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(isMatch('Mod+K', press('k', { metaKey: true }))).toBe(false);
    expect(isMatch('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(isMatch('Mod+K', press('k', { ctrlKey: true, altKey: true }))).toBe(false);
  });

  it('goes by the place of the key where Alt or the layout changes the letter', () => {
    expect(isMatch('Alt+1', press('¡', { altKey: true, code: 'Digit1' }), true)).toBe(true);
    expect(isMatch('Alt+N', press('Dead', { altKey: true, code: 'KeyN' }), true)).toBe(true);
    expect(isMatch('j', press('о', { code: 'KeyJ' }))).toBe(true);
    expect(isMatch('j', press('ArrowDown', { code: 'ArrowDown' }))).toBe(false);
  });

  it('reaches digits on layouts that need Shift for them, and never by Shift on others', () => {
    expect(isMatch('1', press('&', { code: 'Digit1' }))).toBe(true);
    expect(isMatch('2', press('é', { code: 'Digit2' }))).toBe(true);
    expect(isMatch('3', press('£', { code: 'Digit3', shiftKey: true }))).toBe(false);
    expect(isMatch('6', press('Dead', { code: 'Digit6', shiftKey: true }))).toBe(false);
  });

  it('takes Shift and a digit by its place, but on layouts that need Shift for digits', () => {
    expect(isMatch('Shift+1', press('!', { code: 'Digit1', shiftKey: true }))).toBe(true);
    expect(isMatch('Shift+3', press('£', { code: 'Digit3', shiftKey: true }))).toBe(true);
    expect(isMatch('Shift+1', press('1', { code: 'Digit1' }))).toBe(false);
    expect(isMatch('Shift+1', press('1', { code: 'Digit1', shiftKey: true }))).toBe(false);
    expect(isMatch('1', press('1', { code: 'Digit1', shiftKey: true }))).toBe(true);
    expect(isMatch('Shift+1', press('&', { code: 'Digit1' }))).toBe(false);
  });

  it('goes by the sign before the place', () => {
    expect(isMatch('Alt+A', press('a', { code: 'KeyQ', altKey: true }))).toBe(true);
    expect(isMatch('[', press('[', { code: 'Digit5', altKey: true }), true)).toBe(true);
    expect(isMatch('[', press('[', { code: 'Digit5', altKey: true }), false)).toBe(false);
  });

  it('reads named keys and sequences', () => {
    expect(isMatch('Space', press(' '))).toBe(true);
    expect(isMatch('Space', press(' ', { shiftKey: true }))).toBe(false);
    expect(isMatch('Shift+Space', press(' ', { shiftKey: true }))).toBe(true);
    expect(isMatch('Shift+Enter', press('Enter', { shiftKey: true }))).toBe(true);
    expect(isMatch('Enter', press('Enter', { shiftKey: true }))).toBe(false);
    expect(parseKeys('g r', false).map((stroke) => stroke.key)).toEqual(['g', 'r']);
  });

  it('refuses what is no shortcut', () => {
    expect(() => parseKeys('Hyper+J', false)).toThrow('Hyper+J');
    expect(() => parseKeys('', false)).toThrow();
  });

  it('names the caps to press', () => {
    expect(keyCaps('Mod+K', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('Mod+K', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('g r', false)).toEqual(['g', 'then', 'r']);
    expect(keyCaps('ArrowDown', false)).toEqual(['↓']);
  });
});
