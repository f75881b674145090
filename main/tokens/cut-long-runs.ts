import { unitClass } from '../../shared/domain/text/unit-class.ts';

/** UTF-16 units of a run that is counted whole: hardly a word or an address is longer. */
export const longestRun = 256;

/** The text in pieces none of which has a longer run of letters, digits, signs or spaces; nearly always in one piece. */
export function cutLongRuns(text: string): readonly string[] {
  if (text.length <= longestRun) return [text];
  const pieces: string[] = [];
  let from = 0;
  let runStart = 0;
  let runClass = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = runClassOf(unit);
    if (kind !== runClass) {
      runStart = at;
      runClass = kind;
    } else if (at - runStart >= longestRun && !isLowSurrogate(unit)) {
      pieces.push(text.slice(from, at));
      from = at;
      runStart = at;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

/** Spaces, letters and digits, or signs: what vocabularies never join in one token, a space before a word apart. */
function runClassOf(unit: number): number {
  if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x3000) return 0;
  return unitClass(unit) === 0 ? 1 : 2;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
