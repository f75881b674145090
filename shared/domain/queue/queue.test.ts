import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreementOf } from './disagreement.ts';
import { divideQueue, everybody } from './divide-queue.ts';
import { paceOf } from './pace.ts';
import { parseQueueOrder, queueOrderKinds, queueOrderToText } from './queue-order.ts';
import { roundRobin } from './round-robin.ts';
import { featuresOf, trainWordModel } from './word-model.ts';

const queue = fc.record({
  seqs: fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 80 }),
  annotators: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
  overlap: fc.integer({ min: 0, max: 100 }),
  seed: fc.nat(1000),
  goldEvery: fc.option(fc.integer({ min: 1, max: 7 })),
  gold: fc.uniqueArray(fc.integer({ min: 20_000, max: 20_100 }), { maxLength: 6 }),
});

describe('divideQueue', () => {
  it('gives every interaction once to everybody or to one annotator, in order, with gold after so many of their own', () => {
    fc.assert(
      fc.property(queue, ({ seqs, ...options }) => {
        const places = [...divideQueue(seqs, options)];
        const regular = places.filter(({ position }) => position % 2 === 0);
        expect(regular.map(({ seq }) => seq)).toEqual(seqs);
        const receivers = options.annotators.length === 0 ? [everybody] : options.annotators;
        for (const receiver of receivers) {
          const own = places.filter(({ assignee }) => assignee === everybody || assignee === receiver);
          const positions = own.map(({ position }) => position);
          expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
          const every = options.goldEvery ?? Infinity;
          const count = own.filter(({ position }) => position % 2 === 0).length;
          const gold = own.flatMap(({ seq }, at) => (seq >= 20_000 ? [{ seq, at }] : []));
          const expected = options.gold.slice(0, Math.floor(count / every));
          expect(gold).toEqual(expected.map((seq, index) => ({ seq, at: every * (index + 1) + index })));
        }
      }),
    );
  });

  it('does not take an interaction from an annotator when others come', () => {
    fc.assert(
      fc.property(queue, fc.nat(80), ({ seqs, ...options }, some) => {
        const assigned = (list: readonly number[]) =>
          new Map(
            [...divideQueue(list, { ...options, goldEvery: null })].map(({ seq, assignee }) => [
              seq,
              assignee,
            ]),
          );
        const all = assigned(seqs);
        for (const [seq, assignee] of assigned(seqs.slice(some))) expect(all.get(seq)).toBe(assignee);
      }),
    );
  });
});

describe('paceOf', () => {
  it('is the mean time of one, without pauses', () => {
    const minute = 60_000;
    expect(paceOf([20 * minute, 19 * minute, 18 * minute, 10 * minute, 9 * minute])).toBe(minute);
    expect(paceOf([20 * minute, 10 * minute])).toBeNull();
    expect(paceOf([])).toBeNull();
  });

  it('looks at the last hour of work only', () => {
    const fast = Array.from({ length: 60 }, (_, i) => 10_000_000 - i * 60_000);
    const slow = Array.from({ length: 60 }, (_, i) => 10_000_000 - 60 * 60_000 - i * 240_000);
    expect(paceOf([...fast, ...slow])).toBe(60_000);
  });
});

const answer = (key: string, position: number | null = null) => ({ key, position });

describe('disagreementOf', () => {
  it('is the share of pairs that differ, or their mean distance on a scale', () => {
    expect(disagreementOf([answer('a')])).toBeNull();
    expect(disagreementOf([answer('a'), answer('a')])).toBe(0);
    expect(disagreementOf([answer('a'), answer('a'), answer('b')])).toBeCloseTo(2 / 3);
    expect(disagreementOf([answer('1', 1), answer('5', 5)])).toBe(4);
  });
});

describe('roundRobin', () => {
  it('takes one of each in turn', () => {
    expect([...roundRobin([['a', 'b', 'c'], [], ['x'], ['1', '2']])]).toEqual(['a', 'x', '1', 'b', '2', 'c']);
  });
});

describe('the word model', () => {
  it('is sure of what it has seen and not of what lies between', () => {
    const examples = Array.from({ length: 20 }, (_, i) => ({
      features: featuresOf(i % 2 === 0 ? `kind warm ${i}` : `rude cold ${i}`, [0.5]),
      answer: i % 2,
    }));
    const sureness = trainWordModel(examples, 2, 1);
    const [warm, mixed] = [
      sureness(featuresOf('kind warm', [0.5])),
      sureness(featuresOf('kind cold', [0.5])),
    ];
    expect(warm).toBeGreaterThan(0.8);
    expect(mixed).toBeLessThan(0.3);
    expect(trainWordModel(examples, 2, 1)(featuresOf('kind warm', [0.5]))).toBe(warm);
    expect(Number.isFinite(sureness(featuresOf('', [0])))).toBe(true);
  });
});

describe('orders as people write them', () => {
  it('are read back as they were', () => {
    const texts = [
      'stratified:label.verdict',
      'lowest_signal:rating',
      'disagreement:verdict',
      'uncertain:verdict',
    ];
    const plain = queueOrderKinds.filter((kind) => !texts.some((text) => text.startsWith(kind)));
    expect(plain.length + texts.length).toBe(queueOrderKinds.length);
    for (const text of [...texts, ...plain]) {
      const parsed = parseQueueOrder(text);
      expect(parsed.ok && queueOrderToText(parsed.value)).toBe(text);
    }
  });

  it.each(['', 'best', 'stratified', 'stratified:output', 'disagreement:', 'uncertain'])(
    '%j is none',
    (text) => {
      expect(parseQueueOrder(text)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
    },
  );
});
