import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingEdit, ArrivingLabel, ArrivingSignal, Expansion } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { column, field, listField, openJson, textField, without } from '../support/fields.ts';
import { markedSpans } from '../support/marked-span.ts';
import { personName } from '../support/person-name.ts';
import { spanLabel } from '../support/span-label.ts';

const takenNames = [
  'id',
  'text',
  'data',
  'label',
  'labels',
  'entities',
  'Comments',
  'comments',
  'username',
  'annotator',
];

/** One row as an interaction; `rewrites` says that its labels are texts in place of the row's. */
export function doccanoRow(row: JsonObject, rewrites: boolean): Expansion {
  const output = field(row, 'text', 'data');
  if (typeof output !== 'string') return { rows: [], skipped: ['a row without a text'] };
  const annotator = personName(field(row, 'username', 'annotator')) ?? null;
  const labels = textLabels(row);
  const spans = spanList(row);
  const arriving = arrivingRow(
    {
      output,
      external_id: textField(row, 'id'),
      edits: rewrites ? labels.map((text): ArrivingEdit => ({ text, annotator })) : [],
      labels: [
        ...(rewrites ? [] : label('label', labels, annotator)),
        ...label('spans', spans.map(spanText), annotator),
      ],
      spans: markedSpans(output, spans.map(markOf), { annotator, unit: 'code_point' }),
      signals: comments(row, annotator),
    },
    { ...without(row, takenNames), ...column('spans', spans) },
  );
  return { rows: [arriving], skipped: [] };
}

/** The labels that are texts: one (a CSV cell) or a list of them. */
export function textLabels(row: JsonObject): readonly string[] {
  const given = openJson(field(row, 'label', 'labels'));
  const list = isJsonList(given) ? given : [given];
  return list.flatMap((item) => {
    if (typeof item === 'number') return [String(item)];
    return typeof item === 'string' && item !== '' ? [item] : [];
  });
}

function spanList(row: JsonObject): readonly Json[] {
  const entities = listField(row, 'entities').filter(isJsonObject);
  const triples = [...listField(row, 'label'), ...listField(row, 'labels')].filter(isJsonList);
  return [...triples, ...entities];
}

function spanText(span: Json): string {
  const { name, start, end } = markOf(span);
  return spanLabel(name, start, end);
}

/** A list of start, end and name, or an object of them. */
function markOf(span: Json) {
  if (isJsonList(span)) return { name: String(openName(span[2])), start: span[0], end: span[1] };
  const entity = isJsonObject(span) ? span : {};
  return {
    name: textField(entity, 'label') ?? 'span',
    start: field(entity, 'start_offset'),
    end: field(entity, 'end_offset'),
  };
}

function openName(name: Json | undefined): string | number {
  return typeof name === 'string' || typeof name === 'number' ? name : 'span';
}

function label(
  question: string,
  value: readonly string[],
  annotator: string | null,
): readonly ArrivingLabel[] {
  return value.length === 0 ? [] : [{ question, value, annotator }];
}

function comments(row: JsonObject, annotator: string | null): readonly ArrivingSignal[] {
  const origin = annotator === null ? 'human' : `human:${annotator}`;
  const given = [...listField(row, 'Comments'), ...listField(row, 'comments')];
  return given.flatMap((comment) => {
    const text = isJsonObject(comment) ? textField(comment, 'text') : comment;
    return typeof text === 'string' && text !== ''
      ? [{ kind: 'explicit' as const, name: 'comment', value: text, origin }]
      : [];
  });
}
