import type { Finder, Span } from './finding.ts';
import { matchSpans, wholeMatch } from './match-spans.ts';

/**
 * IPv4 and IPv6 addresses that may be somebody's: not the loopback, masks and the unspecified one, and no version or
 * section numbers where the text says that they are.
 */
export const ipAddressFinder: Finder = {
  kind: 'ip_address',
  find: (text) => [
    ...matchSpans(text, fourBytes, (match, at) => ipv4Span(text, match, at)),
    ...matchSpans(text, hextets, ipv6Span),
  ],
};

const fourBytes = /(?<![\w.-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d)/g;

function ipv4Span(text: string, match: string, at: number): Span | null {
  const first = Number(match.split('.', 1)[0]);
  if (!isIpv4(match) || first === 0 || first === 127 || first === 255) return null;
  return isNumbering.test(text.slice(Math.max(0, at - 16), at)) ? null : wholeMatch(match, at);
}

/** What stands before a version (`Chrome/120.0.0.0`, but not `//10.0.0.1`) or the number of a section. */
const isNumbering =
  /(?:\w\/|§ ?|\b(?:v|ver|vers|version|release|build|section|sec|chapter|clause)[.: ]{0,2})$/iu;

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/u.test(part) && Number(part) < 256)
  );
}

/** Addresses in use begin with these digits; times, hardware addresses and `abc::def` in code do not. */
const hextets = /(?<![\w:.])(?:[23][\da-f]{3}|f[c-f][\da-f]{2}):[\da-f:.]{1,41}/gi;

function ipv6Span(match: string, at: number): Span | null {
  // The end of a sentence, or of a place in a list.
  const address = match.endsWith('::') ? match : match.replace(/[.:]{1,2}$/u, '');
  return isIpv6(address) ? { start: at, end: at + address.length } : null;
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const hasIpv4 = last.includes('.');
  if (hasIpv4 && !isIpv4(last)) return false;
  const hexGroups = hasIpv4 ? groups.slice(0, -1) : groups;
  const count = hexGroups.length + (hasIpv4 ? 2 : 0);
  if (!hexGroups.every((group) => /^[\da-f]{1,4}$/iu.test(group))) return false;
  return halves.length === 2 ? count < 8 : count === 8;
}
