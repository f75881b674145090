import { severities, type Severity } from '../../../shared/domain/spans/severity.ts';
import type { Answer } from '../command.ts';
import { UsageError } from '../failure.ts';
import { parseId } from '../parse-id.ts';
import { spanText } from '../span-text.ts';
import { withProject } from '../with-project.ts';

export interface LabelSpanOptions {
  readonly as: string;
  /** `start-end` in UTF-16 units of the output. */
  readonly span?: string;
  /** The text that an edit put there, where a change is meant. */
  readonly added?: string;
  readonly severity?: string;
  readonly failureMode?: string;
  readonly note?: string;
  readonly clear?: boolean;
}

/** Labels a part of an output, or takes the label back. */
export async function labelSpan(
  project: string,
  id: string,
  span: string,
  options: LabelSpanOptions,
): Promise<Answer> {
  const interaction = parseId(id, 'interaction');
  if (options.as.trim() === '') throw new UsageError({ message: '--as needs the name of who labels.' });
  const { failureMode = null, note = null, added = null, clear = false } = options;
  const severity = parseSeverity(options.severity);
  if (clear !== (failureMode === null && severity === null && note === null))
    throw new UsageError({
      message: 'Say with --failure-mode, --severity or --note what it is, or take it back with --clear.',
    });
  const place = parseSpan(span);
  return withProject(project, 'write', async (client) => {
    const item = await client.review.setSpanLabel({
      id: interaction,
      annotator: options.as,
      ...place,
      added,
      value: clear ? null : { failureMode, severity, note },
    });
    const spans = item.spans.filter(({ annotator }) => annotator === options.as);
    return { json: { id, spans }, text: spans.map(spanText).join('\n') || 'No label on a part is left.' };
  });
}

function parseSpan(text: string): { readonly start: number; readonly end: number } {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(text.trim());
  if (match === null)
    throw new UsageError({ message: `"${text}" is no part of a text. Write START-END, for example 10-24.` });
  return { start: Number(match[1]), end: Number(match[2]) };
}

function parseSeverity(text: string | undefined): Severity | null {
  if (text === undefined) return null;
  const severity = severities.find((known) => known === text.trim().toLowerCase());
  if (severity === undefined)
    throw new UsageError({ message: `"${text}" is no severity. Write ${severities.join(', ')}.` });
  return severity;
}
