/** What a UTF-16 unit is to somebody who looks for words. */
export const unitClasses = {
  separator: 0,
  letter: 1,
  digit: 2,
  /** A letter of a script that writes no spaces: a word of its own. */
  loneLetter: 3,
} as const;

const unknown = 255;
const known = new Uint8Array(0x10000).fill(unknown);

/** Looked up, since a regular expression a unit would take most of the time. Halves of surrogate pairs are letters. */
export function unitClass(unit: number): number {
  const found = known[unit] ?? unitClasses.separator;
  return found === unknown ? (known[unit] = classify(unit)) : found;
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unitClasses.letter;
  const character = String.fromCharCode(unit);
  if (/\p{Nd}/u.test(character)) return unitClasses.digit;
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(character)) return unitClasses.loneLetter;
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? unitClasses.letter : unitClasses.separator;
}
