import type { Outline } from './outline.ts';
import { writeHtml } from './write-html.ts';
import { writeMarkdown } from './write-markdown.ts';

export type DocumentFormat = 'md' | 'html';

/** A document as a text to keep. */
export function documentText(outline: Outline, format: DocumentFormat): string {
  return format === 'md' ? writeMarkdown(outline) : writeHtml(outline);
}
