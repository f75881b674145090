import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelValue } from '../schema/label-schema.ts';
import { answerKey } from './answer-scale.ts';
import { type Consensus, consensusOf, type GivenAnswer } from './consensus.ts';

const names = ['ana', 'bo', 'cy', 'di', 'eva'];
const value = fc.constantFrom<LabelValue>('good', 'bad', 3, '3', true, ['a', 'b'], ['b', 'a']);
const answers = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: names.length })
  .chain((who) =>
    fc.tuple(...who.map((annotator) => fc.record({ annotator: fc.constant(annotator), value }))),
  )
  .map((given): readonly GivenAnswer[] => given);
const resolution = fc.option(value);
const rule = fc.constantFrom<Consensus>(
  { rule: 'majority' },
  { rule: 'majority', expert: 'bo' },
  { rule: 'expert', expert: 'bo' },
  { rule: 'adjudicated' },
);

function agreed(consensus: Consensus, given: readonly LabelValue[], resolved: LabelValue | null = null) {
  const list = given.map((one, index) => ({ annotator: names[index] ?? '', value: one }));
  const found = consensusOf(consensus, { answers: list, resolution: resolved }, answerKey);
  return found.kind === 'agreed' ? found.value : found.kind;
}

describe('consensusOf', () => {
  it.each<[string, Consensus, readonly LabelValue[], LabelValue]>([
    ['two of three are a majority', { rule: 'majority' }, ['good', 'bad', 'good'], 'good'],
    ['half is none', { rule: 'majority' }, ['good', 'bad', 'good', 'bad'], 'open'],
    ['the most frequent of three answers is none', { rule: 'majority' }, ['a', 'a', 'b', 'c'], 'open'],
    ['one answer alone is a majority', { rule: 'majority' }, ['good'], 'good'],
    ['a tie is the expert’s', { rule: 'majority', expert: 'bo' }, ['good', 'bad'], 'bad'],
    ['a majority beats the expert', { rule: 'majority', expert: 'bo' }, ['good', 'bad', 'good'], 'good'],
    ['the expert alone counts', { rule: 'expert', expert: 'cy' }, ['good', 'good', 'bad'], 'bad'],
    ['an expert who is silent decides nothing', { rule: 'expert', expert: 'di' }, ['good', 'good'], 'open'],
    ['all agree', { rule: 'adjudicated' }, ['good', 'good', 'good'], 'good'],
    ['one differs', { rule: 'adjudicated' }, ['good', 'good', 'bad'], 'open'],
    ['nobody answered', { rule: 'majority' }, [], 'unanswered'],
    [
      'equal lists in another order',
      { rule: 'adjudicated' },
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b'],
    ],
    ['a number and its text', { rule: 'adjudicated' }, [3, '3'], '3'],
  ])('%s', (_, consensus, given, expected) => {
    expect(agreed(consensus, given)).toEqual(expected);
  });

  it('takes a resolution over everything where it is asked for, and never else', () => {
    fc.assert(
      fc.property(rule, answers, value, (consensus, given, resolved) => {
        const without = consensusOf(consensus, { answers: given, resolution: null }, answerKey);
        const found = consensusOf(consensus, { answers: given, resolution: resolved }, answerKey);
        if (consensus.rule === 'adjudicated') expect(found).toEqual({ kind: 'agreed', value: resolved });
        else expect(found).toEqual(without);
      }),
    );
  });

  it('is the same whatever the order of the annotators', () => {
    const shuffled = answers.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length })),
    );
    fc.assert(
      fc.property(rule, shuffled, resolution, (consensus, [given, other], resolved) => {
        expect(consensusOf(consensus, { answers: other, resolution: resolved }, answerKey)).toEqual(
          consensusOf(consensus, { answers: given, resolution: resolved }, answerKey),
        );
      }),
    );
  });

  it('is an answer that somebody gave, by more than half of all where a majority decides', () => {
    fc.assert(
      fc.property(rule, answers, (consensus, given) => {
        const found = consensusOf(consensus, { answers: given, resolution: null }, answerKey);
        expect(found.kind === 'unanswered').toBe(given.length === 0);
        if (found.kind !== 'agreed') return;
        const same = given.filter((answer) => answerKey(answer.value) === answerKey(found.value));
        expect(same.length).toBeGreaterThan(0);
        if (consensus.rule === 'adjudicated') expect(same.length).toBe(given.length);
        if (consensus.rule === 'majority' && consensus.expert === undefined)
          expect(same.length).toBeGreaterThan(given.length / 2);
      }),
    );
  });
});
