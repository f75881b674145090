import { describe, expect, it } from 'vitest';
import { paymentCardFinder } from './find-payment-cards.ts';
import { foundBy, harmless } from './test-finders.ts';

describe('paymentCardFinder', () => {
  it.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '5555555555554444',
    '2223003122003222',
    '3782 822463 10005',
    '378282246310005',
    '3056 930902 5904',
    '6011111111111117',
    '3530111333300000',
    '6304000000000000',
    '4222222222222',
  ])('finds %s', (card) => {
    for (const text of [card, `Card ${card}, exp 12/29`, `"${card}"`, `a,${card},b`, `${card}.`]) {
      expect(foundBy(paymentCardFinder, text), text).toEqual([card]);
    }
  });

  it('leaves out the digits of the back that follow', () => {
    expect(foundBy(paymentCardFinder, '4111 1111 1111 1111 123')).toEqual(['4111 1111 1111 1111']);
  });

  it.each(harmless)('finds nothing in %j', (text) => {
    expect(foundBy(paymentCardFinder, text)).toEqual([]);
  });

  it.each([
    ['a wrong check digit', '4111111111111112'],
    ['an unknown issuer', '9111111111111111'],
    ['a length that the issuer does not have', '411111111111116'],
    ['mixed separators', '4111 1111-1111 1111'],
    ['a part of a longer number', '14111111111111111111'],
    ['a bar code', '4006381333931'],
  ])('does not take %s for one', (_, text) => {
    expect(foundBy(paymentCardFinder, text)).toEqual([]);
  });
});
