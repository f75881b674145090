import { isJsonList, isJsonObject, type Json } from '../json.ts';

/**
 * The text a person reads of a value that stands for one text: a string, a number or yes/no, a list of strings
 * (one a line), a list of content parts (`{type: 'text', text}`; other parts carry no text), or a message object
 * with `content` or `parts`. Null where there is nothing, undefined where the value is something else.
 */
export function contentText(value: Json | undefined): string | null | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return String(value);
  if (isJsonList(value)) return listText(value);
  if (!isJsonObject(value)) return undefined;
  if (Object.hasOwn(value, 'content')) return contentText(value['content']);
  if (Object.hasOwn(value, 'parts') && isJsonList(value['parts'])) return contentText(value['parts']);
  return undefined;
}

function listText(items: readonly Json[]): string | undefined {
  if (items.every((item) => typeof item !== 'object')) return items.join('\n');
  if (!items.every(isContentPart)) return undefined;
  // Parts are fragments of one text (providers split at citations and tool uses), so nothing goes between them.
  return items.map((part) => (typeof part['text'] === 'string' ? part['text'] : '')).join('');
}

function isContentPart(item: Json): item is { readonly [key: string]: Json } {
  return isJsonObject(item) && (typeof item['text'] === 'string' || typeof item['type'] === 'string');
}
