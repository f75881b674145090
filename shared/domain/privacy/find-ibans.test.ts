import { describe, expect, it } from 'vitest';
import { ibanFinder } from './find-ibans.ts';
import { foundBy, harmless } from './test-finders.ts';

describe('ibanFinder', () => {
  it.each([
    'DE89370400440532013000',
    'DE89 3704 0044 0532 0130 00',
    'de89 3704 0044 0532 0130 00',
    'GB29 NWBK 6016 1331 9268 19',
    'FR14 2004 1010 0505 0001 3M02 606',
    'NO93 8601 1117 947',
    'MT84MALT011000012345MTLCAST001S',
    'NL91-ABNA-0417-1643-00',
  ])('finds %s', (iban) => {
    for (const text of [iban, `IBAN: ${iban}.`, `"${iban}"`, `pay ${iban} today`]) {
      expect(foundBy(ibanFinder, text), text).toEqual([iban]);
    }
  });

  it.each(harmless)('finds nothing in %j', (text) => {
    expect(foundBy(ibanFinder, text)).toEqual([]);
  });

  it.each([
    ['wrong check digits', 'DE88370400440532013000'],
    ['a missing digit', 'DE8937040044053201300'],
    ['an unknown country', 'XX89370400440532013000'],
    ['a part of a longer word', 'DE89370400440532013000A'],
    ['a part of a longer word', 'XDE89370400440532013000'],
  ])('does not take one with %s', (_, text) => {
    expect(foundBy(ibanFinder, text)).toEqual([]);
  });
});
