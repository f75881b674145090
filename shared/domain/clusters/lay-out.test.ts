import { describe, expect, it } from 'vitest';
import { createRandomNumber } from '../agreement/seeded-random.ts';
import { cosineDistances } from './cosine-distances.ts';
import { layOutMicros, type MicrosToLayOut } from './lay-out.ts';
import { microRadius } from './map-places.ts';
import { placeMicros } from './place-micros.ts';
import type { SparseVector } from './sparse-vector.ts';
import { trustworthiness } from './trustworthiness.ts';

const topics = 12;

/** Groups of changes about some topics: each takes most of its terms from those of its topic. */
function microsOf(count: number, seed = 1): MicrosToLayOut {
  const random = createRandomNumber(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const clusterOf = Array.from({ length: count }, (_, index) => index % topics);
  const centroids = clusterOf.map((topic): SparseVector => {
    const weights = new Map<number, number>();
    for (let term = 0; term < 40; term += 1) {
      weights.set(random() < 0.6 ? topic * 30 + whole(30) : 400 + whole(600), 0.2 + random());
    }
    const terms = Uint32Array.from(weights.keys()).toSorted();
    return { terms, weights: Float32Array.from(terms, (term) => weights.get(term) ?? 0) };
  });
  return { centroids, clusterOf, sizes: centroids.map(() => 1 + whole(200)), seed: 7 };
}

function permuted<T>(values: ArrayLike<T>, order: readonly number[]): T[] {
  return order.flatMap((index) => values[index] ?? []);
}

describe('layOutMicros', () => {
  const micros = microsOf(240);
  const plane = layOutMicros(micros);
  const distances = cosineDistances(micros.centroids);

  it('gives the same places again, and in any order of the groups', () => {
    expect(layOutMicros(micros)).toEqual(plane);
    const order = [...micros.centroids.keys()].toSorted((a, b) => ((a * 89) % 240) - ((b * 89) % 240));
    const other = layOutMicros({
      centroids: permuted(micros.centroids, order),
      sizes: permuted(micros.sizes, order),
      clusterOf: permuted(micros.clusterOf, order),
      seed: micros.seed,
    });
    expect([...other.x]).toEqual(permuted(plane.x, order));
    expect([...other.y]).toEqual(permuted(plane.y, order));
  });

  it('keeps like beside like', () => {
    const found = trustworthiness(distances, plane, 10);
    expect(found).toBeGreaterThan(0.9);
  });

  it('keeps the groups of a cluster together', () => {
    const isNearestOfSameCluster = micros.centroids.map((_, one) => {
      const away = (other: number) =>
        Math.hypot((plane.x[other] ?? 0) - (plane.x[one] ?? 0), (plane.y[other] ?? 0) - (plane.y[one] ?? 0));
      const nearest = [...micros.centroids.keys()]
        .filter((other) => other !== one)
        .reduce((best, other) => (away(other) < away(best) ? other : best));
      return micros.clusterOf[nearest] === micros.clusterOf[one];
    });
    expect(isNearestOfSameCluster.filter(Boolean).length / 240).toBeGreaterThan(0.95);
  });

  it('lays no group on another, and all within the map', () => {
    const total = Array.from(micros.sizes).reduce((sum, size) => sum + size, 0);
    const radius = (micro: number) => microRadius(micros.sizes[micro] ?? 0, total);
    for (const one of micros.centroids.keys()) {
      expect(Math.hypot(plane.x[one] ?? 0, plane.y[one] ?? 0) + radius(one)).toBeLessThan(1.15);
      for (let other = one + 1; other < 240; other += 1) {
        const gap = Math.hypot(
          (plane.x[one] ?? 0) - (plane.x[other] ?? 0),
          (plane.y[one] ?? 0) - (plane.y[other] ?? 0),
        );
        expect(gap).toBeGreaterThan((radius(one) + radius(other)) * 0.97);
      }
    }
  });

  it.each([0, 1, 2, 3, 5])('has places for %i groups', (count) => {
    const few = layOutMicros(microsOf(count));
    expect(few.x).toHaveLength(count);
    expect([...few.x, ...few.y].every((value) => Number.isFinite(value) && Math.abs(value) <= 1.2)).toBe(
      true,
    );
    expect(new Set(few.x).size).toBe(count);
  });

  it('places groups that come later beside their like, on none and moving none', () => {
    const later = microsOf(300);
    const known = { ...plane, centroids: micros.centroids, sizes: micros.sizes };
    const fresh = { centroids: later.centroids.slice(240), sizes: Array.from(later.sizes).slice(240) };
    const places = placeMicros(known, fresh);
    expect(placeMicros(known, fresh)).toEqual(places);
    const isBesideItsCluster = fresh.centroids.map((_, one) => {
      const away = (other: number) =>
        Math.hypot(
          (plane.x[other] ?? 0) - (places.x[one] ?? 0),
          (plane.y[other] ?? 0) - (places.y[one] ?? 0),
        );
      const nearest = [...micros.centroids.keys()].reduce((best, other) =>
        away(other) < away(best) ? other : best,
      );
      return micros.clusterOf[nearest] === (240 + one) % topics;
    });
    expect(isBesideItsCluster.filter(Boolean).length / 60).toBeGreaterThan(0.9);
    expect(new Set(places.x).size).toBe(60);
  });

  it('parts groups that are equal', () => {
    const [first] = micros.centroids;
    const equal = layOutMicros({
      centroids: first === undefined ? [] : [first, first, first, first],
      sizes: [5, 5, 5, 5],
      clusterOf: [0, 0, 0, 0],
      seed: 1,
    });
    expect(new Set(equal.x).size).toBe(4);
  });
});
