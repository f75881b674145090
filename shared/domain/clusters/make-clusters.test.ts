import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandomNumber } from '../agreement/seeded-random.ts';
import { createAssigner } from './assign-changes.ts';
import { changeFeatures } from './change-features.ts';
import { createClusterInput } from './cluster-input.ts';
import { type ClusterOptions, type Clustering, makeClusters } from './make-clusters.ts';
import { packVector, type SparseVector, unpackVector } from './sparse-vector.ts';

const plain: ClusterOptions = { seed: 1, leastChanges: null, joinAt: null };

interface Row {
  readonly removed: string;
  readonly added: string;
  readonly mode?: number;
}

const words = 'stone river cloud table window garden letter winter bridge candle mirror forest'.split(' ');

/** Three modes and noise, `count` rows. */
function rowsOf(count: number): Row[] {
  const random = createRandomNumber(5);
  const oneOf = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const made = (): string =>
    Array.from({ length: 7 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  return Array.from({ length: count }, (_, index) => {
    if (index % 4 === 0)
      return { removed: oneOf(['utilize', 'utilizes', 'utilizing']), added: oneOf(['use', 'using']) };
    if (index % 4 === 1) return { removed: `${index}`, added: `${index * 7} ${oneOf(['', 'or so'])}`.trim() };
    if (index % 4 === 2) return { removed: '', added: `please ${oneOf(['', 'do', 'kindly'])}`.trim() };
    return { removed: made(), added: made() };
  });
}

function vectorOf({ removed, added }: Row): Uint8Array {
  return packVector(
    changeFeatures({
      removed,
      added,
      before: 'that we ',
      after: ' it',
      comments: [],
      isWhole: false,
      position: 0.5,
    }),
  );
}

function clustered(rows: readonly Row[], options: Partial<ClusterOptions> = {}): Clustering {
  const builder = createClusterInput(true);
  for (const row of rows) builder.add(vectorOf(row), row.mode);
  const clustering = makeClusters(builder.finish(), { ...plain, ...options });
  if (clustering === null) throw new Error('was stopped');
  return clustering;
}

/** The clusters of the rows that `pick` takes. */
function clustersOf(clustering: Clustering, rows: readonly Row[], pick: (row: Row) => boolean): Set<number> {
  return new Set(
    [...clustering.clusterOfRow].filter((_, at) => pick(rows[at] ?? { removed: '', added: '' })),
  );
}

/** A dozen words that `notwithstanding` and `despite` hold together. */
function alike(index: number, mode: number | undefined): Row {
  return {
    removed: `notwithstanding ${words[index % 12]}`,
    added: 'despite',
    ...(mode === undefined ? {} : { mode }),
  };
}

/** Whether the first six words and the others are in clusters apart from each other. */
function areApart(joinAt: number, first?: number, second?: number): boolean {
  const rows = Array.from({ length: 60 }, (_, index) => alike(index, index % 12 < 6 ? first : second));
  const { clusterOfMicro, microOfRow } = clustered(rows, { joinAt });
  const clustersWhere = (holds: (word: number) => boolean) =>
    new Set(
      [...microOfRow]
        .filter((micro, at) => micro >= 0 && holds(at % 12))
        .map((micro) => clusterOfMicro[micro]),
    );
  return clustersWhere((word) => word < 6).isDisjointFrom(clustersWhere((word) => word >= 6));
}

function stored(vector: SparseVector): SparseVector {
  return unpackVector(packVector(vector));
}

describe('makeClusters', () => {
  it('finds what belongs together and leaves the rest alone', () => {
    const rows = rowsOf(400);
    const clustering = clustered(rows);
    const utilize = clustersOf(clustering, rows, ({ removed }) => removed.startsWith('utiliz'));
    const numbers = clustersOf(clustering, rows, ({ removed }) => /^\d/.test(removed));
    const please = clustersOf(clustering, rows, ({ added }) => added.startsWith('please'));
    for (const clusters of [utilize, numbers, please]) expect(clusters).not.toContain(-1);
    expect(utilize.isDisjointFrom(numbers) && utilize.isDisjointFrom(please)).toBe(true);
    expect(numbers.isDisjointFrom(please)).toBe(true);
    const noise = [...clustering.clusterOfRow].filter((_, at) => at % 4 === 3);
    expect(noise.filter((cluster) => cluster === -1).length).toBeGreaterThan(noise.length * 0.8);
  });

  it('finds them in thirty changes', () => {
    const rows = rowsOf(30);
    const clustering = clustered(rows);
    const utilize = clustersOf(clustering, rows, ({ removed }) => removed.startsWith('utiliz'));
    const numbers = clustersOf(clustering, rows, ({ removed }) => /^\d/.test(removed));
    expect(utilize.isDisjointFrom(numbers)).toBe(true);
    expect(clustering.clusterCount).toBeGreaterThanOrEqual(3);
  });

  it.each([0, 1, 2, 3])('takes %d changes', (count) => {
    const clustering = clustered(rowsOf(count));
    expect(clustering.clusterOfRow).toHaveLength(count);
    expect(clustering.medoids).toHaveLength(clustering.clusterCount);
  });

  it('gives the same for the same seed, byte for byte', () => {
    const rows = rowsOf(300);
    expect(clustered(rows, { seed: 7 })).toEqual(clustered(rows, { seed: 7 }));
  });

  it('gives the same whatever the order of the rows', () => {
    const rows = rowsOf(300);
    const clustering = clustered(rows);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandomNumber(seed);
        const order = [...rows.keys()].map((row) => [random(), row] as const).toSorted(([a], [b]) => a - b);
        const other = clustered(order.map(([, row]) => rows[row] ?? { removed: '', added: '' }));
        for (const [at, [, row]] of order.entries()) {
          expect(other.clusterOfRow[at]).toBe(clustering.clusterOfRow[row]);
          expect(other.microOfRow[at]).toBe(clustering.microOfRow[row]);
          expect(other.similarity[at]).toBe(clustering.similarity[row]);
        }
        expect(other.micro).toEqual(clustering.micro);
      }),
      { numRuns: 4 },
    );
  });

  it('keeps apart what people say are different modes, and brings together what they say is one', () => {
    expect(areApart(0.1)).toBe(false);
    expect(areApart(0.1, 0, 1)).toBe(true);
    expect(areApart(0.3)).toBe(true);
    expect(areApart(0.3, 0, 0)).toBe(false);
  });

  it('numbers clusters from the largest on and gives each its most typical row', () => {
    const rows = rowsOf(400);
    const { clusterOfRow, clusterCount, medoids, sizes, microOfRow } = clustered(rows);
    const counts = Array.from(
      { length: clusterCount },
      (_, cluster) => clusterOfRow.filter((of) => of === cluster).length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    for (const [cluster, row] of medoids.entries()) expect(clusterOfRow[row]).toBe(cluster);
    for (const [micro, size] of sizes.entries())
      expect(microOfRow.filter((of) => of === micro)).toHaveLength(size);
  });

  it('is told what is enough for a cluster', () => {
    expect(clustered(rowsOf(400), { leastChanges: 399 }).clusterCount).toBe(0);
  });

  it('stops, and reports how far it is', () => {
    const builder = createClusterInput(true);
    for (const row of rowsOf(100)) builder.add(vectorOf(row));
    const input = builder.finish();
    expect(makeClusters(input, { ...plain, shouldStop: () => true })).toBeNull();
    const shares: number[] = [];
    makeClusters(input, { ...plain, report: (done, total) => shares.push(done / total) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('groups vectors of a model as well', () => {
    const random = createRandomNumber(3);
    const builder = createClusterInput(false);
    for (let row = 0; row < 90; row++) {
      const weights = Float32Array.from(
        { length: 32 },
        (_, at) => (at % 3 === row % 3 ? 1 : 0) + random() * 0.2,
      );
      builder.add(packVector({ terms: Uint32Array.from(weights.keys()), weights }));
    }
    const clustering = makeClusters(builder.finish(), plain);
    expect(clustering?.clusterCount).toBe(3);
    expect(
      clustering?.clusterOfRow.every((cluster, row) => cluster === clustering.clusterOfRow[row % 3]),
    ).toBe(true);
  });
});

describe('createAssigner', () => {
  it('gives every row the micro-cluster that the run gave it, after being stored', () => {
    const rows = rowsOf(300);
    const { micro, microOfRow, similarity } = clustered(rows);
    const assign = createAssigner({
      centroids: micro.centroids.map(stored),
      idf: stored(micro.idf),
      leastSimilarity: micro.leastSimilarity,
    });
    for (const [at, row] of rows.entries()) {
      const assigned = assign(unpackVector(vectorOf(row)));
      expect(assigned.micro).toBe(microOfRow[at]);
      expect(assigned.similarity).toBe(similarity[at]);
    }
  });
});
