import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterOperators } from './filter.ts';
import { clauseToText, parseClause } from './parse-clause.ts';

describe('parseClause', () => {
  it.each([
    ['labelled=no', 'labelled', '=', 'no'],
    ['label.verdict=good', 'label.verdict', '=', 'good'],
    ['signal.rating<=2', 'signal.rating', '<=', '2'],
    ['rating<=2', 'signal.rating', '<=', '2'],
    ['action = accepted', 'signal.action', '=', 'accepted'],
    ['text~refund', 'text', '~', 'refund'],
    ['created_at>=2026-01-01', 'created_at', '>=', '2026-01-01'],
    ['source=lamp', 'source', '=', 'lamp'],
    ['session=a=b', 'session', '=', 'a=b'],
    ['labelled_by!=Ana María', 'labelled_by', '!=', 'Ana María'],
    ['label.verdict=', 'label.verdict', '=', ''],
    ['label.verdict@ana@x.com=good', 'label.verdict@ana@x.com', '=', 'good'],
    ['failure_mode@Ana María!=Tone', 'label.failure_mode@Ana María', '!=', 'Tone'],
  ])('reads %s', (text, field, operator, value) => {
    expect(parseClause(text)).toEqual({ ok: true, value: { field, operator, value } });
  });

  it.each([
    ['verdict', 'Write a field, an operator and a value'],
    ['colour=red', 'There is no field "colour"'],
    ['constructor=1', 'There is no field "constructor"'],
    ['label.=good', 'There is no field "label."'],
    ['label.verdict@=good', 'an annotator after "@"'],
    ['label.@ana=good', 'Name a question'],
    ['rating@ana=3', 'There is no field "rating@ana"'],
    ['labelled=maybe', 'labelled=yes'],
    ['labelled!=yes', 'labelled=yes'],
    ['text=refund', 'text~WORDS'],
    ['model<3', '"model" is text'],
    ['created_at>=soon', 'is not a time'],
    ['created_at~2026', 'is a time'],
    ['signal.rating<good', 'compares numbers'],
    ['source=', 'Name one source'],
  ])('refuses %s with what to write', (text, sentence) => {
    const result = parseClause(text);
    expect(result).toMatchObject({ ok: false, error: { code: 'FILTER_INVALID' } });
    expect(result.ok ? '' : result.error.message).toContain(sentence);
  });

  it('names the fields where one is unknown', () => {
    const result = parseClause('colour=red');
    for (const field of ['source', 'labelled_by', 'label.<question>', 'signal.<name>']) {
      expect(result.ok ? '' : result.error.message).toContain(field);
    }
  });

  it('never throws, and reads back what it wrote', () => {
    const field = fc.constantFrom(
      'source',
      'model',
      'label.verdict',
      'label.verdict@ana@x.com',
      'failure_mode@ana',
      'signal.rating',
      'text',
      'created_at',
      'edited',
    );
    fc.assert(
      fc.property(field, fc.constantFrom(...filterOperators), fc.string(), (name, operator, value) => {
        const first = parseClause(`${name}${operator}${value}`);
        if (first.ok) expect(parseClause(clauseToText(first.value))).toEqual(first);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseClause(text)));
  });
});
