import type { RatedSeq } from './find-candidates.ts';
import type { ReadText } from './read-texts.ts';

/** Candidates as columns, in import order. */
export interface GroupedCandidates {
  readonly seqs: readonly number[];
  readonly vectors: readonly Uint8Array[];
  readonly tokens: Float64Array;
  readonly quality: Float64Array;
  /** Number of the group of each. */
  readonly group: Int32Array;
  /** The groups, the largest first; null where there is but one. */
  readonly groups: readonly { readonly name: string | null; readonly candidates: number }[];
  /** Good answers that the format cannot hold, and those in frozen test sets. */
  readonly unwritable: number;
  readonly frozen: number;
}

/** @param taken interactions that are counter-examples already */
export function groupCandidates(
  candidates: readonly RatedSeq[],
  texts: readonly ReadText[],
  taken: ReadonlySet<number>,
): GroupedCandidates {
  const qualities = new Map(candidates.map(({ seq, quality }) => [seq, quality]));
  const usable = texts.filter(({ seq, tokens, isFrozen }) => tokens !== null && !isFrozen && !taken.has(seq));
  const sizes = Map.groupBy(usable, ({ group }) => group);
  const groups = [...sizes]
    .map(([name, of]) => ({ name, candidates: of.length }))
    .toSorted((a, b) => b.candidates - a.candidates || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
  const numbers = new Map(groups.map(({ name }, number) => [name, number]));
  return {
    seqs: usable.map(({ seq }) => seq),
    vectors: usable.map(({ packed }) => packed),
    tokens: Float64Array.from(usable, ({ tokens }) => tokens ?? 0),
    quality: Float64Array.from(usable, ({ seq }) => qualities.get(seq) ?? 0),
    group: Int32Array.from(usable, ({ group }) => numbers.get(group) ?? 0),
    groups,
    unwritable: texts.filter(({ tokens, isFrozen }) => tokens === null && !isFrozen).length,
    frozen: texts.filter(({ isFrozen }) => isFrozen).length,
  };
}
