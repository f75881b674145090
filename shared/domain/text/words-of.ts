import { mixed } from './shingles.ts';
import { unitClass, unitClasses } from './unit-class.ts';

/** The words of a text in lower case with one space between them, and where each of them stands. */
export interface Words {
  readonly count: number;
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Of each word, 32 bits. */
  readonly hashes: Int32Array;
}

/**
 * Letters and digits in a row are a word, and a letter of a script that writes no spaces is one. The arrays are used
 * again by the next call.
 */
export function wordsOf(text: string): Words {
  const lower = text.normalize('NFC').toLowerCase();
  const room = roomFor(lower.length);
  const { units, starts, ends, hashes } = room;
  let count = 0;
  let length = 0;
  let hash = noWord;
  let isInWord = false;
  const end = (): void => {
    if (!isInWord) return;
    ends[count] = length;
    hashes[count++] = mixed(hash);
    isInWord = false;
  };
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    const kind = unitClass(unit);
    if (kind === unitClasses.separator || kind === unitClasses.loneLetter) end();
    if (kind === unitClasses.separator) continue;
    if (!isInWord) {
      if (count > 0) units[length++] = 0x20;
      starts[count] = length;
      hash = noWord;
      isInWord = true;
    }
    units[length++] = unit;
    hash = Math.imul(hash ^ unit, 0x01000193);
    if (kind === unitClasses.loneLetter) end();
  }
  end();
  return { count, units, starts, ends, hashes };
}

const noWord = 0x811c9dc5 | 0;

interface Room {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly hashes: Int32Array;
}

let kept = makeRoom(1 << 12);

/** Letters of scripts without spaces get one each, so that words may take twice as much as the text. */
function roomFor(length: number): Room {
  if (kept.starts.length < length) kept = makeRoom(length);
  return kept;
}

function makeRoom(length: number): Room {
  return {
    units: new Uint16Array(length * 2),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
    hashes: new Int32Array(length),
  };
}
