import type { Json, JsonObject } from '../json.ts';
import type { MappedSignal, RowProblem, SignalKind } from './mapped-row.ts';
import type { Target } from './mapping.ts';
import { normaliseAction } from './normalise-action.ts';
import type { PathReader } from './path.ts';
import { wrongType } from './row-problem.ts';

/** How one target becomes a signal. */
export interface SignalColumn {
  readonly target: Target;
  readonly kind: SignalKind;
  readonly name: string;
  readonly unit: string | null;
  readonly read: PathReader;
}

/** Adds the row's signals to `signals`; empty values (null, '') are no signal. Returns the first value that is none. */
export function readSignals(
  row: JsonObject,
  columns: readonly SignalColumn[],
  signals: MappedSignal[],
): RowProblem | null {
  for (const column of columns) {
    const value = column.read(row);
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'object') return wrongType(column.target, value, 'a number, a text or yes/no');
    signals.push(toSignal(column, value));
  }
  return null;
}

const unitSuffixes: ReadonlyMap<string, string> = new Map([
  ['ms', 'ms'],
  ['millis', 'ms'],
  ['milliseconds', 'ms'],
  ['s', 's'],
  ['sec', 's'],
  ['secs', 's'],
  ['seconds', 's'],
  ['min', 'min'],
  ['minutes', 'min'],
  ['tokens', 'tokens'],
  ['chars', 'chars'],
  ['words', 'words'],
  ['pct', '%'],
  ['percent', '%'],
  ['usd', 'USD'],
]);

/** The unit a name states in its last part: `latency_ms` is in ms, `prompt_tokens` in tokens; null for others. */
export function unitOfName(name: string): string | null {
  const suffix = /_([a-z]+)$/i.exec(name)?.[1] ?? '';
  return unitSuffixes.get(suffix.toLowerCase()) ?? null;
}

function toSignal(column: SignalColumn, value: string | number | boolean): MappedSignal {
  switch (column.target) {
    case 'rating':
      return ratingSignal(value);
    case 'action':
      return signal(column, null, normaliseAction(String(value)));
    case 'comment':
      return signal(column, null, String(value));
    default: {
      const number = numberOf(value, column.kind === 'outcome');
      return number === null ? signal(column, null, String(value)) : signal(column, number, null);
    }
  }
}

function ratingSignal(value: string | number | boolean): MappedSignal {
  const base = { kind: 'explicit', unit: null, at: null, origin: null } as const;
  const thumbs = typeof value === 'number' ? null : thumbsValue(String(value));
  if (thumbs !== null) return { ...base, name: 'thumbs', number: thumbs, text: null };
  const number = numberOf(value, false);
  return { ...base, name: 'rating', number, text: number === null ? String(value) : null };
}

const thumbsValues: ReadonlyMap<string, number> = new Map([
  ...['up', 'thumbs_up', 'thumbs up', 'thumbsup', '👍', 'positive', 'like', 'liked', 'true', 'yes'].map(
    (text) => [text, 1] as const,
  ),
  ...[
    'down',
    'thumbs_down',
    'thumbs down',
    'thumbsdown',
    '👎',
    'negative',
    'dislike',
    'disliked',
    'false',
    'no',
  ].map((text) => [text, 0] as const),
]);

/** 1 for a word for thumbs up, 0 for one for thumbs down; null for any other. */
export function thumbsValue(text: string): number | null {
  return thumbsValues.get(text.trim().toLowerCase()) ?? null;
}

/** Whether a value reads as thumbs up or down rather than as a number on a scale. */
export function isThumbs(value: Json): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && thumbsValue(value) !== null);
}

function numberOf(value: string | number | boolean, readsYesNo: boolean): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const text = value.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return numberOf(Number(text), readsYesNo);
  if (!readsYesNo) return null;
  const word = text.toLowerCase();
  if (word === 'true' || word === 'yes') return 1;
  return word === 'false' || word === 'no' ? 0 : null;
}

function signal(column: SignalColumn, number: number | null, text: string | null): MappedSignal {
  return {
    kind: column.kind,
    name: column.name,
    number,
    text,
    unit: number === null ? null : column.unit,
    at: null,
    origin: null,
  };
}
