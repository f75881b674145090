import { describe, expect, it } from 'vitest';
import { addCountedCells, yesNo } from '../../../tests/support/counted-cells.ts';
import { middleOf } from '../../../tests/support/logged-weeks.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { type CompareInput, compareValues, type Comparison } from './compare-values.ts';

const now = middleOf('2026-W37');

function twoVersions() {
  const { database } = newProject();
  addCountedCells(database, [
    // Open surgery and through the skin: Charig et al. (1986), BMJ 292, 879-882.
    cellOf('open', 'small', 81, 87, 0.1),
    cellOf('open', 'large', 192, 263, 0.1),
    cellOf('skin', 'small', 234, 270, 0.3),
    cellOf('skin', 'large', 55, 80, 0.3),
  ]);
  return database;
}

function cellOf(promptVersion: string, segment: string, yes: number, n: number, distance: number) {
  const distances = [0, 1, 2, 3, 4].map((step) => [Number((distance + step / 100).toFixed(2)), 10] as const);
  return {
    week: '2026-W30',
    promptVersion,
    segment,
    interactions: n,
    counts: {
      'outcome.resolved': yesNo(yes, n),
      edit_distance: distances,
      accepted: yesNo(Math.floor(n / 2), n),
    },
  };
}

async function comparisonOf(input: Partial<CompareInput> = {}): Promise<Comparison> {
  const compared = await compareValues(twoVersions(), {
    dimension: 'prompt_version',
    a: 'open',
    b: 'skin',
    only: {},
    now,
    ...input,
  });
  if (!compared.ok) throw new Error(compared.error.message);
  return compared.value;
}

describe('comparing two values', () => {
  it('tells the difference with its interval, and that it is the other way round within', async () => {
    const { metrics } = await comparisonOf();
    const resolved = metrics.find(({ id }) => id === 'outcome.resolved');
    expect(resolved).toMatchObject({
      a: { n: 350, yes: 273 },
      b: { n: 350, yes: 289 },
      verdict: 'no_difference',
    });
    expect(resolved?.difference?.value).toBeCloseTo(16 / 350, 12);
    expect(resolved?.difference?.low).toBeLessThan(0);
    expect(resolved?.adjusted).toHaveLength(1);
    expect(resolved?.adjusted[0]).toMatchObject({ dimension: 'segment' });
    expect(resolved?.adjusted[0]?.difference).toBeCloseTo(-0.0538, 4);
    expect(resolved?.adjusted[0]?.message).toContain('The other way round within.');
  });

  it('compares medians from counts', async () => {
    const distance = (await comparisonOf()).metrics.find(({ id }) => id === 'edit_distance');
    expect(distance).toMatchObject({ a: { value: 0.12, n: 100 }, b: { value: 0.32 }, verdict: 'worse' });
    expect(distance?.difference?.value).toBeCloseTo(0.2, 12);
  });

  it('turns round with its sides', async () => {
    const [there, back] = [await comparisonOf(), await comparisonOf({ a: 'skin', b: 'open' })];
    for (const [place, { difference }] of there.metrics.entries())
      expect(back.metrics[place]?.difference?.value).toBeCloseTo(-(difference?.value ?? NaN), 12);
  });

  it('looks at the interactions asked for alone', async () => {
    const { metrics } = await comparisonOf({ only: { segment: 'large' } });
    const resolved = metrics.find(({ id }) => id === 'outcome.resolved');
    expect(resolved).toMatchObject({ a: { n: 263, yes: 192 }, b: { n: 80, yes: 55 }, adjusted: [] });
  });

  it.each([
    [{ a: 'open', b: 'open' }, 'Choose two different values'],
    [{ a: 'open', b: 'other' }, 'There is no prompt version "other"'],
    [{ from: '2026-W60' }, 'There is no week'],
  ])('says what is wrong with %j', async (input, message) => {
    await expect(comparisonOf(input)).rejects.toThrow(message);
  });
});
