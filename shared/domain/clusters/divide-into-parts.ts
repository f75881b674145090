import type { ClusterInput } from './cluster-input.ts';
import { linkGroups } from './link-groups.ts';
import { makeClusters } from './make-clusters.ts';
import { rankClusters } from './rank-clusters.ts';
import type { SparseVector } from './sparse-vector.ts';
import { createVectorIndex, indexOfGreatest } from './vector-index.ts';

/** How changes fall into a number of parts. */
export interface Parts {
  /** Numbered from the largest to the smallest; fewer than asked for where all are alike. */
  readonly partCount: number;
  /** -1 where a change is like none of the others. */
  readonly partOfRow: Int32Array;
  /** Cosine of each row to the small group that it is in. */
  readonly similarity: Float32Array;
}

/** A part has at least this share of the changes; smaller groups go to the part that they are most like. */
const leastShare = 0.02;

const joinSteps = 20;

/**
 * Divides changes into the parts that hang together least: small groups as `makeClusters` makes them are joined only as far as
 * leaves so many parts. The same changes give the same, in whatever order they come.
 */
export function divideIntoParts(input: ClusterInput, parts: number): Parts {
  const found = makeClusters(input, { seed: 0, leastChanges: 1, joinAt: null });
  if (found === null) throw new Error('Nobody stops it.');
  const { micro, sizes, microOfRow, similarity } = found;
  const least = Math.max(1, Math.floor(input.rowCount * leastShare));
  const modes = new Int32Array(sizes.length).fill(-1);
  let divided = { clusterOfMicro: new Int32Array(sizes.length), clusterCount: 0 };
  for (let step = 0; step <= joinSteps && divided.clusterCount < parts; step++) {
    const groups = linkGroups(micro.centroids, { sizes, modes, joinAt: step / joinSteps });
    const ranked = rankClusters(groups, sizes, least);
    if (ranked.clusterCount > divided.clusterCount)
      divided = { ...ranked, clusterOfMicro: Int32Array.from(ranked.clusterOfMicro) };
  }
  const partCount = Math.min(parts, divided.clusterCount);
  const partOfMicro = withRest(micro.centroids, divided.clusterOfMicro, partCount);
  return { partCount, partOfRow: microOfRow.map((group) => partOfMicro[group] ?? -1), similarity };
}

/** Groups of no part, or of one too many, go to the part of the group that they are most like. */
function withRest(centroids: readonly SparseVector[], groups: Int32Array, count: number): Int32Array {
  const isKept = (index: number) => (groups[index] ?? -1) >= 0 && (groups[index] ?? -1) < count;
  const kept = [...groups.keys()].filter(isKept);
  const index = createVectorIndex(kept.map((at) => centroids[at] ?? empty));
  return groups.map((group, at) => {
    if (isKept(at)) return group;
    const { terms, weights } = centroids[at] ?? empty;
    const alike = index.similarities({ terms, weights, length: terms.length });
    const best = indexOfGreatest(alike);
    return (alike[best] ?? 0) > 0 ? (groups[kept[best] ?? -1] ?? -1) : -1;
  });
}

const empty: SparseVector = { terms: new Uint32Array(0), weights: new Float32Array(0) };
