import type { WeeklyFormat, WeeklyReport } from '../../../shared/contract/weekly-operations.ts';
import { documentText } from '../documents/document-text.ts';
import { documentOutline } from './document-outline.ts';

/** A week as a text to keep. */
export function weeklyDocument(
  report: WeeklyReport,
  format: WeeklyFormat,
  project: { readonly name: string },
): string {
  return documentText(documentOutline(report, project.name), format);
}
