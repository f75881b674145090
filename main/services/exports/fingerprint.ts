import { hashWords } from '../../../shared/domain/text/hash-text.ts';

/**
 * Makes a function that gives equal texts the same 53-bit number, to find repeats by while a pass lasts. It hashes four
 * UTF-8 bytes at a time, in a third of the time of `hashText`, whose values splits depend on.
 */
export function createFingerprint(): (text: string) => number {
  const encoder = new TextEncoder();
  let words = new Int32Array(1 << 14);
  let bytes = new Uint8Array(words.buffer);
  return (text) => {
    // A UTF-16 unit takes at most three bytes, so that a word for each is room enough.
    if (text.length > words.length) {
      words = new Int32Array(text.length);
      bytes = new Uint8Array(words.buffer);
    }
    const { written } = encoder.encodeInto(text, bytes);
    const length = Math.ceil(written / 4);
    bytes.fill(0, written, length * 4);
    return hashWords(words, length, written);
  };
}
