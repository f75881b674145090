import { findPersonalData } from './find-personal-data.ts';
import type { Finder, Finding } from './finding.ts';

/** What stands in place of a finding. It must be no finding itself, and shorter in letters and digits. */
export type Replace = (finding: Finding) => string;

/**
 * The text without its findings, which `replace` hears of in turn. What stands in place of one may free another, such as
 * a number that only another one beside it kept from being a phone's: so it goes on until nothing is found. A text
 * that is JSON stays JSON: what is found is looked for behind its escapes, too, and a number becomes a text.
 */
export function replaceFindings(text: string, finders: readonly Finder[], replace: Replace): string {
  return isJsonText(text) ? replaceInJson(text, finders, replace) : replaceInText(text, finders, replace);
}

function replaceInText(text: string, finders: readonly Finder[], replace: Replace): string {
  let left = text;
  for (;;) {
    const found = findPersonalData(left, finders);
    if (found.length === 0) return left;
    const parts: string[] = [];
    let through = 0;
    for (const finding of found) {
      parts.push(left.slice(through, finding.start), replace(finding));
      through = finding.end;
    }
    left = parts.join('') + left.slice(through);
  }
}

function isJsonText(text: string): boolean {
  if (!/^\s*[[{"]/u.test(text) || !/[\]}"]\s*$/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Texts, numbers and words of JSON: all that can be found stands in them. */
const jsonTokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;

function replaceInJson(text: string, finders: readonly Finder[], replace: Replace): string {
  let left = text;
  for (;;) {
    left = left.replaceAll(jsonTokens, (token) => replaceInToken(token, finders, replace));
    // What names a number as a phone's may stand in the key before it.
    const found = findPersonalData(left, finders);
    if (found.length === 0) return left;
    left = replaceAcrossTokens(left, found, replace);
  }
}

function replaceInToken(token: string, finders: readonly Finder[], replace: Replace): string {
  const value = valueOf(token);
  const replaced = replaceFindings(value, finders, replace);
  return replaced === value ? token : JSON.stringify(replaced);
}

/** Takes what was found in the text as it is written out of the tokens it lies in; of several, each loses its part. */
function replaceAcrossTokens(text: string, found: readonly Finding[], replace: Replace): string {
  const replacements = found.map((finding) => ({ finding, by: replace(finding) }));
  return text.replaceAll(jsonTokens, (token: string, at: number) => {
    let value = valueOf(token);
    let isReplaced = false;
    for (const { finding, by } of replacements) {
      const [start, end] = [Math.max(finding.start, at), Math.min(finding.end, at + token.length)];
      if (start >= end) continue;
      const part = text.slice(start, end).replaceAll('"', '');
      value = part !== '' && value.includes(part) ? value.replaceAll(part, by) : by;
      isReplaced = true;
    }
    return isReplaced ? JSON.stringify(value) : token;
  });
}

/** Of a text what it says, of anything else how it is written. */
function valueOf(token: string): string {
  if (!token.startsWith('"')) return token;
  const value: string = JSON.parse(token);
  return value;
}
