import { describe, expect, it } from 'vitest';
import { phoneFinder } from './find-phones.ts';
import { foundBy, harmless } from './test-finders.ts';

describe('phoneFinder', () => {
  it.each([
    '+49 30 1234567',
    '+49 (0)30 1234567',
    '+4915123456789',
    '+1 (212) 555-0123',
    '+12125550123',
    '+1-212-555-0123',
    '+44 20 7946 0958',
    '+33 1 23 45 67 89',
    '+86 138 0013 8000',
    '+91 98765 43210',
    '0049 30 1234567',
    '(212) 555-0123',
    '(212)555-0123',
    '212-555-0123',
    '212.555.0123',
    '1-212-555-0123',
    '212 555 0123',
    '030 1234567',
    '030/1234567',
    '030-1234567',
    '(030) 1234567',
    '0171 234 5678',
    '020 7946 0958',
    '01632 960983',
    '06 12 34 56 78',
    '06-12-34-56-78',
    '06.12.34.56.78',
    '03-1234-5678',
    '090-1234-5678',
    '(11) 91234-5678',
    '138 0013 8000',
    '138-0013-8000',
    '8 (495) 123-45-67',
  ])('finds %s in a sentence, at its ends, and in a list', (phone) => {
    for (const text of [
      `Call ${phone} today.`,
      phone,
      `Ring (${phone}).`,
      `name: ${phone};\nnext`,
      `"${phone}"`,
    ]) {
      expect(foundBy(phoneFinder, text), text).toEqual([phone]);
    }
  });

  it.each([
    ['Tel.: 2345678', ['2345678']],
    ['{"phone": "5551234567"}', ['5551234567']],
    ['Phone number: 12 34 56 78', ['12 34 56 78']],
    ['Mobil 01701234567.', ['01701234567']],
    ['212-555-0123 212-555-0199', ['212-555-0123', '212-555-0199']],
    ['212-555-0123,030 1234567', ['212-555-0123', '030 1234567']],
  ])('finds those of %j', (text, expected) => {
    expect(foundBy(phoneFinder, text)).toEqual(expected);
  });

  it.each(harmless)('finds nothing in %j', (text) => {
    expect(foundBy(phoneFinder, text)).toEqual([]);
  });

  it.each(['+28 30 1234567', '+1 112 555 0123', '+1 212 555 01', '0301234567', '2125550123', '12125550123'])(
    'does not take %s for one',
    (text) => {
      expect(foundBy(phoneFinder, `see ${text} there`)).toEqual([]);
    },
  );
});
