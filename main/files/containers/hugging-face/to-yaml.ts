import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';

/** An object as block YAML. Texts are in quotes, as JSON has them, which YAML 1.1 and 1.2 both read. */
export function toYaml(value: JsonObject): string {
  return entriesOf(value, '').join('\n');
}

function entriesOf(value: JsonObject, indent: string): readonly string[] {
  return Object.entries(value).flatMap(([key, one]) => valueAfter(`${indent}${keyText(key)}:`, one, indent));
}

function valueAfter(start: string, value: Json, indent: string): readonly string[] {
  if (isJsonList(value) && value.length > 0) return [start, ...value.flatMap((one) => itemOf(one, indent))];
  if (isJsonObject(value) && Object.keys(value).length > 0)
    return [start, ...entriesOf(value, `${indent}  `)];
  return [`${start} ${scalar(value)}`];
}

/** An object's first entry stands beside the dash. */
function itemOf(value: Json, indent: string): readonly string[] {
  if (!isJsonObject(value)) return [`${indent}- ${scalar(value)}`];
  const [first = '{}', ...rest] = entriesOf(value, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w-]*$/u.test(key) && !/^(?:true|false|yes|no|on|off|null|y|n)$/iu.test(key)
    ? key
    : scalar(key);
}

/** What YAML takes for no character at all has to be escaped, which JSON leaves as it is. */
function scalar(value: Json): string {
  return JSON.stringify(value).replaceAll(
    unprintable,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;
