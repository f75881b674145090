import { type DiffOptions, diffTexts, type TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { createLane, type Errand } from '../worker-lane.ts';
import type { CompareAnswer, CompareRequest } from './compare-pair.ts';
import { startCompareWorker } from './start-compare-worker.ts';

/** Pairs of more UTF-16 code units (both texts together) are compared in a worker: 10 ms on a slow computer. */
const largestInline = 60_000;

/** Pairs whose differences are kept; enough for going back and forth in a queue. */
const keptPairs = 64;

/** How far the comparison of a pair has come. */
export interface Compared {
  /** Null before the first answer. */
  readonly diff: TextDiff | null;
  /** False while a better answer is on its way. */
  readonly isFinal: boolean;
}

/** A pair that is compared or being compared. */
export interface Comparison {
  readonly current: () => Compared;
  /** Somebody looks at the pair: it comes first, and it is given up when the last one leaves before it is done. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Entry extends Comparison {
  readonly output: string;
  readonly edit: string;
  readonly giveUp: () => void;
}

const entries = new Map<string, Entry>();
const lane = createLane<CompareRequest, CompareAnswer>(startCompareWorker);

/**
 * The differences of a pair: at once for texts of usual size, later for long ones, which a worker compares.
 * Remembered by `key` (any name of the pair) for as long as the texts under it stay the same.
 */
export function comparisonOf(
  key: string,
  output: string,
  edit: string,
  options: DiffOptions = {},
): Comparison {
  const name = `${key} ${JSON.stringify(options)}`;
  const known = entries.get(name);
  if (known !== undefined && known.output === output && known.edit === edit) return known;
  known?.giveUp();
  const isSmall = output.length + edit.length <= largestInline || typeof Worker === 'undefined';
  const entry = isSmall
    ? finished(output, edit, { diff: diffTexts(output, edit, options), isFinal: true })
    : begun(output, edit, options, () => entries.get(name) === entry && entries.delete(name));
  remember(name, entry);
  return entry;
}

function finished(output: string, edit: string, compared: Compared): Entry {
  return { output, edit, current: () => compared, subscribe: () => nothing, giveUp: nothing };
}

function begun(output: string, edit: string, options: DiffOptions, forget: () => void): Entry {
  const listeners = new Set<() => void>();
  let compared: Compared = { diff: null, isFinal: false };
  const errand: Errand = lane.ask({ question: 'diff', output, edit, options }, (answer) => {
    if (answer.question !== 'diff') return;
    compared = { diff: answer.value, isFinal: answer.isFinal };
    for (const listener of listeners) listener();
  });
  const giveUp = () => {
    if (compared.isFinal) return;
    errand.cancel();
    forget();
  };
  return {
    output,
    edit,
    giveUp,
    current: () => compared,
    subscribe(listener) {
      listeners.add(listener);
      errand.hurry();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) giveUp();
      };
    },
  };
}

function remember(name: string, entry: Entry): void {
  entries.delete(name);
  entries.set(name, entry);
  const oldest = entries.entries().next();
  if (entries.size <= keptPairs || oldest.done) return;
  const [oldName, old] = oldest.value;
  old.giveUp();
  entries.delete(oldName);
}

function nothing(): void {
  // There is nothing to wait for or to give up.
}
