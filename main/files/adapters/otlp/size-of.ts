import { isJsonList, isJsonObject, type Json } from '../../../../shared/domain/json.ts';
import type { Span, SpanEvent } from './span.ts';

/** What a span or event costs beside its texts. */
const ownSize = 200;

/** About the memory a span or event takes, in characters; a bound needs no more exactness. */
export function sizeOf(written: Span | SpanEvent): number {
  const parts = 'events' in written ? written.events.map(sizeOf) : [textSize(written.body)];
  const own = [...written.attributes].reduce(
    (sum, [key, value]) => sum + key.length + textSize(value),
    ownSize,
  );
  return parts.reduce((sum, size) => sum + size, own);
}

function textSize(value: Json, level = 0): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null || level > 500) return 8;
  if (isJsonList(value)) return value.reduce<number>((sum, item) => sum + textSize(item, level + 1), 8);
  if (!isJsonObject(value)) return 8;
  return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + textSize(item, level + 1), 8);
}
