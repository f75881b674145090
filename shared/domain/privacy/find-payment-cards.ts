import type { Finder, Span } from './finding.ts';
import { matchSpans, wholeMatch } from './match-spans.ts';

/** Payment card numbers: in the groups they are printed in or without, a known prefix and length, and Luhn's digit. */
export const paymentCardFinder: Finder = {
  kind: 'payment_card',
  find: (text) => matchSpans(text, cardShape, cardSpan),
};

const cardShape =
  /(?<![\w$€£]|\d[.,]|\w-)(?:\d{13,19}|\d{4}([ \u00a0-])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ \u00a0-])\d{6}\2\d{4,5})(?![\w%]|[.-]\d)/g;

function cardSpan(match: string, at: number): Span | null {
  if (isCard(digitsOf(match))) return wholeMatch(match, at);
  // Four groups of four and the three digits of the back.
  const last = Math.max(match.lastIndexOf(' '), match.lastIndexOf('\u00a0'), match.lastIndexOf('-'));
  if (last !== 19 || !isCard(digitsOf(match.slice(0, last)))) return null;
  return { start: at, end: at + last };
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '');
}

function isCard(digits: string): boolean {
  return hasIssuer(digits) && passesLuhn(digits) && !isArticleNumber(digits);
}

interface Issuer {
  /** First and last prefix of the range, equally long. */
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
}

const long = [16, 17, 18, 19];

const issuers: readonly Issuer[] = [
  { from: '4', to: '4', lengths: [13, 16, 19] },
  { from: '51', to: '55', lengths: [16] },
  { from: '2221', to: '2720', lengths: [16] },
  { from: '34', to: '34', lengths: [15] },
  { from: '37', to: '37', lengths: [15] },
  { from: '300', to: '305', lengths: [14] },
  { from: '36', to: '36', lengths: [14] },
  { from: '38', to: '39', lengths: [14] },
  { from: '6011', to: '6011', lengths: long },
  { from: '644', to: '659', lengths: long },
  { from: '3528', to: '3589', lengths: long },
  { from: '62', to: '62', lengths: long },
  { from: '2200', to: '2204', lengths: long },
  { from: '9792', to: '9792', lengths: [16] },
  ...['5018', '5020', '5038', '5893', '6304', '6759', '6761', '6762', '6763'].map((prefix) => ({
    from: prefix,
    to: prefix,
    lengths: [13, 14, 15, ...long],
  })),
];

function hasIssuer(digits: string): boolean {
  return issuers.some(({ from, to, lengths }) => {
    const prefix = digits.slice(0, from.length);
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
}

function passesLuhn(digits: string): boolean {
  return weightedSum(digits, (digit) => (digit > 4 ? digit * 2 - 9 : digit * 2)) % 10 === 0;
}

/** Bar codes have 13 digits and a check digit of their own; cards of that length are not given out any more. */
function isArticleNumber(digits: string): boolean {
  return digits.length === 13 && weightedSum(digits, (digit) => digit * 3) % 10 === 0;
}

/** Every second digit from the right, not the last one, goes through `weigh`. */
function weightedSum(digits: string, weigh: (digit: number) => number): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[at]);
    sum += (digits.length - at) % 2 === 0 ? weigh(digit) : digit;
  }
  return sum;
}
