import type { Finder, Span } from './finding.ts';
import { matchSpans, wholeMatch } from './match-spans.ts';

/**
 * Phone numbers in forms that little else has: international ones, national ones in their usual groups, and any
 * number that the text calls one. A run of digits alone is none: orders, dates, versions and hashes look like that.
 */
export const phoneFinder: Finder = {
  kind: 'phone',
  find(text) {
    if (!/\d{2}/u.test(text)) return [];
    return [
      ...matchSpans(text, international, (match, at) => internationalSpan(text, match, at)),
      ...nationalForms.flatMap((pattern) => matchSpans(text, pattern)),
      ...matchSpans(text, trunkZero, trunkZeroSpan),
      ...matchSpans(text, announced, (match, at) => announcedSpan(text, match, at)),
    ];
  },
};

const notBefore = String.raw`(?<![\w\u00c0-\u024f.\-/#$€£+@\\])`;
const notAfter = String.raw`(?![\w\u00c0-\u024f%]|[-./]\d)`;
/** Groups parted by spaces are only a number where no other number stands beside them. */
const alone = {
  before: String.raw`${notBefore}(?<!\d[ (:])`,
  after: String.raw`(?![\w\u00c0-\u024f%]|[-./ ,:]\d)`,
};

const nationalForms = [
  // North America: (212) 555-0123, 212-555-0123, 1-212-555-0123, 212.555.0123, 212 555 0123
  String.raw`${notBefore}(?:1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])\d{3}[-. ]\d{4}${notAfter}`,
  String.raw`${alone.before}[2-9]\d{2} [2-9]\d{2} \d{4}${alone.after}`,
  // France: 01.23.45.67.89
  String.raw`${notBefore}0[1-9]\.\d{2}\.\d{2}\.\d{2}\.\d{2}${notAfter}`,
  // Brazil: (11) 91234-5678
  String.raw`${notBefore}\(\d{2}\) ?9?\d{4}-\d{4}${notAfter}`,
  // China: 138 0013 8000
  String.raw`${alone.before}1[3-9]\d([ -])\d{4}\1\d{4}${alone.after}`,
  // Russia: 8 (495) 123-45-67, 8-495-123-45-67
  String.raw`${alone.before}8(?: ?\(\d{3}\) ?|([ -])\d{3}\1)\d{3}[ -]\d{2}[ -]\d{2}${alone.after}`,
].map((source) => new RegExp(source, 'g'));

/** 030 1234567, 0171/2345678, (020) 7946 0958, 06 12 34 56 78, 03-1234-5678: a zero, the area, the rest in groups. */
const trunkZero = new RegExp(
  String.raw`${alone.before}(?:\(0[1-9]\d{0,4}\)[ -]?|0[1-9]\d{0,4}[ /-])\d{2,8}(?:([ -])\d{2,8}(?:\1\d{2,8}(?:\1\d{2,8})?)?)?${alone.after}`,
  'g',
);

function trunkZeroSpan(match: string, at: number): Span | null {
  const digits = countDigits(match);
  const isDate = /^0[1-9]([ /-])[01]\d\1(?:19|20)\d\d/u.test(match);
  return digits >= 9 && digits <= 12 && !isDate ? wholeMatch(match, at) : null;
}

const announced = /(?<![\w.])\d[\d ()./-]{5,22}/g;

function announcedSpan(text: string, match: string, at: number): Span | null {
  const number = match.replace(/\D+$/u, '');
  const digits = countDigits(number);
  if (digits < 7 || digits > 15 || /\D{3}/u.test(number) || startsWithDate.test(number)) return null;
  return announcement.test(text.slice(Math.max(0, at - 32), at)) ? wholeMatch(number, at) : null;
}

const announcement =
  /(?<![a-z])(?:tele(?:phone|fon|fono)|tel|t[ée]l(?:éphone)?|teléfono|phone|mobile|mobil|m[óo]vil|handy|cell|cellulare|fax|whatsapp|sms|portable|电话|手机|電話|☎)(?: ?(?:number|no|nr|num|nummer|número|numéro))?[\s.:="'(-]{0,6}$/iu;

const startsWithDate = /^(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]|^\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d/u;

/** +49 30 123456, +1 (212) 555-0123, and with 00 where it is in groups. */
const international = new RegExp(
  String.raw`(?<![\w+])(?:\+\(?|(?<!\d[ .,:/-]|[.,:#/-])00(?=[1-9]\d{0,2}[ /-]))[1-9][\d ()./\u00a0-]{6,28}`,
  'g',
);

function internationalSpan(text: string, match: string, at: number): Span | null {
  const first = match.search(/[1-9]/u);
  const country = match.slice(first, first + 2);
  const isNorthAmerican = country.startsWith('1');
  const limit = isNorthAmerican ? 11 : 15;
  const length = cutAt(match, first, limit);
  const digits = countDigits(match.slice(first, length));
  const isWhole = !/^[\w\u00c0-\u024f]/u.test(text.slice(at + length, at + length + 1));
  if (!isWhole || digits < (isNorthAmerican ? 11 : 9) || unassigned.has(country)) return null;
  if (isNorthAmerican && !/^1[^\d]{0,2}[2-9]/u.test(match.slice(first))) return null;
  // Large round numbers have a plus sign, too.
  if (/(?:[ .]?0){6}$/u.test(match.slice(0, length))) return null;
  return { start: at, end: at + length };
}

/** No country's code begins with these. */
const unassigned = new Set(['28', '83', '89']);

/** The length up to the last whole group of digits with at most `limit` digits; two separators only around brackets. */
function cutAt(match: string, first: number, limit: number): number {
  let digits = 0;
  let end = first;
  for (let at = first; at < match.length; at++) {
    const isDigit = /\d/u.test(match[at] ?? '');
    if (isDigit && ++digits > limit) return end;
    if (!isDigit && /^[^\d()]{2}|^\D{3}/u.test(match.slice(at, at + 3))) return end > at ? end : at;
    if (isDigit && !/\d/u.test(match[at + 1] ?? '')) end = at + 1;
  }
  return end;
}

function countDigits(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) count++;
  }
  return count;
}
