import { describe, expect, it } from 'vitest';
import { createRandomNumber } from '../agreement/seeded-random.ts';
import { saturationOf, saturationSentence } from './saturation.ts';

const none: ReadonlySet<number> = new Set();

describe('saturationOf', () => {
  it('counts different modes so far and new ones per 20', () => {
    const reviewed = Array.from({ length: 45 }, (_, index) => {
      if (index < 5) return new Set([index]);
      if (index === 25) return new Set([0, 5]);
      return none;
    });
    expect(saturationOf(reviewed)).toEqual({
      reviewed: 45,
      modes: 6,
      points: [
        { reviewed: 20, modes: 5, newModes: 5 },
        { reviewed: 40, modes: 6, newModes: 1 },
        { reviewed: 45, modes: 6, newModes: 0 },
      ],
      once: 5,
      twice: 1,
      unseenShare: 5 / 7,
      chao1: 6 + (5 * 4) / (2 * 2),
    });
  });

  it('knows nothing of nothing', () => {
    expect(saturationOf([])).toMatchObject({ points: [], unseenShare: null, chao1: 0 });
    expect(saturationOf([none])).toMatchObject({ modes: 0, unseenShare: null, chao1: 0 });
  });

  it('estimates the chance of a new mode as often as one comes', () => {
    const random = createRandomNumber(7);
    // Zipf: the share of a mode falls with its rank.
    const weights = Array.from({ length: 40 }, (_, rank) => 1 / (rank + 1));
    const all = weights.reduce((total, weight) => total + weight, 0);
    const draw = () => {
      let left = random() * all;
      return Math.max(
        0,
        weights.findIndex((weight) => (left -= weight) < 0),
      );
    };
    let estimated = 0;
    let unseen = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const found = Array.from({ length: 60 }, draw);
      const { unseenShare, chao1, modes } = saturationOf(found.map((mode) => new Set([mode])));
      estimated += (unseenShare ?? 0) / runs;
      const missing = weights.filter((_, mode) => !found.includes(mode));
      unseen += missing.reduce((total, weight) => total + weight, 0) / all / runs;
      expect(chao1).toBeGreaterThanOrEqual(modes);
    }
    expect(Math.abs(estimated - unseen)).toBeLessThan(0.02);
  });
});

/** Of steps of 20 interactions with so many new modes each. */
function sentence(...counts: readonly number[]): string {
  let mode = 0;
  const reviewed = counts.flatMap((count) =>
    Array.from({ length: 20 }, (_, index) => (index < count ? new Set([mode++]) : none)),
  );
  return saturationSentence(saturationOf(reviewed));
}

describe('saturationSentence', () => {
  it('says whether the curve flattens', () => {
    expect(sentence()).toBe('Nothing is reviewed yet.');
    expect(sentence(3)).toBe(
      'The last 20 reviewed interactions brought 3 new failure modes; it is too early to tell whether more will follow.',
    );
    expect(sentence(3, 2, 1, 0)).toBe(
      'The last 40 reviewed interactions brought 1 new failure mode: the curve flattens.',
    );
    expect(sentence(3, 0, 0)).toBe(
      'The last 40 reviewed interactions brought no new failure modes: the curve flattens.',
    );
    expect(sentence(3, 2, 2)).toBe(
      'The last 40 reviewed interactions brought 4 new failure modes: the curve still rises.',
    );
  });
});
