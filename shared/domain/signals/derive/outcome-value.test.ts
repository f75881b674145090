import { describe, expect, it } from 'vitest';
import { type LoggedOutcome, outcomeValue } from './outcome-value.ts';

const day = 86_400_000;
const made = Date.UTC(2025, 0, 10);
const row = (value: number | string | null, days: number | null): LoggedOutcome => ({
  number: typeof value === 'number' ? value : null,
  text: typeof value === 'string' ? value : null,
  at: days === null ? null : made + days * day,
});
const onlyYes = { unit: 'yes_no', horizonDays: 14, missing: 'no' } as const;
const yesAndNo = { unit: 'yes_no', horizonDays: 14, missing: 'unknown' } as const;
const found = { unit: 'yes_no', horizonDays: null, missing: 'unknown' } as const;
const after = (days: number) => ({ createdAt: made, feedEnd: made + days * day });

describe('an outcome of which nothing was logged', () => {
  it('is pending within the horizon, to its last moment', () => {
    expect(outcomeValue(onlyYes, [], after(13.9))).toMatchObject({ state: 'pending', value: null });
    expect(outcomeValue(yesAndNo, [], after(13.9))).toMatchObject({ state: 'pending', value: null });
  });

  it('is a no after it only where the log has what happens and nothing else', () => {
    expect(outcomeValue(onlyYes, [], after(14))).toMatchObject({ state: 'known', value: 0, by: 'horizon' });
    expect(outcomeValue(yesAndNo, [], after(14))).toMatchObject({ state: 'unknown', value: null });
  });

  it('is not known without a horizon, a time or an end of the feed', () => {
    expect(outcomeValue(found, [], after(1000)).state).toBe('unknown');
    expect(outcomeValue(onlyYes, [], { createdAt: null, feedEnd: made }).state).toBe('unknown');
    expect(outcomeValue(onlyYes, [], { createdAt: made, feedEnd: null }).state).toBe('unknown');
  });
});

describe('an outcome that was logged', () => {
  it('is what the latest row says, since the first that said so', () => {
    const rows = [row(1, 5), row(0, 1), row(1, 3)];
    expect(outcomeValue(found, rows, after(20))).toMatchObject({ value: 1, delayMs: 3 * day, by: 'value' });
    expect(outcomeValue(found, rows.toReversed(), after(20))).toEqual(outcomeValue(found, rows, after(20)));
  });

  it('waits for the horizon where a no can only be known then, so that new interactions have not yes alone', () => {
    expect(outcomeValue(onlyYes, [row(1, 2)], after(5))).toMatchObject({ state: 'pending', value: 1 });
    expect(outcomeValue(onlyYes, [row(1, 2)], after(14))).toMatchObject({ state: 'known', value: 1 });
    expect(outcomeValue(yesAndNo, [row(1, 2)], after(5))).toMatchObject({ state: 'known', value: 1 });
    expect(outcomeValue(onlyYes, [row(0, 2)], after(5))).toMatchObject({ state: 'known', value: 0 });
  });

  it('came too late after the horizon, where only what happens is logged', () => {
    expect(outcomeValue(onlyYes, [row(1, 20)], after(30))).toMatchObject({ value: 0, by: 'late' });
    expect(outcomeValue(yesAndNo, [row(1, 20)], after(30))).toMatchObject({ value: 1, by: 'value' });
  });

  it('reads words, and says of others that they are none', () => {
    expect(outcomeValue(found, [row('Won', 1)], after(2)).value).toBe(1);
    expect(outcomeValue(found, [row('lost', 1)], after(2)).value).toBe(0);
    expect(outcomeValue(found, [row('maybe', 1)], after(2))).toMatchObject({
      state: 'unknown',
      reason: 'It was logged as "maybe", which is neither yes nor no.',
    });
  });

  it('may be a number', () => {
    const sold = { unit: 'number', horizonDays: 14, missing: 'no' } as const;
    expect(outcomeValue(sold, [row('12.5', 1)], after(20)).value).toBe(12.5);
    expect(outcomeValue(sold, [], after(20)).value).toBe(0);
    expect(outcomeValue(sold, [row('much', 1)], after(20)).state).toBe('unknown');
  });
});
