import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementPath, readAgreementAddress } from './agreement-address.ts';

const nothing = { question: null, level: null, pair: null, cell: null } as const;
const searchOf = (path: string) => path.slice('/agreement'.length);

describe('address of the agreement screen', () => {
  it('reads what people write', () => {
    expect(readAgreementAddress('?question=verdict&pair=a,b')).toEqual({
      question: 'verdict',
      parts: false,
      level: null,
      pair: ['a', 'b'],
      cell: null,
    });
    expect(readAgreementAddress('?question=q&level=ordinal&pair=a,b&first=1&second=%222%22')).toMatchObject({
      level: 'ordinal',
      cell: { first: 1, second: '2' },
    });
  });

  it.each([
    '',
    '?level=best',
    '?question=q&pair=a',
    '?question=q&pair=a,b,c',
    '?pair=a,b',
    '?question=q&first=1&second=2',
  ])('chooses nothing that %s does not say', (search) => {
    expect(readAgreementAddress(search)).toMatchObject({ level: null, pair: null, cell: null });
  });

  it('says whether labels on parts are shown', () => {
    expect(agreementPath({ ...nothing, parts: true })).toBe('/agreement?parts=yes');
    expect(readAgreementAddress('?parts=yes')).toMatchObject({ parts: true, question: null });
    expect(readAgreementAddress('?parts=yes&question=q').parts).toBe(false);
  });

  it('reads back what it wrote', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(fc.string()),
    );
    fc.assert(
      fc.property(name, fc.tuple(name, name), value, value, (question, pair, first, second) => {
        const address = { question, parts: false, level: 'interval', pair, cell: { first, second } } as const;
        expect(readAgreementAddress(searchOf(agreementPath(address)))).toEqual(
          JSON.parse(JSON.stringify(address)),
        );
      }),
    );
    expect(agreementPath({ ...nothing, parts: false })).toBe('/agreement');
  });
});
