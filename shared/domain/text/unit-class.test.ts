import { describe, expect, it } from 'vitest';
import { unitClass, unitClasses } from './unit-class.ts';

describe('unitClass', () => {
  it.each([
    ['separator', ' \n.,-_@\u00a0\u3002\u2019!'],
    ['letter', 'aZéßжα\u0308\ud83d\ude00'],
    ['digit', '09\u0663'],
    ['loneLetter', '李あカก'],
  ] as const)('%s: %s', (name, units) => {
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < units.length; at++)
        expect(unitClass(units.charCodeAt(at))).toBe(unitClasses[name]);
    }
  });

  it('takes what is no unit for a separator', () => {
    expect(unitClass(Number.NaN)).toBe(unitClasses.separator);
  });
});
