import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../shared/domain/json.ts';
import { applyChange, fitChange, readDelta } from './text-delta.ts';

function replay(text: string, ops: Json): string {
  return readDelta({ ops }).reduce((now, change) => applyChange(now, fitChange(change, now.length)), text);
}

describe('readDelta', () => {
  it.each<[string, Json, string]>([
    ['inserts', [{ retain: 5 }, { insert: ' big' }], 'Hello big world'],
    ['deletes', [{ retain: 5 }, { delete: 6 }], 'Hello'],
    ['replaces, the insert first', [{ insert: 'Bye' }, { delete: 5 }], 'Bye world'],
    ['replaces, the delete first', [{ delete: 5 }, { insert: 'Bye' }], 'Bye world'],
    [
      'changes several places',
      [{ delete: 1 }, { insert: 'J' }, { retain: 4 }, { insert: ',' }],
      'Jello, world',
    ],
    ['formats without a change', [{ retain: 5, attributes: { bold: true } }], 'Hello world'],
    ['stays inside the text', [{ retain: 99 }, { insert: '!' }, { delete: 99 }], 'Hello world!'],
    ['counts an embedded picture as one', [{ insert: { image: 'x' } }], '\uFFFCHello world'],
    ['passes over nonsense', [null, 3, { retain: -1 }, { delete: '2' }, { insert: '>' }], '>Hello world'],
  ])('%s', (_, ops, after) => {
    expect(replay('Hello world', ops)).toBe(after);
  });

  it('fits a change into its text', () => {
    expect(fitChange({ at: 8, deleted: 9, inserted: '!' }, 10)).toEqual({ at: 8, deleted: 2, inserted: '!' });
    expect(fitChange({ at: 12, deleted: 9, inserted: '!' }, 10)).toEqual({
      at: 10,
      deleted: 0,
      inserted: '!',
    });
  });

  it('counts in UTF-16 units', () => {
    expect(replay('a😀b', [{ retain: 3 }, { insert: '-' }])).toBe('a😀-b');
  });

  it.each<[Json]>([[''], [null], [{ ops: 'x' }], [[]]])('reads no change from %j', (delta) => {
    expect(readDelta(delta)).toEqual([]);
  });
});
