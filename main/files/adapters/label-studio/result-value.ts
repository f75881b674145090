import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { field, listField, numberField, objectField, textField } from '../support/fields.ts';
import type { Mark } from '../support/marked-span.ts';
import { spanLabel } from '../support/span-label.ts';

/** What one region or control of an annotation says, as the value of a label; undefined where it says nothing plain. */
export function resultValue(result: JsonObject): string | number | readonly string[] | undefined {
  const value = objectField(result, 'value');
  const type = textField(result, 'type') ?? '';
  const number = numberField(value, 'rating', 'number');
  if (number !== undefined) return number;
  const single = textField(value, 'selected', 'datetime');
  if (single !== undefined) return single;
  const names = field(value, type, 'choices', 'labels', 'taxonomy', 'ranker', 'text');
  if (!isJsonList(names)) return typeof names === 'string' ? names : undefined;
  const texts = names.flatMap(nameText).map((name) => spanLabel(name, value['start'], value['end']));
  return texts.length === 0 ? undefined : texts;
}

/** What a region marks, where it names labels. */
export function marksOf(value: JsonObject): readonly Mark[] {
  const name = listField(value, 'labels')
    .filter((label) => typeof label === 'string')
    .join(', ');
  const text = textField(value, 'text');
  return name === '' ? [] : [{ name, start: value['start'], end: value['end'], text }];
}

/** Taxonomies give a path for each choice. */
function nameText(name: Json): readonly string[] {
  if (isJsonList(name)) return [name.flatMap(nameText).join(' / ')];
  return typeof name === 'string' || typeof name === 'number' ? [String(name)] : [];
}

/** The text of a textarea that stands for the whole task; undefined for other controls and for parts of the task. */
export function textareaText(result: JsonObject): string | undefined {
  const value = objectField(result, 'value');
  if (result['type'] !== 'textarea' || ['start', 'x', 'ranges'].some((name) => Object.hasOwn(value, name)))
    return undefined;
  const { text } = value;
  if (!isJsonList(text)) return typeof text === 'string' ? text : undefined;
  return text.every((line) => typeof line === 'string') && text.length > 0 ? text.join('\n') : undefined;
}

/** Whether the label's value leaves nothing of the result untold, such as coordinates and relations. */
export function isToldWhole(result: JsonObject): boolean {
  const value = result['value'];
  if (!isJsonObject(value)) return false;
  const told = new Set([
    textField(result, 'type'),
    'choices',
    'rating',
    'number',
    'selected',
    'datetime',
    'text',
  ]);
  return Object.keys(value).every((name) => told.has(name));
}
