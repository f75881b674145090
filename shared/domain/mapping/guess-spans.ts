import { isJsonList, type Json, type JsonObject } from '../json.ts';
import { contentText } from './content-text.ts';
import { compilePath, openJsonText, parsePath, type PathReader } from './path.ts';
import { placeSpans } from './place-spans.ts';
import { isSpanItem, readSpan } from './read-span.ts';

/**
 * Whether a column holds labels on parts of the output: lists whose items say something of a text that, of most of
 * them, is found in the row's output.
 */
export function holdsSpans(rows: readonly JsonObject[], columnPath: string, outputPath: string): boolean {
  const [readColumn, readOutput] = [readerOf(columnPath), readerOf(outputPath)];
  if (readColumn === undefined || readOutput === undefined) return false;
  let [placed, all] = [0, 0];
  for (const row of rows) {
    const items = itemsOf(readColumn(row));
    if (items === undefined) return false;
    const spans = items.flatMap((item) => readSpan(item) ?? []);
    const output = contentText(readOutput(row)) ?? '';
    placed += placeSpans(output, spans, null).placed.length;
    all += spans.length;
  }
  return all > 0 && placed >= all * 0.8;
}

/** The items of a list of spans; undefined where the value is none. */
function itemsOf(value: Json | undefined): readonly Json[] | undefined {
  const opened = openJsonText(value ?? null);
  if (opened === null || opened === '') return [];
  return isJsonList(opened) && opened.every(isSpanItem) ? opened : undefined;
}

function readerOf(text: string): PathReader | undefined {
  const path = parsePath(text);
  return path.ok ? compilePath(path.value) : undefined;
}
