import { isJsonList, isJsonObject, parseJson, type Json, type JsonObject } from '../json.ts';
import { findTextDefect, repairText } from '../text/text-defect.ts';
import { fail, succeed, type Result } from '../../result/result.ts';

/** A parsed path: object keys as strings, list positions as numbers (negative ones count from the end). */
export interface Path {
  /** The text as written: a top-level key that equals it wins over the nested reading. */
  readonly text: string;
  readonly steps: readonly (string | number)[];
}

export type PathReader = (row: JsonObject) => Json | undefined;

/**
 * Reads `feedback.summary`, `messages[-1].content`, `a[0].b` and `a["odd key"]`. Fails with MAPPING_INVALID where
 * the text is none of these; a column whose name cannot be written plainly is written `["like this"]`.
 */
export function parsePath(text: string): Result<Path> {
  const steps: (string | number)[] = [];
  let at = 0;
  while (at < text.length) {
    const step = nextStep(text, at);
    if (step === undefined) return badPath(text);
    steps.push(step.key);
    at = step.end;
  }
  return steps.length === 0 ? badPath(text) : succeed({ text, steps });
}

/** The path text that means exactly this top-level column, quoted where the plain name would read as a path. */
export function columnPath(name: string): string {
  const parsed = parsePath(name);
  const isPlain = parsed.ok && parsed.value.steps.length === 1 && parsed.value.steps[0] === name;
  return isPlain ? name : `[${JSON.stringify(name)}]`;
}

/** Joins a path and one more key, quoted where needed. */
export function childPath(parent: string, key: string): string {
  const child = columnPath(key);
  return child.startsWith('[') ? parent + child : `${parent}.${child}`;
}

/** The value at the path, or undefined where the row has none. Only own properties count, never a prototype's. */
export function readPath(row: JsonObject, path: Path): Json | undefined {
  return compilePath(path)(row);
}

/** A reader made once per mapping, so that reading a row parses and allocates nothing. */
export function compilePath(path: Path): PathReader {
  const { text, steps } = path;
  const whole = keyReader(text);
  const [first] = steps;
  if (steps.length === 1 && typeof first === 'string') {
    return first === text ? whole : chooseFirst(whole, keyReader(first));
  }
  return chooseFirst(whole, (row) => {
    let value: Json | undefined = row;
    for (const step of steps) {
      value = readStep(value, step);
      if (value === undefined) return undefined;
    }
    return value;
  });
}

/**
 * A string that holds a JSON object or list, parsed; anything else as it is. CSV cells and some logs carry JSON as
 * text: it is only opened where a path or a target asks for what is inside, because an output may be JSON text too.
 */
export function openJsonText(value: Json): Json {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    const parsed = parseJson(value);
    if (typeof parsed !== 'object' || parsed === null) return value;
    // What was escaped inside the text was not seen when the row itself was checked.
    const defect = findTextDefect(parsed);
    if (defect === 'nul') return value;
    return defect === 'none' ? parsed : repairText(parsed);
  } catch {
    return value;
  }
}

/** Position of a path's list index in a list of this length, or -1 where there is no such element. */
export function resolveIndex(index: number, length: number): number {
  const position = index < 0 ? length + index : index;
  return position >= 0 && position < length ? position : -1;
}

function chooseFirst(preferred: PathReader, otherwise: PathReader): PathReader {
  return (row) => {
    const value = preferred(row);
    return value === undefined ? otherwise(row) : value;
  };
}

function keyReader(key: string): PathReader {
  // Plain property access is several times faster, and only unsafe for the names every object inherits.
  if (key in Object.prototype) return (row) => (Object.hasOwn(row, key) ? row[key] : undefined);
  return (row) => row[key];
}

function readStep(value: Json, step: string | number): Json | undefined {
  const holder = openJsonText(value);
  if (typeof step === 'string') {
    return isJsonObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
  }
  return isJsonList(holder) ? holder[resolveIndex(step, holder.length)] : undefined;
}

const bareKey = /[^.[\]]+/y;
const bracketIndex = /\[(-?\d{1,9})\]/y;
const bracketKey = /\[("(?:[^"\\]|\\.)*"|'[^']*')\]/y;

function nextStep(text: string, at: number): { key: string | number; end: number } | undefined {
  if (text[at] === '[') {
    const index = matchAt(bracketIndex, text, at);
    if (index !== undefined) return { key: Number(index[1]), end: at + index[0].length };
    const quoted = matchAt(bracketKey, text, at);
    const key = quoted === undefined ? undefined : unquote(quoted[1] ?? '');
    return quoted === undefined || key === undefined ? undefined : { key, end: at + quoted[0].length };
  }
  // A dot belongs between two keys: at the start, and before anything but a key, it is a mistake.
  const isDotted = text[at] === '.';
  if (isDotted === (at === 0)) return undefined;
  const start = isDotted ? at + 1 : at;
  const key = matchAt(bareKey, text, start)?.[0];
  return key === undefined ? undefined : { key, end: start + key.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function unquote(quoted: string): string | undefined {
  if (quoted.startsWith("'")) return quoted.slice(1, -1);
  try {
    const key = parseJson(quoted);
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}

function badPath(text: string): Result<Path> {
  if (text === '')
    return fail(
      'MAPPING_INVALID',
      'The path is empty. Write a column name, or a path such as messages[-1].content.',
    );
  return fail(
    'MAPPING_INVALID',
    `"${text}" is not a path. Write it like feedback.summary or messages[-1].content, or [${JSON.stringify(text)}] if it is the name of a column.`,
  );
}
