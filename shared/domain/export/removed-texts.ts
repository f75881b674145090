import { diffTexts } from '../diff/diff-texts.ts';

/** Shorter texts say nothing about an answer; more of them say it again. */
const leastLength = 16;
const mostTexts = 3;

/**
 * Texts that people took out of an output and that stand nowhere in what they left: an answer that has one of them
 * again fails again. The longest ones, in the order of the output.
 */
export function removedTexts(output: string, edit: string): readonly string[] {
  const removed = diffTexts(output, edit)
    .changes.map(({ removed: text }) => text.trim())
    .filter((text) => text.length >= leastLength && !edit.includes(text));
  const longest = new Set([...new Set(removed)].toSorted((a, b) => b.length - a.length).slice(0, mostTexts));
  return removed.filter((text) => longest.delete(text));
}
