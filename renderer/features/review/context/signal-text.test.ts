import { describe, expect, it } from 'vitest';
import { signalName, signalText, signalTitle } from './signal-text.ts';

describe('names of signals', () => {
  it.each([
    ['time_to_send_s', 's', 'Time to send'],
    ['latency_ms', 'ms', 'Latency'],
    ['Dwell ms', 'ms', 'Dwell'],
    ['wait.seconds', 's', 'Wait'],
    ['acceptance_pct', '%', 'Acceptance'],
  ])('%s in %s is %s', (name, unit, shown) => {
    expect(signalName({ name, unit })).toBe(shown);
  });

  it('keeps a last word that is no unit, or not this one', () => {
    expect(signalName({ name: 'customer_replied_angry', unit: null })).toBe('Customer replied angry');
    expect(signalName({ name: 'time_to_send_s', unit: 'ms' })).toBe('Time to send s');
    expect(signalName({ name: 'latency_ms', unit: null })).toBe('Latency ms');
    expect(signalName({ name: 'seconds', unit: 's' })).toBe('Seconds');
  });
});

describe('values of signals', () => {
  it.each([
    [4728, 'ms', '4.7 s'],
    [85_460, 'ms', '85.5 s'],
    [999, 'ms', '999 ms'],
    [0.25, 's', '0.25 s'],
    [110, 's', '110 s'],
    [99.96, 's', '100 s'],
    [725, 's', '12 min 5 s'],
    [180, 's', '3 min'],
    [3599.6, 's', '1 h'],
    [7800, 's', '2 h 10 min'],
    [90, 'min', '1 h 30 min'],
    [-4728, 'ms', '−4.7 s'],
    [0.12345, null, '0.123'],
    [4728, 'tokens', '4,728 tokens'],
  ])('%s %s is %s', (number, unit, shown) => {
    expect(signalText({ number, text: null, unit })).toBe(shown);
  });

  it('keeps what was logged in the title', () => {
    const signal = {
      kind: 'implicit',
      name: 'latency_ms',
      number: 4728.25,
      text: null,
      origin: null,
      unit: 'ms',
    } as const;
    expect(signalTitle(signal)).toBe('implicit signal latency_ms: 4,728.25 ms');
    expect(signalText({ number: null, text: 'edited', unit: null })).toBe('edited');
  });
});
