import type { Finder, Span } from './finding.ts';

/** E-mail addresses: a plain local part, and a domain with a top level that is no file ending. */
export const emailFinder: Finder = {
  kind: 'email',
  find(text) {
    const spans: Span[] = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const start = localStart(text, at);
      if (start === null || (text[at + 1] ?? '') === '@') continue;
      const end = domainEnd(text, at + 1);
      if (end !== null) spans.push({ start, end });
    }
    return spans;
  },
};

const maxLocal = 64;
const maxDomain = 253;

/** Where the local part begins that ends before `at`; null where there is none, or one longer than mail allows. */
function localStart(text: string, at: number): number | null {
  let start = at;
  while (start > 0 && at - start <= maxLocal && isLocalUnit(text.charCodeAt(start - 1))) start--;
  if (at - start > maxLocal) return null;
  while (start < at && !isWordUnit(text.charCodeAt(start))) start++;
  const local = text.slice(start, at);
  // `git@host:path` is how repositories are addressed.
  return local === '' || local === 'git' || local.endsWith('.') || local.includes('..') ? null : start;
}

function domainEnd(text: string, start: number): number | null {
  let end = start;
  while (end - start < maxDomain && isDomainUnit(text.charCodeAt(end))) end++;
  const labels = text.slice(start, end).split('.');
  const wrong = labels.findIndex((label) => !isDomainLabel(label));
  const good = wrong < 0 ? labels : labels.slice(0, wrong);
  while (good.length > 1 && !isTopLevel(good.at(-1) ?? '')) good.pop();
  return good.length > 1 ? start + good.join('.').length : null;
}

function isDomainLabel(label: string): boolean {
  return label !== '' && label.length <= 63 && !label.startsWith('-') && !label.endsWith('-');
}

function isTopLevel(label: string): boolean {
  if (/^xn--[a-z0-9-]{2,59}$/iu.test(label)) return true;
  return /^\p{L}{2,24}$/u.test(label) && !fileEndings.has(label.toLowerCase());
}

/** `icon@2x.png` is a picture. None of these is a top level domain. */
const fileEndings = new Set(
  'avif bmp css csv gif htm html ico jpeg jpg js json jsx mp4 pdf png svg ts tsx txt webp xml'.split(' '),
);

function isLocalUnit(unit: number): boolean {
  // % ' + - . _
  return (
    isWordUnit(unit) || unit === 0x25 || unit === 0x27 || unit === 0x2b || unit === 0x2d || unit === 0x2e
  );
}

function isDomainUnit(unit: number): boolean {
  return (isWordUnit(unit) && unit !== 0x5f) || unit === 0x2d || unit === 0x2e;
}

/** Digits, `_` and letters of scripts that part words by spaces: others may stand right beside an address. */
function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    unit === 0x5f ||
    (unit >= 0xc0 && unit < 0x2000)
  );
}
