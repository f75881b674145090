import { diffTexts, type TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { askForDiff } from './ask-worker.ts';

/** Pairs of more UTF-16 code units (both texts together) are compared in a worker: 10 ms on a slow computer. */
const largestInline = 60_000;

/** Pairs whose differences are kept; enough for going back and forth in a queue. */
const keptPairs = 64;

interface Entry {
  readonly output: string;
  readonly edit: string;
  readonly diff: TextDiff | Promise<TextDiff>;
}

const entries = new Map<string, Entry>();

/**
 * The differences of a pair: at once for texts of usual size, as a promise for long ones, which a worker compares.
 * Remembered by `key` (any name of the pair) for as long as the texts under it stay the same.
 */
export function diffOf(key: string, output: string, edit: string): TextDiff | Promise<TextDiff> {
  const known = entries.get(key);
  if (known !== undefined && known.output === output && known.edit === edit) return known.diff;
  const isSmall = output.length + edit.length <= largestInline || typeof Worker === 'undefined';
  const diff = isSmall ? diffTexts(output, edit) : askForDiff(output, edit);
  remember(key, { output, edit, diff });
  if (diff instanceof Promise)
    void diff.then((value) => {
      if (entries.get(key)?.diff === diff) entries.set(key, { output, edit, diff: value });
      return value;
    });
  return diff;
}

function remember(key: string, entry: Entry): void {
  entries.delete(key);
  entries.set(key, entry);
  const oldest = entries.keys().next();
  if (entries.size > keptPairs && !oldest.done) entries.delete(oldest.value);
}
