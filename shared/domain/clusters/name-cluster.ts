import { createPhraseCounts } from './phrase-counts.ts';
import { readableName } from './readable-name.ts';

/** One change of a cluster. */
export interface ClusterText {
  readonly cluster: number;
  readonly removed: string;
  readonly added: string;
}

/** The same shape as the contract's `clusterTermsSchema`. */
export interface DistinctiveTerms {
  /** Words and phrases, the most distinctive first. */
  removed: string[];
  added: string[];
  /** A typical phrase of both sides; null where there is none. */
  typical: { before: string; after: string } | null;
}

export interface ClusterName {
  readonly name: string;
  readonly terms: DistinctiveTerms;
}

/**
 * Names clusters, numbered from 0 to `count` - 1, after some of their changes: a few hundred of each, the most typical, are
 * enough. Words and phrases count by how much more often a cluster has them than the others do (c-TF-IDF, Grootendorst,
 * BERTopic, 2022), so that no list of stop words of any language is needed. No two clusters get the same name.
 */
export function nameClusters(texts: Iterable<ClusterText>, count: number): ClusterName[] {
  const counts = createPhraseCounts(count);
  for (const text of texts) counts.add(text);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, cluster) => {
    const profile = counts.profile(cluster);
    return { name: readableName(profile, taken), terms: profile.terms };
  });
}
