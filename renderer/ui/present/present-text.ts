import { colourCode } from './colour-code.ts';
import type { Colours } from './colours.ts';
import { type MarkdownRow, markdownRows } from './markdown-rows.ts';

/** A question about how a text looks: which colours its code has, or which blocks two Markdown texts are made of. */
export type PresentRequest =
  | {
      readonly question: 'colours';
      readonly text: string;
      readonly allCode: boolean;
      /** Null where the text says it itself or it has to be guessed. */
      readonly language: string | null;
    }
  | { readonly question: 'markdown'; readonly output: string; readonly edit: string };

export type PresentAnswer =
  | { readonly question: 'colours'; readonly value: Colours; readonly isFinal: true }
  | { readonly question: 'markdown'; readonly value: readonly MarkdownRow[]; readonly isFinal: true };

export function presentText(request: PresentRequest): PresentAnswer {
  if (request.question === 'markdown') {
    const value = markdownRows(request.output, request.edit);
    return { question: 'markdown', value, isFinal: true };
  }
  const value = colourCode(request.text, request.allCode, request.language);
  return { question: 'colours', value, isFinal: true };
}
