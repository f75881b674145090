import { describe, expect, it } from 'vitest';
import type { FoundRequery } from '../measured-row.ts';
import { defaultSignalSettings } from '../settings.ts';
import { abandonedValue, requeriedValue } from './session-values.ts';

const minute = 60_000;
const pair: FoundRequery = { likeness: 0.8, gapMs: minute, scope: 'session', verdict: null };

function requeried(
  requeries: readonly FoundRequery[],
  more: Partial<Parameters<typeof requeriedValue>[0]> = {},
  settings = defaultSignalSettings.requery,
) {
  const facts = { logged: null, decision: null, requeries, hasSession: true, hasUser: false, ...more };
  return requeriedValue(facts, settings);
}

describe('re-queried', () => {
  it('is what the settings find, with what it goes by', () => {
    expect(requeried([pair])).toEqual({
      value: 1,
      reason: 'Asked again 60 s later in the same session, 80 % alike.',
    });
    expect(requeried([{ ...pair, likeness: 0.59 }])?.value).toBe(0);
    expect(requeried([{ ...pair, gapMs: 31 * minute }])?.value).toBe(0);
    expect(requeried([pair], {}, { ...defaultSignalSettings.requery, scope: 'user' })).toBeNull();
  });

  it('goes by the order alone within a session, where a time is missing', () => {
    expect(requeried([{ ...pair, gapMs: null }])?.value).toBe(1);
    expect(requeried([{ ...pair, gapMs: null, scope: 'user' }])?.value).toBe(0);
  });

  it('is what people said before what the settings find', () => {
    expect(requeried([{ ...pair, likeness: 0.4, verdict: 'yes' }])).toMatchObject({
      value: 1,
      reason: expect.stringContaining('as an annotator said'),
    });
    expect(requeried([{ ...pair, verdict: 'no' }])).toMatchObject({
      value: 0,
      reason: expect.stringContaining('as an annotator said'),
    });
    // Another one may ask again all the same.
    expect(requeried([{ ...pair, verdict: 'no' }, pair])?.value).toBe(1);
  });

  it('is what the log says before all else', () => {
    expect(requeried([pair], { logged: false })?.value).toBe(0);
    expect(requeried([], { logged: true })?.value).toBe(1);
  });

  it('is not known where nothing would have shown it', () => {
    expect(requeried([], { hasSession: false, hasUser: false })).toBeNull();
    expect(requeried([], { hasSession: false, hasUser: true })?.value).toBe(0);
  });
});

describe('abandoned', () => {
  const last = {
    logged: null,
    isLastOfSession: true,
    hasAction: false,
    createdAt: 0,
    newestAt: 30 * minute,
  };

  it('is the last of a session that is over, with which nothing was done', () => {
    expect(abandonedValue(last, 30)?.value).toBe(1);
    expect(abandonedValue({ ...last, hasAction: true }, 30)?.value).toBe(0);
    expect(abandonedValue({ ...last, isLastOfSession: false }, 30)?.value).toBe(0);
  });

  it('is not known while the session may go on, or without a session or time', () => {
    expect(abandonedValue({ ...last, newestAt: 29 * minute }, 30)).toBeNull();
    expect(abandonedValue({ ...last, isLastOfSession: null }, 30)).toBeNull();
    expect(abandonedValue({ ...last, createdAt: null }, 30)).toBeNull();
    expect(abandonedValue({ ...last, newestAt: null }, 30)).toBeNull();
  });
});
