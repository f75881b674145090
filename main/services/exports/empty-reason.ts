import type { ExportCounts } from './export-pass.ts';

/** Why nothing can be exported, and what to change. */
export function emptyReason({ matching, skipped }: ExportCounts): string {
  if (matching === 0) return 'No interaction matches. Change or clear the filters.';
  const [first] = skipped;
  const subject = matching === 1 ? '1 interaction matches' : `${matching} interactions match`;
  if (first === undefined) return `${subject}, but none gives a row.`;
  if (first.rule === 'no_edit' && first.rows === matching) {
    return `${subject}, but none has an edit. Edit some outputs, import edits, or learn from outputs as well.`;
  }
  return `${subject}, but none can be exported. Most often: ${first.message}`;
}
