import { describe, expect, test } from 'vitest';
import { modeRows, proposalRows, seenRows, sortModes, withDescendants } from './mode-rows.ts';
import { modeId, testCluster, testMode } from './test-modes.ts';

const modes = [
  testMode(1, { severity: 'critical' }),
  testMode(2, { parent: modeId(1), status: 'fixed' }),
  testMode(3, { parent: modeId(2), severity: 'minor' }),
  testMode(4, { parent: modeId(99), name: 'A orphan' }),
];

const order = (sort: Parameters<typeof sortModes>[1]) =>
  sortModes(modes, sort).map(({ id }) => Number(id.slice(-2)));
const keysOf = (rows: ReturnType<typeof modeRows>) => seenRows(rows, new Set()).map(({ key }) => key);

describe('the rows of failure modes', () => {
  test('are a tree, in which one whose parent is gone stands at the top', () => {
    const rows = modeRows(modes, 'tree', null);
    expect(rows.map(({ key }) => key)).toEqual([modeId(1), modeId(4)]);
    expect(keysOf(rows)).toEqual([modeId(1), modeId(2), modeId(3), modeId(4)]);
  });

  test('keep those above one that the filter lets through', () => {
    expect(keysOf(modeRows(modes, 'tree', 'fixed'))).toEqual([modeId(1), modeId(2)]);
    expect(keysOf(modeRows(modes, 'list', 'fixed'))).toEqual([modeId(2)]);
  });

  test('leave out what is folded', () => {
    expect(seenRows(modeRows(modes, 'tree', null), new Set([modeId(2)])).map(({ key }) => key)).toEqual([
      modeId(1),
      modeId(2),
      modeId(4),
    ]);
  });
});

describe('sorting', () => {
  test('goes by what was chosen, then by changes', () => {
    expect(order('changes')).toEqual([4, 3, 2, 1]);
    expect(order('name')).toEqual([4, 1, 2, 3]);
    expect(order('severity')).toEqual([1, 3, 4, 2]);
    expect(order('status')).toEqual([4, 3, 1, 2]);
    expect(order('newest')).toEqual([4, 3, 2, 1]);
  });
});

test('only clusters that nobody has decided on are proposals', () => {
  const rows = proposalRows([testCluster(1), testCluster(2, { state: 'dismissed' })]);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.children).toHaveLength(1);
  expect(proposalRows([testCluster(2, { state: 'confirmed' })])).toEqual([]);
});

test('a failure mode with all that are below it', () => {
  expect([...withDescendants(modes, modeId(1))]).toEqual([modeId(1), modeId(2), modeId(3)]);
});
