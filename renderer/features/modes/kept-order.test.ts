import { expect, test } from 'vitest';
import { keptOrder } from './kept-order.ts';

test('what was there stays where it was, however figures change', () => {
  expect(keptOrder(['a', 'b', 'c'], ['c', 'b', 'a'])).toEqual(['a', 'b', 'c']);
});

test('what is gone leaves, what is new comes behind the one it follows, or first', () => {
  expect(keptOrder(['a', 'b', 'c'], ['n', 'c', 'm', 'a'])).toEqual(['n', 'a', 'c', 'm']);
  expect(keptOrder([], ['x', 'y'])).toEqual(['x', 'y']);
  expect(keptOrder(['a'], ['a', 'x', 'y'])).toEqual(['a', 'x', 'y']);
});
