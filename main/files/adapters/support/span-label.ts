import type { Json } from '../../../../shared/domain/json.ts';

/** A marked part of a text as the value of a label: `PERSON[0:15]`. */
export function spanLabel(name: string, start: Json | undefined, end: Json | undefined): string {
  return typeof start === 'number' && typeof end === 'number' ? `${name}[${start}:${end}]` : name;
}
