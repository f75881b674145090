import { readJsonTree } from './json-tree.ts';

export const textKinds = ['prose', 'code', 'json', 'markdown'] as const;
/** What a text is written in, as far as it matters for comparing it. */
export type TextKind = (typeof textKinds)[number];

/** Longer texts, in UTF-16 code units, are compared as prose: looking for structure would take too long. */
const longestLooked = 400_000;

/** What both texts are, as the one who wrote them meant them; prose where that is not plain to see. */
export function detectTextKind(output: string, edit: string): TextKind {
  if (output.length + edit.length > longestLooked) return 'prose';
  const texts = [output, edit].filter((text) => text.trim() !== '');
  if (texts.length === 0) return 'prose';
  if (texts.every((text) => readJsonTree(text) !== null)) return 'json';
  if (texts.every(isCode)) return 'code';
  return texts.some(isMarkdown) ? 'markdown' : 'prose';
}

/** Parts of a text between Markdown fences. */
export interface Fence {
  /** The word after the fence, in lower case; '' where there is none. */
  readonly language: string;
  /** Offsets of the code inside, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

export function findFences(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: { readonly mark: string; readonly language: string; readonly start: number } | null = null;
  for (const match of text.matchAll(fenceLine)) {
    const { mark = '', info: written = '' } = match.groups ?? {};
    const info = written.trim();
    if (open === null) {
      const language = /^[\w+#.-]*/.exec(info)?.[0].toLowerCase() ?? '';
      open = { mark, language, start: Math.min(text.length, match.index + match[0].length + 1) };
    } else if (mark.startsWith(open.mark) && info === '') {
      fences.push({ language: open.language, start: open.start, end: Math.max(open.start, match.index) });
      open = null;
    }
  }
  if (open !== null) fences.push({ language: open.language, start: open.start, end: text.length });
  return fences;
}

const fenceLine = /^ {0,3}(?<mark>`{3,}|~{3,})(?<info>[^`\r\n]*)\r?$/gm;

/** A text is code when most of it stands between fences, or when most of its lines look like code. */
function isCode(text: string): boolean {
  const fenced = findFences(text).reduce((sum, { start, end }) => sum + end - start, 0);
  if (fenced > 0) return fenced >= text.trim().length / 2;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const like = lines.filter((line) => codeLine.test(line)).length;
  return lines.length >= 3 && like >= lines.length * 0.6;
}

/** How lines of code begin or end in common languages, and lines of prose do not. */
const codeLine =
  /[;{}]\s*$|=>|^\s*(?:[)\]}]|\/\/|\/\*|#include|#!|@\w+|import\s[\w{*"']|from\s+\S+\s+import|def\s+\w+\(|class\s+\w+.*[:{]\s*$|(?:async\s+)?function\b|return\b.*[;)\]\w]$|(?:if|elif|else|for|while|try|except|with)\b.*:\s*$|(?:const|let|var)\s+\w+|[\w.[\]]+\s*(?:[-+*/]?=)\s*\S|[\w.]+\([^)]*\)\s*$|<\/?\w[^>]*>\s*$|(?:SELECT|FROM|WHERE|INSERT|UPDATE|CREATE|JOIN|GROUP BY|ORDER BY)\b)/;

function isMarkdown(text: string): boolean {
  if (/^#{1,6} \S/m.test(text) || /^\|?[ :]*-{3,}[ :]*\|/m.test(text) || findFences(text).length > 0)
    return true;
  const listed = text.match(/^ {0,3}(?:[-*+]|\d+[.)]) \S/gm)?.length ?? 0;
  const marked =
    text.match(/\*\*\S[^*\n]{0,200}\*\*|\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|`[^`\n]{1,200}`/g)?.length ?? 0;
  return listed >= 2 || marked >= 1;
}
