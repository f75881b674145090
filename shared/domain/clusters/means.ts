import type { UnitVectors } from './micro-centroids.ts';
import { createVectorScratch, type SparseVector } from './sparse-vector.ts';
import { termCount } from './term-space.ts';

/** Computes centroids; one is made for many rounds, because it holds a sum for each term. */
export interface Means {
  /** The mean direction of the units of each label; of a label without units what it was before. */
  of(
    units: UnitVectors,
    list: Uint32Array,
    labels: Int32Array,
    before: readonly SparseVector[],
  ): readonly SparseVector[];
}

/** The heaviest terms of a centroid; what is beyond them is chance, and costs time with every comparison. */
const maxTerms = 128;
/** Terms that weigh less than this share of the heaviest are not even sorted. */
const leastShare = 0.03;

export function createMeans(isSparse: boolean): Means {
  const sums = new Float64Array(termCount);
  const seen = new Uint8Array(termCount);
  const scratch = createVectorScratch();
  return {
    of(units, list, labels, before) {
      const groups = grouped(list, labels, before.length);
      return before.map((old, label) => {
        const touched: number[] = [];
        const end = groups.starts[label + 1] ?? 0;
        for (let at = groups.starts[label] ?? 0; at < end; at++) {
          const unit = groups.units[at] ?? 0;
          const weight = units.weightOf(unit);
          units.read(unit, scratch);
          for (let index = 0; index < scratch.length; index++) {
            const term = scratch.terms[index] ?? 0;
            if (seen[term] === 0) touched.push(term);
            seen[term] = 1;
            sums[term] = (sums[term] ?? 0) + weight * (scratch.weights[index] ?? 0);
          }
        }
        const mean = touched.length === 0 ? old : heaviest(sums, touched, isSparse);
        for (const term of touched) {
          sums[term] = 0;
          seen[term] = 0;
        }
        return mean;
      });
    },
  };
}

interface Groups {
  readonly starts: Uint32Array;
  readonly units: Uint32Array;
}

/** The units of each label, one label after the other, each in the order of the list. */
function grouped(list: Uint32Array, labels: Int32Array, count: number): Groups {
  const starts = new Uint32Array(count + 1);
  for (const label of labels) if (label >= 0) starts[label + 1] = (starts[label + 1] ?? 0) + 1;
  for (let label = 1; label <= count; label++)
    starts[label] = (starts[label] ?? 0) + (starts[label - 1] ?? 0);
  const units = new Uint32Array(starts[count] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < list.length; at++) {
    const label = labels[at] ?? -1;
    if (label < 0) continue;
    const slot = next[label] ?? 0;
    next[label] = slot + 1;
    units[slot] = list[at] ?? 0;
  }
  return { starts, units };
}

function heaviest(sums: Float64Array, touched: readonly number[], isSparse: boolean): SparseVector {
  const kept = isSparse ? heaviestTerms(sums, touched) : touched;
  const terms = Uint32Array.from(kept).toSorted();
  let squares = 0;
  for (const term of terms) squares += (sums[term] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  return { terms, weights: Float32Array.from(terms, (term) => (sums[term] ?? 0) / length) };
}

function heaviestTerms(sums: Float64Array, touched: readonly number[]): readonly number[] {
  const most = touched.reduce((found, term) => Math.max(found, sums[term] ?? 0), 0);
  const heavy = touched.filter((term) => (sums[term] ?? 0) >= most * leastShare);
  if (heavy.length <= maxTerms) return heavy;
  return heavy.toSorted((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, maxTerms);
}
