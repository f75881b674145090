import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseToText, parseClause } from '../filter/parse-clause.ts';
import { parseQuery } from './parse-query.ts';
import { queryToText } from './query-to-text.ts';

function read(text: string) {
  const query = parseQuery(text);
  return query.ok ? query.value : query.error;
}

describe('parseQuery', () => {
  it.each([
    ['', []],
    ['refund', [{ field: 'text', operator: '~', value: '"refund"' }]],
    ['"my refund"', [{ field: 'text', operator: '~', value: '"my refund"' }]],
    ['refu*', [{ field: 'text', operator: '~', value: '"refu"*' }]],
    ['"my refu"*', [{ field: 'text', operator: '~', value: '"my refu"*' }]],
    ['follow-up', [{ field: 'text', operator: '~', value: '"follow-up"' }]],
    ['input:where', [{ field: 'input', operator: '~', value: '"where"' }]],
    ['edit~sorr*', [{ field: 'edit', operator: '~', value: '"sorr"*' }]],
    ['-refund', [{ field: 'text', operator: '~', value: '"refund"', not: true }]],
    ['-output:"on its way"', [{ field: 'output', operator: '~', value: '"on its way"', not: true }]],
    ['labelled:no', [{ field: 'labelled', operator: '=', value: 'no' }]],
    ['-labelled:no', [{ field: 'labelled', operator: '=', value: 'yes' }]],
    ['label.verdict=good', [{ field: 'label.verdict', operator: '=', value: 'good' }]],
    ['-verdict', [{ field: 'text', operator: '~', value: '"verdict"', not: true }]],
    ['-model=small', [{ field: 'model', operator: '!=', value: 'small' }]],
    ['-model!=small', [{ field: 'model', operator: '=', value: 'small' }]],
    ['-model~sm', [{ field: 'model', operator: '~', value: 'sm', not: true }]],
    ['model:gpt*', [{ field: 'model', operator: '=', value: 'gpt*' }]],
    ['signal.latency_ms>800', [{ field: 'signal.latency_ms', operator: '>', value: '800' }]],
    ['-rating<=2', [{ field: 'signal.rating', operator: '<=', value: '2', not: true }]],
    ['created_at>=2026-01-01', [{ field: 'created_at', operator: '>=', value: '2026-01-01' }]],
    ['source:"my file.jsonl"', [{ field: 'source', operator: '=', value: 'my file.jsonl' }]],
    ['label.verdict@ana=good', [{ field: 'label.verdict@ana', operator: '=', value: 'good' }]],
    [
      '"failure_mode@Ana María"=Tone',
      [{ field: 'label.failure_mode@Ana María', operator: '=', value: 'Tone' }],
    ],
    ['failure_mode=Tone', [{ field: 'label.failure_mode', operator: '=', value: 'Tone' }]],
    ['"label.Overall quality"=4', [{ field: 'label.Overall quality', operator: '=', value: '4' }]],
    ['label."Overall quality"=4', [{ field: 'label.Overall quality', operator: '=', value: '4' }]],
    [
      String.raw`user="say \"hi\" \\"`,
      [{ field: 'user', operator: '=', value: String.raw`say "hi" \ `.trim() }],
    ],
    ['model=', [{ field: 'model', operator: '=', value: '' }]],
    ['session=a=b:c', [{ field: 'session', operator: '=', value: 'a=b:c' }]],
  ])('reads %s', (text, clauses) => {
    expect(read(text)).toEqual(clauses);
  });

  it('joins all that is written, in order', () => {
    expect(queryToText(parsed('  "late order" -spam  labelled:no rating<3 '))).toBe(
      '"late order" -spam labelled=no rating<3',
    );
  });

  it.each([
    ['labelled:no colour:red', 12, 22, 'There is no field "colour"'],
    ['constructor:1', 0, 13, 'There is no field "constructor"'],
    ['a "b c', 2, 6, 'is not closed'],
    ['a - b', 2, 3, 'right behind the "-"'],
    [':x', 0, 2, 'no field before ":"'],
    ['!!!', 0, 3, 'no letter or number'],
    ['text=refund', 0, 11, 'text~WORDS'],
    ['labelled:maybe', 0, 14, 'labelled=yes'],
    ['created_at>=soon', 0, 16, 'is not a time'],
    ['"label.a=b"=1', 0, 13, 'There is no field'],
  ])('says what is wrong with %s, and where', (text, from, to, sentence) => {
    const problem = read(text);
    expect(problem).toMatchObject({ code: 'FILTER_INVALID', from, to });
    expect(problem).toHaveProperty('message', expect.stringContaining(sentence));
    expect(problem).toHaveProperty('message', expect.stringContaining(`At character ${from + 1}: `));
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('"', '-', ':', '*', ' ', '\\', '\\"', '~', '=', '!=', '<', '>=', '3', 'yes', 'refund'),
    fc.constantFrom('model', 'text', 'input', 'rating', 'labelled', 'created_at', 'label.', 'signal.x'),
    fc.constantFrom('2026-01-01', '__proto__'),
  );
  const typed = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('never throws, and reads back what it wrote, as a line and in addresses', () => {
    let readable = 0;
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text);
        if (!query.ok) return;
        readable += query.value.length;
        expect(read(queryToText(query.value))).toEqual(query.value);
        for (const clause of query.value)
          expect(parseClause(clauseToText(clause))).toEqual({ ok: true, value: clause });
      }),
      { numRuns: 3000 },
    );
    expect(readable).toBeGreaterThan(500);
  });

  it('writes what other controls made in a form that finds the same', () => {
    expect(queryToText([{ field: 'text', operator: '~', value: 'where is my refu' }])).toBe(
      'where is my refu*',
    );
    expect(queryToText([{ field: 'text', operator: '~', value: 'refund ' }])).toBe('refund');
    expect(queryToText([{ field: 'text', operator: '~', value: '!!!' }])).toBe('"!!!"');
  });
});

function parsed(text: string) {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(query.error.message);
  return query.value;
}
