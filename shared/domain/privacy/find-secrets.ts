import type { Finder, Span } from './finding.ts';
import { matchSpans, wholeMatch } from './match-spans.ts';

/** Keys and tokens that say what they are by how they begin: API keys, JSON web tokens, private keys, bearer tokens. */
export const secretFinder: Finder = {
  kind: 'secret',
  find: (text) => [
    ...apiKeys(text),
    ...matchSpans(text, webToken),
    ...matchSpans(text, authorization, tokenSpan),
    ...privateKeys(text),
  ],
};

/**
 * A text that every key of the form holds, which is quickly looked for, and the form. Sources: the key formats that the
 * providers document for secret scanning.
 */
const keyForms = [
  ['sk-', 'sk-[A-Za-z0-9_-]{20,220}'], // OpenAI, Anthropic, OpenRouter, Langfuse
  ['pk-lf-', 'pk-lf-[A-Za-z0-9-]{20,60}'],
  ['gh', 'gh[opsur]_[A-Za-z0-9]{36,255}'],
  ['github_pat_', 'github_pat_[A-Za-z0-9_]{22,255}'],
  ['gl', 'gl(?:pat|ptt|rt|cbt)-[A-Za-z0-9_-]{20,64}'],
  ['AKIA', 'AKIA[A-Z0-9]{16}'],
  ['ASIA', 'ASIA[A-Z0-9]{16}'],
  ['xox', 'xox[abeoprs]-[A-Za-z0-9-]{10,250}'],
  ['xapp-', 'xapp-[A-Za-z0-9-]{20,250}'],
  ['AIza', 'AIza[A-Za-z0-9_-]{35}'],
  ['GOCSPX-', 'GOCSPX-[A-Za-z0-9_-]{28}'],
  ['ya29.', String.raw`ya29\.[A-Za-z0-9_-]{20,300}`],
  ['k_live_', '[prs]k_live_[A-Za-z0-9]{16,250}'],
  ['k_test_', '[prs]k_test_[A-Za-z0-9]{16,250}'],
  ['whsec_', 'whsec_[A-Za-z0-9+/]{24,80}'],
  ['SG.', String.raw`SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`],
  ['hf_', 'hf_[A-Za-z0-9]{30,60}'],
  ['gsk_', 'gsk_[A-Za-z0-9]{40,80}'],
  ['xai-', 'xai-[A-Za-z0-9]{60,100}'],
  ['pplx-', 'pplx-[A-Za-z0-9]{40,60}'],
  ['r8_', 'r8_[A-Za-z0-9]{30,50}'],
  ['lsv2_', 'lsv2_(?:pt|sk)_[A-Za-z0-9_]{32,60}'],
  ['npm_', 'npm_[A-Za-z0-9]{36}'],
  ['pypi-', 'pypi-[A-Za-z0-9_-]{50,250}'],
  ['_v1_', 'do[opr]_v1_[a-f0-9]{64}'],
  ['shp', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'],
  ['dapi', 'dapi[a-f0-9]{32}'],
  [':AA', '[0-9]{8,10}:AA[A-Za-z0-9_-]{33}'], // Telegram
].map(([mark = '', form]) => ({
  mark,
  // Keys begin and end beside something that could not be a part of them, so that no place is looked at twice.
  pattern: new RegExp(`(?<![A-Za-z0-9_-])${form}(?![A-Za-z0-9_-])`, 'g'),
}));

function apiKeys(text: string): Span[] {
  return keyForms
    .filter(({ mark }) => text.includes(mark))
    .flatMap(({ pattern }) => matchSpans(text, pattern, keySpan));
}

/** A key holds digits; a long class name such as `sk-folding-cube-animation` does not. */
function keySpan(match: string, at: number): Span | null {
  return /\d/u.test(match) || /^A[KS]IA/u.test(match) ? wholeMatch(match, at) : null;
}

const webToken = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g;

const authorization = /(?<![A-Za-z0-9])(?:bearer|authorization: ?basic)[ \t]{1,4}[A-Za-z0-9._~+/=-]{16,}/gi;

function tokenSpan(match: string, at: number): Span | null {
  const token = /[^ \t]+$/u.exec(match)?.[0].replace(/[.~-]{1,3}$/u, '') ?? '';
  if (!/\d/u.test(token)) return null;
  const start = match.lastIndexOf(token);
  return { start: at + start, end: at + start + token.length };
}

const keyBegin = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;
const keyEnd = /-----END (?:[A-Z0-9]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;

/** From the begin line to the end line; where that is missing, to the end of what looks like a key. */
function privateKeys(text: string): Span[] {
  const ends = matchSpans(text, keyEnd);
  const spans: Span[] = [];
  let nextEnd = 0;
  let through = 0;
  for (const begin of matchSpans(text, keyBegin)) {
    if (begin.start < through) continue;
    while ((ends[nextEnd]?.start ?? Infinity) < begin.end) nextEnd++;
    through = ends[nextEnd]?.end ?? bodyEnd(text, begin.end);
    spans.push({ start: begin.start, end: through });
  }
  return spans;
}

function bodyEnd(text: string, start: number): number {
  keyBody.lastIndex = start;
  return start + (keyBody.exec(text)?.[0].length ?? 0);
}

/** Line ends may be written as `\n`, as in JSON inside of JSON. */
const keyBody = /[A-Za-z0-9+/=\s\\]*/y;
