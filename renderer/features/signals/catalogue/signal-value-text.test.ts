import { describe, expect, it } from 'vitest';
import type { SignalOverview } from '../../../../shared/contract/signal-operations.ts';
import { typicalText } from './signal-value-text.ts';

const none = { yes: null, median: null, low: null, high: null };

function text(part: Partial<SignalOverview>): string {
  return typicalText({
    id: 'x',
    name: 'X',
    kind: 'implicit',
    direction: 'good',
    strength: 3,
    definition: '',
    computation: '',
    derived: false,
    known: 1,
    pending: 0,
    names: [],
    unit: 'number',
    ...none,
    ...part,
  });
}

describe('what values are like', () => {
  it.each([
    [{ unit: 'yes_no', yes: { share: 0.62, low: 0.58, high: 0.66 } }, '62 % yes (58 % to 66 %)'],
    [{ unit: 'ms', median: 4200, low: 90, high: 900_000 }, 'median 4.2 s (90 ms to 15 min)'],
    [{ unit: 'share', median: 0.1, low: 0, high: 0.456 }, 'median 10 % (0 % to 46 %)'],
    [{ unit: 'ms', median: 10_800_000 }, 'median 3 h'],
    [{ unit: 'number', median: 1234.567 }, 'median 1,234.57'],
    [{ unit: 'yes_no' }, '–'],
  ] as const)('is said: %j', (part, expected) => {
    expect(text(part)).toBe(expected);
  });
});
