import { marked, type Token } from 'marked';
import { diffTokens } from '../../../shared/domain/diff/diff-tokens.ts';
import { createInterner } from '../../../shared/domain/diff/token-interner.ts';

/** Blocks of Markdown that stand beside each other: the same one, or what came in its place. */
export interface MarkdownRow {
  readonly left: Token | null;
  readonly right: Token | null;
  readonly isChanged: boolean;
}

/** The blocks (headings, paragraphs, lists, tables, code) of two Markdown texts, aligned by what they say. */
export function markdownRows(output: string, edit: string): readonly MarkdownRow[] {
  const [left, right] = [blocksOf(output), blocksOf(edit)];
  const interner = createInterner();
  const idsOf = (blocks: readonly Token[]) => Int32Array.from(blocks, ({ raw }) => interner.idOf(raw.trim()));
  const [a, b] = [idsOf(left), idsOf(right)];
  const rows: MarkdownRow[] = [];
  let [i, j] = [0, 0];
  for (const { startA, endA, startB, endB } of [...diffTokens(a, b, interner.size()).hunks, endOf(a, b)]) {
    while (i < startA) rows.push({ left: left[i++] ?? null, right: right[j++] ?? null, isChanged: false });
    while (i < endA || j < endB)
      rows.push({
        left: i < endA ? (left[i++] ?? null) : null,
        right: j < endB ? (right[j++] ?? null) : null,
        isChanged: true,
      });
    [i, j] = [endA, Math.max(endB, startB)];
  }
  return rows;
}

function endOf(a: Int32Array, b: Int32Array) {
  return { startA: a.length, endA: a.length, startB: b.length, endB: b.length };
}

function blocksOf(text: string): Token[] {
  return marked.lexer(text).filter(({ type }) => type !== 'space' && type !== 'def');
}
