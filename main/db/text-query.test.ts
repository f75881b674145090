import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFields } from '../../shared/domain/filter/filter.ts';
import { newProject } from '../../tests/support/temp-project.ts';
import { prepare } from './database.ts';
import { toTextQuery } from './text-query.ts';

describe('toTextQuery', () => {
  it.each([
    ['refund', '"refund"*'],
    ['refund ', '"refund"'],
    ['late refund', '"late" "refund"*'],
    ['"late refund"', '"late refund"'],
    ['"late ref', '"late ref"'],
    ['NOT a OR (b', '"NOT" "a" "OR" "(b"*'],
    ['follow-up', '"follow-up"*'],
    ['naïve', '"naïve"*'],
    ['refu* late', '"refu"* "late"*'],
    ['"late ref"* x ', '"late ref"* "x"'],
    ['- : *', null],
    ['', null],
  ])('turns %j into %j', (input, query) => expect(toTextQuery(input)).toBe(query));

  it('asks one of the texts where it is named', () => {
    expect(toTextQuery('"late refund" soon ', 'edit')).toBe('{edit} : ("late refund" "soon")');
  });

  it('is never a syntax error, whatever is typed', () => {
    const { database } = newProject();
    const search = prepare(database, 'SELECT rowid FROM interactions_text WHERE interactions_text MATCH ?');
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '*', ' OR ', 'NEAR(', ':', '\0', '^', '{', '-'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        for (const field of textFields) {
          const query = toTextQuery(pieces.join(''), field);
          if (query !== null) expect(search.all(query)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
