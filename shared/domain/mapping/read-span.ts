import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type Severity, severities } from '../spans/severity.ts';
import { contentText } from './content-text.ts';
import { snakeCase } from './snake-case.ts';

/** A label on a part of an output as a row has it: where is told by numbers, by the text there, or by both. */
export interface ArrivedSpan {
  readonly start: number | null;
  readonly end: number | null;
  /** The output's text there. */
  readonly text: string | null;
  /** The text that an edit put there. */
  readonly added: string | null;
  readonly annotator: string | null;
  readonly category: string | null;
  readonly severity: Severity | null;
  readonly note: string | null;
  /** The item as it stands in the row. */
  readonly source: JsonObject;
}

/** Names that lists of spans have in files people bring, best first, in snake case: LAMP, MQM, Label Studio, doccano. */
const names = {
  start: ['start', 'start_offset', 'start_index', 'begin', 'offset_start'],
  end: ['end', 'end_offset', 'end_index', 'offset_end'],
  text: ['text', 'quote', 'span', 'original_text', 'original', 'error_span'],
  added: ['added', 'edited_text', 'edited', 'replacement', 'suggestion', 'model_edited'],
  category: ['category', 'categorization', 'failure_mode', 'error_type', 'error_category', 'label', 'labels'],
  severity: ['severity', 'error_severity'],
  note: ['note', 'comment', 'explanation', 'reason'],
  annotator: ['annotator', 'annotator_id', 'rater', 'editor'],
} as const;

/** Reads one item of a list of spans: `{start, end, category, severity}`, `{originalText, editedText, categorization}` and their like. */
export function readSpan(item: Json): ArrivedSpan | undefined {
  if (!isJsonObject(item)) return undefined;
  // Label Studio has place and labels in `value`.
  const value = item['value'];
  const fields = fieldsOf(isJsonObject(value) ? { ...item, ...value } : item);
  const severity = severityOf(textIn(fields, names.severity));
  const note = [textIn(fields, names.note), severity.other].filter((part) => part !== null).join('; ');
  return {
    start: numberIn(fields, names.start),
    end: numberIn(fields, names.end),
    text: textIn(fields, names.text),
    added: rawTextIn(fields, names.added),
    annotator: textIn(fields, names.annotator),
    category: textIn(fields, names.category),
    severity: severity.known,
    note: note === '' ? null : note,
    source: item,
  };
}

/** Whether an item of a list tells a part of a text and what is said of it. */
export function isSpanItem(item: Json): boolean {
  const span = readSpan(item);
  if (span === undefined) return false;
  const isPlaced = span.text !== null || (span.start !== null && span.end !== null);
  return isPlaced && (span.category !== null || span.severity !== null);
}

type Fields = ReadonlyMap<string, Json>;

function fieldsOf(item: JsonObject): Fields {
  return new Map(Object.entries(item).map(([name, value]) => [snakeCase(name), value]));
}

function numberIn(fields: Fields, known: readonly string[]): number | null {
  for (const name of known) {
    const value = fields.get(name);
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  }
  return null;
}

function textIn(fields: Fields, known: readonly string[]): string | null {
  for (const name of known) {
    const value = fields.get(name) ?? null;
    const text = isJsonList(value) && value.length === 1 ? contentText(value[0]) : contentText(value);
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return null;
}

/** An empty text is a text as well: the edit took away what was there. */
function rawTextIn(fields: Fields, known: readonly string[]): string | null {
  for (const name of known) {
    const value = fields.get(name);
    if (typeof value === 'string') return value;
  }
  return null;
}

/** A severity that MQM's three levels do not have, such as `neutral`, is kept as words. */
function severityOf(text: string | null): { readonly known: Severity | null; readonly other: string | null } {
  const word = text?.trim().toLowerCase() ?? '';
  const known = severities.find((severity) => severity === word) ?? null;
  return { known, other: known === null && text !== null ? `severity ${text.trim()}` : null };
}
