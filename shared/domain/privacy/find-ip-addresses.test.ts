import { describe, expect, it } from 'vitest';
import { ipAddressFinder } from './find-ip-addresses.ts';
import { foundBy, harmless } from './test-finders.ts';

describe('ipAddressFinder', () => {
  it.each([
    '203.0.113.7',
    '10.0.0.1',
    '2001:db8::8a2e:370:7334',
    '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
    'fe80::1',
    '2001:DB8::',
    '2001:db8::192.0.2.33',
  ])('finds %s', (address) => {
    for (const text of [
      address,
      `from ${address}, then`,
      `[${address}]`,
      `http://${address}/x`,
      `"${address}"`,
    ]) {
      expect(foundBy(ipAddressFinder, text), text).toEqual([address]);
    }
  });

  it('leaves the end of a sentence and a port alone', () => {
    expect(foundBy(ipAddressFinder, 'It was 203.0.113.7. It was fe80::1: yes, 203.0.113.8:8080.')).toEqual([
      '203.0.113.7',
      'fe80::1',
      '203.0.113.8',
    ]);
  });

  it.each(harmless)('finds nothing in %j', (text) => {
    expect(foundBy(ipAddressFinder, text)).toEqual([]);
  });
});
