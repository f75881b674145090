import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCamera, panBy, reveal, toMap, toScreen, zoomAt } from './camera.ts';
import { isInside, pointsInside } from './lasso.ts';
import { nearestPoint, pointTowards } from './nearest-point.ts';
import { placeLabels } from './place-labels.ts';
import { pointsAt } from './test-points.ts';

const size = { width: 800, height: 600 };
const everything = () => true;
const coordinate = fc.integer({ min: -200, max: 200 });
const place = fc.tuple(coordinate, coordinate).map(([x, y]) => ({ x: x / 100, y: y / 100 }));
const labelAt = (text: string, x: number, y: number) => ({ text, x, y, width: 100 });

describe('camera', () => {
  it('goes to the screen and back', () => {
    fc.assert(
      fc.property(place, place, fc.double({ min: 1, max: 5000, noNaN: true }), (at, middle, scale) => {
        const camera = { ...middle, scale };
        const back = toMap(camera, size, toScreen(camera, size, at));
        expect(back.x).toBeCloseTo(at.x, 6);
        expect(back.y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  it('shows all points when it fits them', () => {
    const points = pointsAt([
      [-1, 0.2],
      [1.5, -0.7],
      [0, 1],
    ]);
    const camera = fitCamera(points, size);
    for (const at of [0, 1, 2]) {
      const seen = toScreen(camera, size, { x: points.x[at] ?? 9, y: points.y[at] ?? 9 });
      expect(seen.x).toBeGreaterThan(20);
      expect(seen.x).toBeLessThan(780);
      expect(seen.y).toBeGreaterThan(20);
      expect(seen.y).toBeLessThan(580);
    }
    expect(fitCamera(pointsAt([]), size).scale).toBeGreaterThan(0);
  });

  it('holds what is under the pointer while it zooms, and ends at its limits', () => {
    const camera = { x: 0.3, y: -0.2, scale: 300 };
    const at = { x: 100, y: 450 };
    const nearer = zoomAt(camera, size, at, 1.7, 300);
    expect(nearer.scale).toBeCloseTo(510);
    expect(toMap(nearer, size, at).x).toBeCloseTo(toMap(camera, size, at).x, 9);
    expect(toMap(nearer, size, at).y).toBeCloseTo(toMap(camera, size, at).y, 9);
    expect(zoomAt(camera, size, at, 1e9, 300).scale).toBe(120_000);
    expect(zoomAt(camera, size, at, 1e-9, 300).scale).toBe(150);
  });

  it('follows a drag, and moves to a place only where it is out of view', () => {
    const camera = { x: 0, y: 0, scale: 100 };
    expect(panBy(camera, 50, -25)).toEqual({ x: -0.5, y: 0.25, scale: 100 });
    expect(reveal(camera, size, { x: 1, y: 1 })).toBe(camera);
    expect(reveal(camera, size, { x: 9, y: 1 })).toEqual({ x: 9, y: 1, scale: 100 });
  });
});

describe('lasso', () => {
  const ring = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 2, y: 1 },
    { x: 0, y: 4 },
  ];

  it('tells inside from outside, also of a line with a dent', () => {
    expect(isInside(ring, 1, 1)).toBe(true);
    expect(isInside(ring, 2, 3)).toBe(false);
    expect(isInside(ring, 3.5, 3)).toBe(true);
    expect(isInside(ring, 5, 1)).toBe(false);
    expect(isInside([], 0, 0)).toBe(false);
  });

  it('agrees with the sides of any triangle', () => {
    fc.assert(
      fc.property(fc.tuple(place, place, place), place, ([a, b, c], { x, y }) => {
        const side = (from: typeof a, to: typeof a) =>
          (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
        const sides = [side(a, b), side(b, c), side(c, a)];
        fc.pre(sides.every((value) => Math.abs(value) > 1e-9));
        const expected = sides.every((value) => value > 0) || sides.every((value) => value < 0);
        expect(isInside([a, b, c], x, y)).toBe(expected);
      }),
    );
  });

  it('takes the points inside that are shown', () => {
    const points = pointsAt([
      [1, 1],
      [2, 3],
      [3.5, 3],
      [1, 0.5],
    ]);
    expect(pointsInside(points, ring, everything)).toEqual([0, 2, 3]);
    expect(pointsInside(points, ring, (point) => point !== 2)).toEqual([0, 3]);
  });
});

describe('nearest points', () => {
  const points = pointsAt([
    [0, 0],
    [1, 0.1],
    [2, 0],
    [0, -1],
    [0.8, 0.9],
  ]);

  it('finds the one under the pointer', () => {
    expect(nearestPoint(points, { x: 1.1, y: 0 }, 0.5, everything)).toBe(1);
    expect(nearestPoint(points, { x: 5, y: 5 }, 0.5, everything)).toBe(-1);
    expect(nearestPoint(points, { x: 1.1, y: 0 }, 2, (point) => point !== 1)).toBe(2);
  });

  it('goes on in a direction, and stays where there is nothing', () => {
    expect(pointTowards(points, 0, 'right', everything)).toBe(1);
    expect(pointTowards(points, 1, 'right', everything)).toBe(2);
    expect(pointTowards(points, 2, 'right', everything)).toBe(-1);
    expect(pointTowards(points, 0, 'up', everything)).toBe(3);
    expect(pointTowards(points, 1, 'down', everything)).toBe(4);
    expect(pointTowards(points, 2, 'left', (point) => point !== 1)).toBe(0);
  });
});

describe('labels', () => {
  it('leaves out those that would lie on one that matters more', () => {
    const labels = [
      labelAt('a', 300, 300),
      labelAt('b', 350, 305),
      labelAt('c', 350, 330),
      labelAt('d', 900, 20),
    ];
    expect(placeLabels(labels, size).map(({ text }) => text)).toEqual(['a', 'c']);
  });

  it('keeps them inside of the screen', () => {
    expect(placeLabels([labelAt('a', 3, 2)], size)).toEqual([{ text: 'a', x: 52, y: 9, width: 100 }]);
  });
});
