import { describe, expect, it } from 'vitest';
import type { ClusterMap } from '../../../../shared/contract/cluster-operations.ts';
import { colouringOf } from './colouring.ts';
import { describeMap } from './describe-map.ts';
import { hiddenLook } from './draw-points.ts';
import { darkTheme, lightTheme } from './map-colours.ts';
import { labelsOf } from './map-labels.ts';
import { looksOfPoints, makeLooks } from './map-looks.ts';
import type { MapPoints } from './map-points.ts';
import { makeStamp } from './point-stamp.ts';
import { reviewClause } from './review-clause.ts';
import { pointsAt } from './test-points.ts';

const map: ClusterMap = {
  total: 5,
  shown: 5,
  x: '',
  y: '',
  cluster: '',
  mode: '',
  week: '',
  action: '',
  seq: '',
  clusters: [
    { id: 'c1', name: 'utilize → use', colour: 3 },
    { id: 'c2', name: 'Numbers changed', colour: 3 },
  ],
  modes: [{ id: 'm1', name: 'Wordy', colour: 0 }],
  weeks: ['2026-W38', '2026-W39', '2026-W40'],
  actions: ['edited', 'sent'],
};

const points: MapPoints = {
  ...pointsAt([
    [0, 0],
    [2, 0],
    [5, 5],
    [7, 5],
    [9, 9],
  ]),
  cluster: Int16Array.from([0, 0, 1, 1, -1]),
  mode: Int16Array.from([0, -1, -1, -1, -1]),
  week: Int16Array.from([0, 1, 2, 2, 2]),
};

describe('colouring', () => {
  const byCluster = colouringOf(map, points, 'cluster');

  it('counts groups, those in none at the end', () => {
    expect(byCluster.groups.map(({ name, value, count }) => [name, value, count])).toEqual([
      ['utilize → use', 0, 2],
      ['Numbers changed', 1, 2],
      ['In no cluster', -1, 1],
    ]);
    expect(colouringOf(map, points, 'action').groups.map(({ count }) => count)).toEqual([0, 0, 5]);
  });

  it('tells groups of one colour apart by their shapes', () => {
    const [one, other] = byCluster.groups;
    expect(one?.colourIn(lightTheme)).toEqual(other?.colourIn(lightTheme));
    expect(one?.shape).not.toBe(other?.shape);
    expect(one?.colourIn(darkTheme)).not.toEqual(one?.colourIn(lightTheme));
  });

  it('has a colour of its own for each week', () => {
    const weeks = colouringOf(map, points, 'week').groups.map(({ colourIn }) => colourIn(lightTheme).join());
    expect(new Set(weeks).size).toBe(3);
  });
});

describe('looks of points', () => {
  const colouring = colouringOf(map, points, 'cluster');
  const looks = makeLooks(colouring.groups, lightTheme, () => makeStamp('circle', 2));

  it('are those of their groups, and none where the group is left out', () => {
    const lookOf = looksOfPoints(colouring, new Set([1]), new Set());
    expect([...lookOf]).toEqual([0, 0, hiddenLook, hiddenLook, 4]);
  });

  it('step back behind a selection', () => {
    const lookOf = looksOfPoints(colouring, new Set(), new Set([1, 4]));
    expect([...lookOf]).toEqual([1, 0, 3, 3, 4]);
    expect(looks[0]?.layer).toBeGreaterThan(looks[1]?.layer ?? 9);
    expect(looks[4]?.layer).toBeGreaterThan(looks[1]?.layer ?? 9);
    expect(looks[0]?.colour).not.toEqual(looks[1]?.colour);
  });
});

describe('what a group is called', () => {
  it('stands in the middle of its points, cut where it is long', () => {
    const labels = labelsOf(points, points.cluster, [{ name: 'a' }, { name: 'b'.repeat(80) }, { name: 'c' }]);
    expect(labels.map(({ text, x, y }) => [text, x, y])).toEqual([
      ['a', 1, 0],
      [`${'b'.repeat(31)}…`, 6, 5],
    ]);
  });

  it('is said of the largest in words', () => {
    const words = describeMap(map, colouringOf(map, points, 'week'));
    expect(words).toContain('5 changes in 2 clusters');
    expect(words).toContain('The largest are 2026-W40: 3 changes, 2026-W38: 1 change, 2026-W39: 1 change.');
  });
});

describe('a group in the review', () => {
  it('is found by its clause where there is one', () => {
    expect(reviewClause(map, { by: 'cluster', value: 1 })).toEqual({
      field: 'cluster',
      operator: '=',
      value: 'c2',
    });
    expect(reviewClause(map, { by: 'mode', value: 0 })).toEqual({
      field: 'mode',
      operator: '=',
      value: 'm1',
    });
    expect(reviewClause(map, { by: 'action', value: 1 })?.value).toBe('sent');
    expect(reviewClause(map, { by: 'week', value: 0 })).toBeNull();
    expect(reviewClause(map, { by: 'cluster', value: -1 })).toBeNull();
    expect(reviewClause(map, null)).toBeNull();
  });
});
