import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareChanged } from '../metrics/share-changed.ts';
import type { ExportRow } from './export-row.ts';
import { judgedValue, preferredOf } from './judged-value.ts';
import { answerPair, judgedAnswers, learnedAnswer } from './pairing.ts';
import { pairingProblem } from './pairing-judgement.ts';
import type { PairingOptions } from './recipe-parts.ts';

const row: ExportRow = {
  interactionId: 'i1',
  messages: [{ role: 'user', content: 'Where is it?' }],
  output: 'one two three four',
  edit: null,
};

function rated(value: number | null, changes: Partial<ExportRow> = {}): ExportRow {
  return { ...row, pairing: { kind: 'value', value }, ...changes };
}

const stars: PairingOptions = { from: 'rating', good: 4, bad: 2 };
const target = 'edit';

function ruleOf(result: { readonly ok: boolean; readonly error?: { readonly rule: string } }): string | null {
  return result.error?.rule ?? null;
}

describe('answers of edits', () => {
  it('leave out edits that change too few or too many words, in every kind of set', () => {
    const edited = { ...row, edit: 'one two three five' };
    const small = { target, pairs: { from: 'edit', leastChange: 0.3 } } as const;
    const large = { target, pairs: { from: 'edit', mostChange: 0.2 } } as const;
    for (const answers of [learnedAnswer, answerPair, judgedAnswers]) {
      expect(ruleOf(answers(edited, small))).toBe('edit_too_small');
      expect(ruleOf(answers(edited, large))).toBe('edit_too_large');
      expect(
        answers(edited, { target, pairs: { from: 'edit', leastChange: 0.25, mostChange: 0.25 } }).ok,
      ).toBe(true);
    }
  });

  it('stay where their share of changed words is within the thresholds, and only there', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 });
    const share = fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10);
    fc.assert(
      fc.property(words, words, share, share, (from, to, leastChange, mostChange) => {
        const edited = { ...row, output: from.join(' '), edit: to.join(' ') };
        const changed = shareChanged(edited.output, edited.edit);
        const answer = learnedAnswer(edited, { target, pairs: { from: 'edit', leastChange, mostChange } });
        expect(answer.ok).toBe(changed >= leastChange && changed <= mostChange);
      }),
    );
  });
});

describe('answers of ratings', () => {
  it('learn what is rated good, and the edit of it where there is one', () => {
    expect(learnedAnswer(rated(4), { target, pairs: stars })).toEqual({
      ok: true,
      value: { answer: row.output, draft: null, score: { by: 'rating', value: 4 } },
    });
    expect(learnedAnswer(rated(5, { edit: 'better' }), { target, pairs: stars })).toMatchObject({
      value: { answer: 'better', draft: row.output },
    });
    expect(ruleOf(learnedAnswer(rated(2), { target, pairs: stars }))).toBe('judged_bad');
    expect(ruleOf(learnedAnswer(rated(3), { target, pairs: stars }))).toBe('neither_good_nor_bad');
    expect(ruleOf(learnedAnswer(rated(null), { target, pairs: stars }))).toBe('no_rating');
    expect(ruleOf(learnedAnswer(row, { target, pairs: { from: 'outcome', signal: 'resolved' } }))).toBe(
      'no_outcome',
    );
  });

  it('are good or bad in themselves, whatever somebody edited', () => {
    const [good, bad, between] = [4, 1, 3].map((value) =>
      judgedAnswers(rated(value, { edit: 'better' }), { target, pairs: stars }),
    );
    expect(good).toEqual({ ok: true, value: [{ answer: row.output, good: true }] });
    expect(bad).toEqual({ ok: true, value: [{ answer: row.output, good: false }] });
    expect(between).toMatchObject({ error: { rule: 'neither_good_nor_bad' } });
  });

  it('are never good and bad at once, and both only grow as their thresholds come nearer', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.nat(), fc.nat(), (value, bad, gap, step) => {
        const pairs = (shift: number) =>
          ({ from: 'rating', bad: bad + shift, good: bad + gap + step + 1 }) as const;
        const [one] = valuesOf(judgedAnswers(rated(value), { target, pairs: pairs(0) }));
        const [nearer] = valuesOf(judgedAnswers(rated(value), { target, pairs: pairs(step) }));
        if (one !== undefined) expect(nearer).toEqual(one);
      }),
    );
  });
});

function valuesOf<Value>(result: {
  readonly ok: boolean;
  readonly value?: readonly Value[];
}): readonly Value[] {
  return result.value ?? [];
}

const preferring = (preferred: 'output' | 'other' | 'neither', other: string | null = 'the other') =>
  answerPair(
    { ...row, pairing: { kind: 'preference', preferred: { ok: true, value: preferred }, other } },
    { pairs: { from: 'preference' } },
  );

describe('answers of preferences', () => {
  it('have the preferred one first', () => {
    expect(preferring('output')).toEqual({
      ok: true,
      value: { chosen: row.output, rejected: 'the other' },
    });
    expect(preferring('other')).toMatchObject({ value: { chosen: 'the other', rejected: row.output } });
    expect(ruleOf(preferring('neither'))).toBe('neither_good_nor_bad');
    expect(ruleOf(preferring('output', null))).toBe('no_other_output');
    expect(ruleOf(preferring('other', ` ${row.output}\n`))).toBe('identical_preference');
  });
});

it('reads judgements as numbers, and preferences in the ways that data sets write them', () => {
  expect([3, '3.5', true, 'down', '👍', 'Good', 'no idea', ['a']].map(judgedValue)).toEqual([
    3,
    3.5,
    1,
    0,
    1,
    1,
    null,
    null,
  ]);
  expect([1, '2', 0, 'model_b', 'tie', true, 'perhaps'].map(preferredOf)).toEqual([
    'output',
    'other',
    'neither',
    'other',
    'neither',
    null,
    null,
  ]);
});

describe('pairingProblem', () => {
  it.each([
    ['trl-kto', { from: 'preference' }, 'It takes: edit, rating, outcome'],
    ['trl-kto', { from: 'rating', good: 4 }, 'up to which rating'],
    ['openai-chat', { from: 'contrast' }, 'cannot learn from pairs of contrast'],
    ['openai-chat', { from: 'rating' }, 'from which rating'],
    ['openai-chat', { from: 'outcome' }, 'Name the signal'],
    ['openai-chat', { from: 'edit', leastChange: 0.5, mostChange: 0.1 }, 'Exchange'],
    ['openai-chat', { from: 'edit', signal: 'stars' }, 'not judged by a signal'],
    ['trl-kto', { from: 'rating', good: 2, bad: 2 }, 'must be above'],
    ['trl-preference', { from: 'contrast', good: 2 }, 'Name the signal'],
    ['trl-preference', { from: 'rating', leastChange: 0.1 }, 'Shares of changed words'],
  ] as const)('says why %s cannot use %o', (format, pairs, text) => {
    expect(pairingProblem({ format, pairs })).toContain(text);
  });

  it.each([
    ['trl-kto', { from: 'rating', signal: 'thumbs' }],
    ['trl-kto', { from: 'rating', good: 4, bad: 2 }],
    ['trl-reward', { from: 'rating' }],
    ['trl-reward', { from: 'contrast' }],
    ['openai-rft', { from: 'outcome', signal: 'resolved' }],
    ['openai-chat', { from: 'preference' }],
  ] as const)('lets %s use %o', (format, pairs) => {
    expect(pairingProblem({ format, pairs })).toBeNull();
  });
});
