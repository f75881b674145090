import type { WeeklyFormat, WeeklyReport } from '../../../shared/contract/weekly-operations.ts';
import { documentOutline } from './document-outline.ts';
import { writeHtml } from './write-html.ts';
import { writeMarkdown } from './write-markdown.ts';

/** A week as a text to keep. */
export function weeklyDocument(
  report: WeeklyReport,
  format: WeeklyFormat,
  project: { readonly name: string },
): string {
  const outline = documentOutline(report, project.name);
  return format === 'md' ? writeMarkdown(outline) : writeHtml(outline);
}
