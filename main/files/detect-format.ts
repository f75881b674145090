import Papa from 'papaparse';
import type { FileFormat, FileShape } from '../../shared/domain/file-shape.ts';
import { isJsonList, isJsonObject, parseJson, type Json, type JsonObject } from '../../shared/domain/json.ts';

export type TextFormat = Exclude<FileFormat, 'parquet' | 'sqlite'>;

export type DetectedFormat = Pick<FileShape, 'delimiter' | 'member'> & { readonly format: TextFormat };

export function isTextFormat(format: FileFormat): format is TextFormat {
  return format !== 'parquet' && format !== 'sqlite';
}

const delimiters = [',', '\t', ';', '|'] as const;

/** The first text of a file and what else may tell its format. */
export interface TextStart {
  readonly text: string;
  /** Whether it is all there is. */
  readonly isWhole: boolean;
  readonly name: string;
}

/**
 * Finds the format from the first text of a file: lines that parse as JSON objects are JSONL, other text that starts
 * like JSON is one JSON text, anything else is separated cells. The name only decides where the content does not.
 */
export function detectFormat(start: TextStart): DetectedFormat {
  const { text, name } = start;
  const lines = completeLines(start);
  const objects = lines.filter((line) => parseObject(line) !== undefined).length;
  const member = findMember(text, lines);
  const isJsonl = objects > 0 && objects >= lines.length / 2 && (lines.length > 1 || member === null);
  if (isJsonl) return shapeAs('jsonl', start);
  const first = text.trimStart().charAt(0);
  const isJson = first === '[' || (first === '{' && (member !== null || startsLikePrettyJson(text, lines)));
  if (isJson) return shapeAs('json', start);
  if (first === '{' || /\.(jsonl|ndjson)(\.gz|\.zst)?$/i.test(name)) return shapeAs('jsonl', start);
  return shapeAs(detectDelimiter(start) === '\t' ? 'tsv' : 'csv', start);
}

/** What else has to be known to read the text in this format, which a person may have chosen. */
export function shapeAs(format: TextFormat, start: TextStart): DetectedFormat {
  if (format === 'jsonl') return { format, delimiter: null, member: null };
  if (format === 'json')
    return { format, delimiter: null, member: findMember(start.text, completeLines(start)) };
  return { format, delimiter: format === 'tsv' ? '\t' : detectDelimiter(start), member: null };
}

function findMember(text: string, lines: readonly string[]): string | null {
  const [only] = lines;
  const object = lines.length === 1 && only !== undefined ? parseObject(only) : undefined;
  return object === undefined ? memberOfStart(text, lines.length) : rowsMember(object);
}

function completeLines({ text, isWhole }: TextStart): readonly string[] {
  const lines = text.split('\n').slice(0, 1000);
  if (!isWhole && lines.length > 1 && lines.length < 1000) lines.pop();
  return lines.filter((line) => line.trim() !== '');
}

function parseObject(line: string): JsonObject | undefined {
  try {
    const value = parseJson(line);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Lists under these keys are part of one row (a conversation, its tools), not a list of rows. */
const partKeys = new Set([
  'messages',
  'conversations',
  'conversation',
  'contents',
  'content',
  'turns',
  'tools',
  'choices',
  'output',
  'input',
]);

/** Members that together make one row out of an object with lists: a Langfuse trace, a LangSmith batch, an Inspect log. */
const envelopes: readonly (readonly string[])[] = [
  ['trace', 'observations'],
  ['post', 'patch'],
  ['eval', 'samples'],
];

function isEnvelope(object: JsonObject): boolean {
  return envelopes.some((keys) => keys.every((key) => Object.hasOwn(object, key)));
}

/** The first member that holds a list of objects which look like rows of their own. */
function rowsMember(object: JsonObject): string | null {
  if (isEnvelope(object)) return null;
  for (const [key, value] of Object.entries(object)) {
    if (!isJsonList(value) || partKeys.has(key.toLowerCase())) continue;
    if (value.length > 0 && value.every(isJsonObject) && !value.some(isTurn)) return key;
  }
  return null;
}

function isTurn(value: Json): boolean {
  return isJsonObject(value) && (Object.hasOwn(value, 'role') || Object.hasOwn(value, 'from'));
}

const plainValue = String.raw`(?:"(?:[^"\\]|\\.)*"|[\w.+-]+)`;
const memberPattern = new RegExp(
  String.raw`^\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*${plainValue}\s*,\s*)*"((?:[^"\\]|\\.)*)"\s*:\s*\[\s*\{\s*"([^"\\]*)"`,
);

/** The same for an object too long or too spread out to parse: plain members, then a list of objects. */
function memberOfStart(text: string, lineCount: number): string | null {
  const start = text.slice(0, 64 * 1024);
  const isOneLine = lineCount <= 1;
  if (!isOneLine && parseObject(start.trimStart().split('\n', 1)[0] ?? '') !== undefined) return null;
  const match = memberPattern.exec(start);
  const [, key = '', firstKey = ''] = match ?? [];
  const isPart = partKeys.has(key.toLowerCase()) || firstKey === 'role' || firstKey === 'from';
  if (envelopes.some((keys) => keys.includes(key) && hasOthers(start, keys, key))) return null;
  return match === null || isPart ? null : key;
}

function hasOthers(start: string, keys: readonly string[], key: string): boolean {
  return keys.every((other) => other === key || start.includes(`"${other}"`));
}

/** An object spread over lines: the first line alone is only its start. */
function startsLikePrettyJson(text: string, lines: readonly string[]): boolean {
  const first = text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  const looksOpen = first === '{' || /[{[,]$/.test(first);
  const joined = /\}\s*\{/.test(first) && lines.length <= 1;
  const startsAtBrace = lines.filter((line) => line.startsWith('{')).length;
  return joined || (looksOpen && startsAtBrace < lines.length / 2);
}

/** The delimiter that cuts most of the first rows into the same number of cells, and into more than one. */
function detectDelimiter({ text, isWhole, name }: TextStart): string {
  const start = text.slice(0, 64 * 1024);
  const sample =
    isWhole && start.length === text.length ? start : start.slice(0, start.lastIndexOf('\n') + 1);
  const prefersTab = /\.tsv(\.gz|\.zst)?$/i.test(name);
  let best: { delimiter: string; score: number } = { delimiter: prefersTab ? '\t' : ',', score: 0 };
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 50, skipEmptyLines: true });
    const columns = data[0]?.length ?? 0;
    if (columns < 2) continue;
    const share = data.filter((row) => row.length === columns).length / data.length;
    const score = share + Math.min(columns, 20) / 1000 + (delimiter === '\t' && prefersTab ? 0.1 : 0);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
