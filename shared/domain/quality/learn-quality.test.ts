import { describe, expect, it } from 'vitest';
import { createRandomNumber } from '../agreement/seeded-random.ts';
import { catalogue } from '../signals/catalogue.ts';
import { qualityScore } from '../signals/quality-score.ts';
import { logistic } from '../statistics/logistic-regression.ts';
import { applyModel } from './apply-model.ts';
import { foldRows } from './fold-rows.ts';
import type { LabelledRow } from './labelled-row.ts';
import { type LearnedQuality, learnQuality } from './learn-quality.ts';

interface MadeUp {
  readonly rows: number;
  readonly users: number;
  readonly seed?: number;
}

/** Rows whose labels follow what was accepted and how often was asked again, and nothing else. */
function madeUp({ rows, users, seed = 1 }: MadeUp): LabelledRow[] {
  const random = createRandomNumber(seed);
  return Array.from({ length: rows }, (_, place) => {
    const accepted = random() < 0.6 ? 1 : 0;
    const requeried = random() < 0.3 ? 1 : 0;
    const copied = random() < 0.5 ? 1 : 0;
    const logOdds = -0.5 + 2 * accepted - 1.5 * requeried;
    const isKnown = random() < 0.7;
    return {
      isGood: random() < logistic(logOdds),
      session: `s${place}`,
      user: `u${place % users}`,
      values: { accepted, discarded: 1 - accepted, copied, dwell: 100, ...(isKnown ? { requeried } : {}) },
    };
  });
}

function learn(rows: readonly LabelledRow[]): LearnedQuality {
  const learned = learnQuality(
    rows,
    catalogue,
    (values) => qualityScore(values, catalogue, {})?.score ?? null,
  );
  if (learned === null) throw new Error('Nothing was learned.');
  return learned;
}

/** For one unit more of the value, not of its deviation. */
function slopeOf({ features }: LearnedQuality, signal: string): number {
  const feature = features.find((one) => one.signal === signal && one.kind === 'value');
  return feature === undefined ? NaN : feature.coefficient / feature.deviation;
}

describe('learning quality', () => {
  const rows = madeUp({ rows: 4000, users: 200 });
  const model = learn(rows);

  it('finds what labels follow, and says that the rest tells nothing', () => {
    expect(slopeOf(model, 'accepted')).toBeCloseTo(2, 0);
    // Oriented: to ask again is bad.
    expect(slopeOf(model, 'requeried')).toBeCloseTo(1.5, 0);
    const copied = model.features.find(({ signal }) => signal === 'copied');
    expect(copied?.low).toBeLessThan(0);
    expect(copied?.high).toBeGreaterThan(0);
  });

  it('takes signals that say the same once, and none that has no good end', () => {
    expect(model.leftOut).toContainEqual({
      signal: 'discarded',
      name: 'Discarded',
      reason: 'It says the same as Accepted.',
    });
    expect(model.features.map(({ signal, kind }) => `${signal} ${kind}`)).toEqual([
      'accepted value',
      'requeried value',
      'copied value',
      'requeried known',
    ]);
  });

  it('is calibrated, and better than the share of good alone', () => {
    expect(model.learned.figures.count).toBe(4000);
    expect(model.learned.figures.auc).toBeGreaterThan(0.7);
    expect(model.learned.figures.brier).toBeLessThan(model.base.brier);
    expect(model.learned.figures.logLoss).toBeLessThan(model.base.logLoss);
    expect(model.learned.calibration.error).toBeLessThan(0.04);
    expect(model.weighted?.figures.count).toBe(4000);
  });

  it('gives the same model again', () => {
    expect(learn(madeUp({ rows: 4000, users: 200 }))).toEqual(model);
  });

  it('explains each score: what signals add is what it is', () => {
    const { score, intercept, contributions } = applyModel(model, catalogue, { accepted: 1, requeried: 1 });
    const sum = contributions.reduce((total, { logOdds }) => total + logOdds, intercept);
    expect(score).toBeCloseTo(logistic(sum), 12);
    expect(applyModel(model, catalogue, { accepted: 1 }).score).toBeGreaterThan(score);
  });

  it('foretells nothing where labels are chance', () => {
    const random = createRandomNumber(9);
    const chance = learn(
      rows.map(({ session, user, values }) => ({ isGood: random() < 0.5, session, user, values })),
    );
    expect(chance.learned.figures.auc).toBeGreaterThan(0.45);
    expect(chance.learned.figures.auc).toBeLessThan(0.55);
  });

  it('learns nothing where nothing differs', () => {
    const same = rows.map(({ isGood, session, user }) => ({
      isGood,
      session,
      user,
      values: { accepted: 1 },
    }));
    expect(learnQuality(same, catalogue, () => null)).toBeNull();
  });
});

describe('folds', () => {
  it('keep rows of a user and of a session together', () => {
    const rows = Array.from({ length: 300 }, (_, place) => ({
      session: place % 3 === 0 ? `s${place % 70}` : null,
      user: place % 2 === 0 ? `u${place % 40}` : null,
    }));
    const { foldOf, count, by } = foldRows(rows);
    expect(by).toBe('session_and_user');
    for (const key of ['session', 'user'] as const) {
      const folds = new Map<string, number>();
      for (const [place, row] of rows.entries()) {
        const name = row[key];
        if (name === null) continue;
        expect(folds.get(name) ?? foldOf[place]).toBe(foldOf[place]);
        folds.set(name, foldOf[place] ?? 0);
      }
    }
    const sizes = Array.from({ length: count }, (_, fold) => foldOf.filter((one) => one === fold).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(60);
  });

  it('keep sessions together where there are few users, and nothing where there are few sessions', () => {
    const ofOneUser = Array.from({ length: 100 }, (_, place) => ({ session: `s${place % 20}`, user: 'u' }));
    expect(foldRows(ofOneUser)).toMatchObject({ by: 'session', groups: 20 });
    expect(foldRows(ofOneUser.map(({ user }) => ({ session: 's', user })))).toMatchObject({
      by: 'interaction',
      groups: 100,
    });
  });
});
