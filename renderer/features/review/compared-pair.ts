import type { DiffOptions } from '../../../shared/domain/diff/diff-texts.ts';
import { formatJson } from '../../../shared/domain/format/format-json.ts';
import { type JsonChange, jsonChanges } from '../../../shared/domain/format/json-changes.ts';
import { readJsonTree } from '../../../shared/domain/format/json-tree.ts';
import { detectTextKind, type TextKind } from '../../../shared/domain/format/text-kind.ts';
import type { Reading } from './reading.ts';

/** Two texts as they are compared and shown. */
export interface ComparedPair {
  /** A name of the pair among remembered differences. */
  readonly key: string;
  readonly kind: TextKind;
  /** As written; JSON laid out anew. */
  readonly output: string;
  readonly edit: string;
  readonly options: DiffOptions;
  /** The paths at which JSON differs; null for any other kind. */
  readonly jsonChanges: readonly JsonChange[] | null;
}

const kept = new Map<string, ComparedPair & { readonly from: readonly [string, string] }>();
const mostKept = 16;

/** What of two texts is compared under a way of reading them. */
export function comparedPair(name: string, output: string, edit: string, reading: Reading): ComparedPair {
  const { readAs, sortKeys, ignoreWhitespace, ignoreCase } = reading;
  const key = [name, readAs, sortKeys, ignoreWhitespace, ignoreCase].join(' ');
  const known = kept.get(key);
  if (known?.from[0] === output && known.from[1] === edit) return known;
  const made = { ...makePair(key, output, edit, reading), from: [output, edit] as const };
  kept.delete(key);
  kept.set(key, made);
  const oldest = kept.keys().next();
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
  return made;
}

function makePair(key: string, output: string, edit: string, reading: Reading): ComparedPair {
  const { readAs, sortKeys, ignoreWhitespace, ignoreCase } = reading;
  const kind = readAs === 'auto' ? detectTextKind(output, edit) : readAs;
  const level = kind === 'code' || kind === 'json' ? 'line' : 'word';
  const pair = {
    key,
    kind,
    output,
    edit,
    options: { ignoreWhitespace, ignoreCase, level },
    jsonChanges: null,
  } as const;
  if (kind !== 'json') return pair;
  const [before, after] = [readJsonTree(output), readJsonTree(edit)];
  if (before === null || after === null) return pair;
  return {
    ...pair,
    output: formatJson(before, sortKeys),
    edit: formatJson(after, sortKeys),
    jsonChanges: jsonChanges(before, after),
  };
}
