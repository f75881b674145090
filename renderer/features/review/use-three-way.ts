import { useMemo } from 'react';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import {
  mergeChanges,
  type Region,
  type SameText,
  type ThreeTexts,
} from '../../../shared/domain/diff/three-way.ts';
import { useDiff } from '../../ui/diff/use-diff.ts';
import { type ComparedPair, comparedPair } from './compared-pair.ts';
import type { Reading } from './reading.ts';
import { pairKey } from './use-item.ts';

/** An output between two of its edits, as it is shown. */
export interface ThreeWay {
  readonly key: string;
  readonly left: Edit;
  readonly right: Edit;
  readonly texts: ThreeTexts;
  /** The output and the edit on the right, for what all three texts are taken for. */
  readonly pair: ComparedPair;
  /** Null while the texts are being compared. */
  readonly regions: readonly Region[] | null;
  /** The regions where something changed, for walking through them. */
  readonly walk: { readonly changes: readonly Region[]; readonly moves: readonly never[] };
}

/**
 * The comparison of two edits over their output; null where it is not chosen, or there are no two edits.
 * @param right the edit on screen
 * @param against the edit chosen to stand on the left; null for the one before `right`
 */
export function useThreeWay(
  item: Item,
  right: Edit | null,
  against: Edit | null,
  reading: Reading,
): ThreeWay | null {
  const left = against ?? editBefore(item, right);
  const isShown = reading.diffMode === 'three-way' && right !== null && left !== null;
  const [leftPair, rightPair] = isShown ? pairsOf(item, left, right, reading) : noPairs;
  const { diff: leftDiff } = useDiffOf(leftPair);
  const { diff: rightDiff } = useDiffOf(rightPair);
  const { ignoreWhitespace, ignoreCase } = reading;
  return useMemo(() => {
    if (!isShown || leftPair === null || rightPair === null) return null;
    const texts = { output: leftPair.output, left: leftPair.edit, right: rightPair.edit };
    const isSame = sameText(ignoreWhitespace, ignoreCase);
    const regions =
      leftDiff === null || rightDiff === null
        ? null
        : mergeChanges(texts, leftDiff.changes, rightDiff.changes, isSame);
    return {
      key: `${leftPair.key} ${rightPair.key} ${ignoreWhitespace} ${ignoreCase}`,
      left,
      right,
      texts,
      pair: rightPair,
      regions,
      walk: { changes: regions?.filter(({ kind }) => kind !== 'same') ?? [], moves: [] },
    };
  }, [isShown, leftPair, rightPair, left, right, leftDiff, rightDiff, ignoreWhitespace, ignoreCase]);
}

function editBefore(item: Item, edit: Edit | null): Edit | null {
  const index = item.edits.findIndex(({ id }) => id === edit?.id);
  return item.edits.length < 2 ? null : (item.edits.at(index - 1) ?? null);
}

type Pairs = readonly [ComparedPair | null, ComparedPair | null];

const noPairs: Pairs = [null, null];

/** Each edit with the output. What they are taken for must be the same, or their outputs would not be. */
function pairsOf(item: Item, left: Edit, right: Edit, reading: Reading): Pairs {
  // Nothing is left out of the changes, so that applying them gives each edit; the regions leave it out.
  const exact = { ...reading, ignoreWhitespace: false, ignoreCase: false };
  const pairs = (chosen: Reading) =>
    [left, right].map((edit) => comparedPair(pairKey(item, edit), item.output, edit.text, chosen));
  const [first = null, second = null] = pairs(exact);
  if (first?.kind === second?.kind && first?.output === second?.output) return [first, second];
  const [plainFirst = null, plainSecond = null] = pairs({ ...exact, readAs: 'prose' });
  return [plainFirst, plainSecond];
}

/** A pair that is not there costs nothing. */
function useDiffOf(pair: ComparedPair | null) {
  return useDiff(pair?.key ?? 'none', pair?.output ?? '', pair?.edit ?? '', pair?.options);
}

function sameText(ignoreWhitespace: boolean, ignoreCase: boolean): SameText {
  const fold = (text: string) => {
    const cased = ignoreCase ? text.toLowerCase() : text;
    return ignoreWhitespace ? cased.replaceAll(/\s+/g, '') : cased;
  };
  return (one, other) => one === other || fold(one) === fold(other);
}
