import { describe, expect, it } from 'vitest';
import { clauseToText } from '../../../shared/domain/filter/parse-clause.ts';
import type { Cell, Pair } from './agreement-address.ts';
import { cellFilter } from './cell-filter.ts';

const texts = (pair: Pair, cell: Cell) => cellFilter('verdict', pair, cell)?.map(clauseToText) ?? null;

describe('cellFilter', () => {
  it('asks for the answers of both', () => {
    expect(texts(['Ana', 'bo@x.com'], { first: 'good', second: 'bad' })).toEqual([
      'label.verdict@Ana=good',
      'label.verdict@bo@x.com=bad',
    ]);
    expect(texts(['a', 'b'], { first: 4, second: true })).toEqual([
      'label.verdict@a=4',
      'label.verdict@b=yes',
    ]);
    expect(texts(['a', 'b'], { first: ['x', 'y'], second: ['x'] })).toEqual([
      'label.verdict@a=x',
      'label.verdict@a=y',
      'label.verdict@b=x',
    ]);
  });

  it('asks for nothing that an address cannot say', () => {
    expect(texts(['a=b', 'c'], { first: 'good', second: 'bad' })).toBeNull();
    expect(texts(['a', 'b'], { first: ' padded ', second: 'bad' })).toBeNull();
    expect(texts(['a', 'b'], { first: '', second: 'bad' })).toBeNull();
  });
});
