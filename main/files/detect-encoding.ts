import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';

export interface DetectedEncoding {
  /** A label TextDecoder knows. */
  readonly encoding: string;
  readonly bom: boolean;
}

/**
 * Finds the encoding of a text from its first bytes: a byte-order mark, else the NUL pattern of UTF-16, else UTF-8
 * unless too many lines are not. A few broken lines must not turn a UTF-8 file into another encoding: they are
 * rejects. JSON is UTF-8 by its standard, so there many more lines have to speak against it.
 */
export function detectEncoding(bytes: Buffer): DetectedEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: true };
  const wide = utf16WithoutBom(bytes);
  if (wide !== undefined) return { encoding: wide, bom: false };
  return { encoding: isMostlyUtf8(bytes) ? 'utf-8' : guessedEncoding(bytes), bom: false };
}

/** Western text in UTF-16 has a NUL in every other byte, and always on the same side. */
function utf16WithoutBom(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (pairs < 2) return undefined;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : undefined;
}

function isMostlyUtf8(bytes: Buffer): boolean {
  let validWide = 0;
  let invalid = 0;
  let lines = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    start = end + 1;
    lines += 1;
    // The last line may be cut in the middle of a character.
    if (isUtf8(line) || (found < 0 && lines > 1)) validWide += isAscii(line) ? 0 : 1;
    else invalid += 1;
  }
  if (invalid === 0 || lines === 1) return invalid === 0 || isUtf8(bytes.subarray(0, -3));
  // Other encodings hardly ever form valid multi-byte characters, so some of them settle it.
  if (validWide > 0) return invalid <= Math.max(validWide, lines * 0.1);
  const looksLikeJson = /^\s*[[{]/.test(bytes.toString('latin1', 0, 64));
  return looksLikeJson && invalid <= lines * 0.2;
}

function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** Below this confidence the guess is noise, and Western European text by far the likeliest. */
const minConfidence = 30;

function guessedEncoding(bytes: Buffer): string {
  const fallback = 'windows-1252';
  const [best] = chardet.analyse(bytes.subarray(0, 64 * 1024));
  if (best === undefined || best.confidence < minConfidence) return fallback;
  try {
    const { encoding } = new TextDecoder(best.name);
    // As UTF-8 it has just failed.
    return encoding === 'utf-8' ? fallback : encoding;
  } catch {
    return fallback;
  }
}
