import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createContrasts, type Standing, standingByAct, standingByValue } from './contrasts.ts';

interface Row {
  readonly input: number;
  readonly seq: number;
  readonly standing: Standing;
}

function pairsOf(rows: readonly Row[], thresholds = {}): string[] {
  const contrasts = createContrasts(rows.length, thresholds);
  for (const { input, seq, standing } of rows) contrasts.add(input, seq, standing);
  return rows
    .flatMap(({ input, seq }) => {
      const place = contrasts.placeOf(input, seq);
      return place.ok ? [`${seq}>${place.value.worseSeq} by ${place.value.difference}`] : [];
    })
    .toSorted();
}

function rated(input: number, seq: number, value: number, isEdited = false): Row {
  return { input, seq, standing: { best: value, worst: value, isEdited } };
}

it('pairs the best output of an input with its worst, once', () => {
  expect(pairsOf([rated(1, 1, 3), rated(1, 2, 5), rated(1, 3, 1), rated(1, 4, 5), rated(2, 5, 4)])).toEqual([
    '2>3 by 4',
  ]);
});

it('pairs an edited output with itself where there is no other, and prefers it among equals', () => {
  expect(pairsOf([rated(1, 1, 2, true)])).toEqual(['1>1 by 0']);
  expect(pairsOf([rated(1, 1, 2), rated(1, 2, 2, true)])).toEqual(['2>1 by 0']);
  expect(pairsOf([rated(1, 1, 2), rated(1, 2, 2)])).toEqual([]);
});

it('leaves out pairs whose best is not good or whose worst is not bad', () => {
  const rows = [rated(1, 1, 3), rated(1, 2, 2), rated(2, 3, 5), rated(2, 4, 1)];
  expect(pairsOf(rows, { good: 4 })).toEqual(['3>4 by 4']);
  expect(pairsOf(rows, { bad: 1 })).toEqual(['3>4 by 4']);
  expect(pairsOf(rows)).toHaveLength(2);
});

it('says why an interaction makes no pair', () => {
  const contrasts = createContrasts(3);
  contrasts.add(1, 1, { best: 5, worst: 5, isEdited: false });
  contrasts.add(1, 2, { best: 1, worst: 1, isEdited: false });
  contrasts.add(2, 3, { best: 1, worst: 1, isEdited: false });
  expect([1, 2].map((seq) => contrasts.placeOf(1, seq))).toMatchObject([
    { ok: true },
    { error: { rule: 'other_output_stands' } },
  ]);
  expect(contrasts.placeOf(2, 3)).toMatchObject({ error: { rule: 'equal_outputs' } });
  expect(contrasts.placeOf(3, 4)).toMatchObject({ error: { rule: 'equal_outputs' } });
});

it('orders outputs by what people did', () => {
  const [edited, accepted, discarded] = [
    standingByAct('sent', true),
    standingByAct('accepted', false),
    standingByAct('discarded', false),
  ];
  expect(edited?.best).toBeGreaterThan(accepted?.best ?? Infinity);
  expect(accepted?.worst).toBeGreaterThan(edited?.worst ?? Infinity);
  expect(edited?.worst).toBeGreaterThan(discarded?.worst ?? Infinity);
  expect(standingByAct('ignored', false)).toBeNull();
  expect(standingByAct(null, false)).toBeNull();
  expect(standingByValue(null, true)).toBeNull();
});

it('finds one pair an input at most, from its highest to its lowest value, whatever the order of inputs', () => {
  const rows = fc
    .array(fc.record({ input: fc.nat(3), value: fc.integer({ min: 1, max: 4 }), isEdited: fc.boolean() }))
    .map((list) => list.map(({ input, value, isEdited }, seq) => rated(input, seq, value, isEdited)));
  fc.assert(
    fc.property(rows, (list) => {
      const found = pairsOf(list);
      const byInput = [...Map.groupBy(list, ({ input }) => input).values()];
      const expected = byInput.flatMap((ofInput) => {
        const values = ofInput.map(({ standing }) => standing.best);
        const [high, low] = [Math.max(...values), Math.min(...values)];
        const best = ofInput.filter(({ standing }) => standing.best === high);
        const chosen = best.find(({ standing }) => standing.isEdited) ?? best[0];
        const worse = ofInput.find(({ standing }) => standing.worst === low);
        if (chosen === undefined || worse === undefined) return [];
        return high > low || chosen.standing.isEdited ? [`${chosen.seq}>${worse.seq} by ${high - low}`] : [];
      });
      expect(found).toEqual(expected.toSorted());
      const sorted = list.toSorted((a, b) => a.input - b.input);
      expect(pairsOf(sorted)).toEqual(found);
    }),
  );
});
