import { changeWords } from './change-words.ts';
import { createKindCounts, type KindShares } from './change-kinds.ts';
import type { ClusterText, DistinctiveTerms } from './name-cluster.ts';

/** What the changes of a cluster have in common. */
export interface ClusterProfile {
  readonly terms: DistinctiveTerms;
  /** Share of its changes that have the first of its terms. */
  readonly removedShare: number;
  readonly addedShare: number;
  /** The same change that is most often made, and its share. */
  readonly pair: { readonly before: string; readonly after: string; readonly share: number };
  readonly kinds: KindShares;
}

export interface PhraseCounts {
  add(text: ClusterText): void;
  profile(cluster: number): ClusterProfile;
}

type Side = 'removed' | 'added';

interface Counted {
  changes: number;
  /** Phrases of all its changes, by side. */
  readonly phrases: { removed: number; added: number };
  readonly removed: Map<string, number>;
  readonly added: Map<string, number>;
  readonly pairs: Map<string, number>;
  readonly kinds: ReturnType<typeof createKindCounts>;
}

const maxWords = 40;
const maxPhrase = 3;
const maxTerms = 8;
/** Longer ones are told by their terms. */
const maxPairLength = 60;
/** A phrase that fewer changes of a cluster have is not what they have in common. */
const leastShare = 0.04;

/** One that the other clusters have nearly as often tells nothing: that is how stop words go. */
const leastRatio = 2;

export function createPhraseCounts(count: number): PhraseCounts {
  const clusters = Array.from({ length: count }, emptyCounts);
  const all = emptyCounts();
  return {
    add({ cluster, removed, added }) {
      const counted = clusters[cluster];
      if (counted === undefined) return;
      const [gone, come] = [phrasesOf(removed), phrasesOf(added)];
      for (const phrase of gone) if (!come.has(phrase)) increase(counted.removed, phrase);
      for (const phrase of come) if (!gone.has(phrase)) increase(counted.added, phrase);
      // Elsewhere what stays counts as well: a stop word does not become rare by being kept.
      for (const phrase of gone) increase(all.removed, phrase);
      for (const phrase of come) increase(all.added, phrase);
      for (const into of [counted, all]) {
        into.changes++;
        into.phrases.removed += gone.size;
        into.phrases.added += come.size;
      }
      counted.kinds.add(removed, added);
      const pair = `${removed.trim().toLowerCase()}\n${added.trim().toLowerCase()}`;
      if (pair.length <= maxPairLength) increase(counted.pairs, pair);
    },
    profile(cluster) {
      const counted = clusters[cluster] ?? emptyCounts();
      const removed = distinctive(counted, all, 'removed');
      const added = distinctive(counted, all, 'added');
      const pair = mostCommonPair(counted);
      return {
        terms: {
          removed,
          added,
          typical: pair.share > 0 ? { before: pair.before, after: pair.after } : null,
        },
        removedShare: shareOf(counted, 'removed', removed[0]),
        addedShare: shareOf(counted, 'added', added[0]),
        pair,
        kinds: counted.kinds.shares(),
      };
    },
  };
}

function emptyCounts(): Counted {
  return {
    changes: 0,
    phrases: { removed: 0, added: 0 },
    removed: new Map(),
    added: new Map(),
    pairs: new Map(),
    kinds: createKindCounts(),
  };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function shareOf(counted: Counted, side: Side, phrase: string | undefined): number {
  return phrase === undefined ? 0 : (counted[side].get(phrase) ?? 0) / counted.changes;
}

/** The words and phrases of up to three words of a text, each once; of scripts without spaces up to three letters. */
function phrasesOf(text: string): ReadonlySet<string> {
  const { text: lower, starts, ends, kinds } = changeWords(text, false);
  const original = lower.length === text.length ? text : lower;
  const found = new Set<string>();
  const count = Math.min(maxWords, starts.length);
  for (let first = 0; first < count; first++) {
    let hasName = false;
    for (let last = first; last < Math.min(count, first + maxPhrase); last++) {
      const kind = kinds[last];
      if (kind === 'sign' || kind === 'break') break;
      hasName ||= kind === 'name';
      found.add((hasName ? original : lower).slice(starts[first], ends[last]));
    }
  }
  return found;
}

/**
 * c-TF-IDF, by changes and by phrases, so that long passages are not told by having more of everything; a phrase that only
 * repeats one before it is left out.
 */
function distinctive(counted: Counted, all: Counted, side: Side): string[] {
  const { changes } = counted;
  const phrases = counted.phrases[side];
  const others = { changes: all.changes - changes + 1, phrases: all.phrases[side] - phrases + 1 };
  const scored: { phrase: string; count: number; score: number }[] = [];
  for (const [phrase, count] of counted[side]) {
    if (count / changes < leastShare || (count < 2 && changes > 3)) continue;
    const elsewhere = (all[side].get(phrase) ?? 0) - count + 0.5;
    const ratio = Math.min(
      count / changes / (elsewhere / others.changes),
      count / phrases / (elsewhere / others.phrases),
    );
    if (ratio < leastRatio) continue;
    // Of phrases that are as distinctive the longer one says more.
    const score = (count / changes) * Math.log(1 + ratio) * (1 + 0.02 * Math.min(25, phrase.length));
    scored.push({ phrase, count, score });
  }
  scored.sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
  const chosen: typeof scored = [];
  for (const candidate of scored) {
    if (chosen.length === maxTerms) break;
    if (!chosen.some(({ phrase }) => isPart(phrase, candidate.phrase) || isPart(candidate.phrase, phrase)))
      chosen.push(candidate);
  }
  return chosen.map(({ phrase }) => phrase);
}

function isPart(whole: string, part: string): boolean {
  return ` ${whole} `.includes(` ${part} `);
}

function mostCommonPair({ pairs, changes }: Counted): ClusterProfile['pair'] {
  let best = '';
  let most = 0;
  for (const [pair, count] of pairs)
    if (count > most || (count === most && pair < best)) [best, most] = [pair, count];
  if (most < Math.min(2, changes)) return { before: '', after: '', share: 0 };
  const [before = '', after = ''] = best.split('\n');
  return { before, after, share: changes === 0 ? 0 : most / changes };
}
