import { describe, expect, it } from 'vitest';
import { decideMode, type NearestOf } from './decide-mode.ts';
import { leaveToCluster } from './leave-to-cluster.ts';

const nearest: NearestOf = (accepts) => [{ mode: 7, score: 0.5 }].find(({ mode }) => accepts(mode)) ?? null;
const nobody = { mode: null, out: new Set<number>() };

const decide = (
  clusterModes: readonly number[] | null,
  said: { mode: number | null; out: ReadonlySet<number> },
) => decideMode({ said, clusterModes, clusterSimilarity: 0.8 }, nearest);

describe('leaveToCluster', () => {
  const givenTo = new Map([[2, new Set([7])]]);

  it.each([
    ['of a cluster that is more like it than examples', { clusterSeq: 1, clusterSimilarity: 0.6 }, null],
    ['that is more like examples than like its cluster', { clusterSeq: 1, clusterSimilarity: 0.4 }, 7],
    ['of a cluster of which others were given it', { clusterSeq: 2, clusterSimilarity: 0.6 }, 7],
    ['of no cluster', { clusterSeq: null, clusterSimilarity: 0.6 }, 7],
  ])('decides on a change %s', (_, change, mode) => {
    const found = leaveToCluster(nearest, change, givenTo)(() => true, false);
    expect(found?.mode ?? null).toBe(mode);
  });
});

describe('decideMode', () => {
  it('goes by people, then by the cluster, then by what is nearest', () => {
    expect(decide([3], { mode: 5, out: new Set() })).toEqual({ modeSeq: 5, how: 'person', similarity: 1 });
    expect(decide([3], nobody)).toEqual({ modeSeq: 3, how: 'cluster', similarity: 0.8 });
    expect(decide([3, 7], nobody)).toEqual({ modeSeq: 7, how: 'cluster', similarity: 0.5 });
    expect(decide(null, nobody)).toEqual({ modeSeq: 7, how: 'near', similarity: 0.5 });
  });

  it('gives none of a dismissed cluster, and never one that it is said not to have', () => {
    expect(decide([], nobody)).toBeNull();
    expect(decide([3], { mode: null, out: new Set([3]) })).toEqual({
      modeSeq: 7,
      how: 'near',
      similarity: 0.5,
    });
    expect(decide([3], { mode: null, out: new Set([3, 7]) })).toBeNull();
    // Of several that it is said not to be one of, the nearest of the others, however far.
    expect(decide([3, 4], { mode: null, out: new Set([3]) })).toEqual({
      modeSeq: 4,
      how: 'cluster',
      similarity: 0,
    });
  });
});
