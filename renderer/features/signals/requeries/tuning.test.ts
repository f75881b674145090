import { describe, expect, it } from 'vitest';
import type { SignalSettings } from '../../../../shared/domain/signals/settings.ts';
import { tuningFigures } from './tuning.ts';

const settings: SignalSettings['requery'] = {
  scope: 'session_or_user',
  windowMinutes: 30,
  leastLikeness: 0.6,
};

function judged(likeness: number, verdict: 'yes' | 'no', gapMs: number | null = 0) {
  return { likeness, verdict, gapMs, scope: 'session' as const };
}

describe('precision and recall of settings', () => {
  it('are of the pairs that people judged', () => {
    const pairs = [judged(0.9, 'yes'), judged(0.7, 'yes'), judged(0.7, 'no'), judged(0.4, 'yes')];
    const { precision, recall } = tuningFigures(pairs, settings);
    expect([precision?.count, precision?.total, recall?.count, recall?.total]).toEqual([2, 3, 2, 3]);
    expect(precision?.low).toBeLessThan(2 / 3);
    expect(precision?.high).toBeGreaterThan(2 / 3);
  });

  it('follow the threshold and the window', () => {
    const pairs = [judged(0.9, 'yes'), judged(0.7, 'no'), judged(0.9, 'yes', 3_600_000)];
    expect(tuningFigures(pairs, { ...settings, leastLikeness: 0.8 }).precision).toMatchObject({
      count: 1,
      total: 1,
    });
    expect(tuningFigures(pairs, { ...settings, windowMinutes: 60 }).recall).toMatchObject({
      count: 2,
      total: 2,
    });
  });

  it('are not known where nobody judged', () => {
    expect(tuningFigures([], settings)).toEqual({ precision: null, recall: null });
    expect(tuningFigures([judged(0.4, 'no')], settings)).toEqual({ precision: null, recall: null });
  });
});
