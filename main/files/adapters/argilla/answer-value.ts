import { isJsonList, isJsonObject, type Json } from '../../../../shared/domain/json.ts';
import type { ArrivingLabel } from '../adapter.ts';
import { field, numberField, textField } from '../support/fields.ts';
import { spanLabel } from '../support/span-label.ts';

/** An answer as the value of a label: a choice, a rating, choices, a ranking from best to worst, or marked spans. */
export function answerValue(value: Json): ArrivingLabel['value'] | undefined {
  if (typeof value !== 'object') return value === '' ? undefined : value;
  if (!isJsonList(value)) return undefined;
  const texts = ranked(value).flatMap(itemText);
  return texts.length === 0 ? undefined : texts;
}

function ranked(items: readonly Json[]): readonly Json[] {
  return items.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf(item: Json): number {
  return isJsonObject(item) ? (numberField(item, 'rank') ?? 0) : 0;
}

function itemText(item: Json): readonly string[] {
  if (typeof item === 'string' || typeof item === 'number') return [String(item)];
  if (!isJsonObject(item)) return [];
  const name = textField(item, 'label', 'value');
  return name === undefined ? [] : [spanLabel(name, field(item, 'start'), field(item, 'end'))];
}
