import type { Brings } from '../../../shared/contract/import-operations.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import {
  type ListTarget,
  listTargets,
  type Mapping,
  type MappingEntry,
  type Target,
  type Transform,
} from '../../../shared/domain/mapping/mapping.ts';
import { columnPath, parsePath } from '../../../shared/domain/mapping/path.ts';
import { isTarget, parseTarget } from '../../../shared/domain/mapping/target.ts';
import { byId, joinProblem, type MissingTarget, missingForJoin } from './join-draft.ts';
import { readsPath, transformGap } from './transform-draft.ts';

export const namedKinds = ['label', 'signal', 'outcome', 'meta'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Fills a target from another path; an empty path leaves it unfilled, unless its value needs no path. */
export function withPath(mapping: Mapping, target: Target, path: string): Mapping {
  const known = mapping.find((entry) => entry.target === target);
  return withEntry(mapping, { ...known, target, path: path.trim() });
}

/** Changes what is done with a target's values; undefined takes them as they stand. */
export function withTransform(mapping: Mapping, target: Target, transform: Transform | undefined): Mapping {
  const path = mapping.find((entry) => entry.target === target)?.path ?? '';
  return withEntry(mapping, { target, path, ...(transform === undefined ? {} : { transform }) });
}

export function withoutTarget(mapping: Mapping, target: Target): Mapping {
  return mapping.filter((entry) => entry.target !== target);
}

function withEntry(mapping: Mapping, entry: MappingEntry): Mapping {
  if (!isFilled(entry)) return withoutTarget(mapping, entry.target);
  return mapping.some(({ target }) => target === entry.target)
    ? mapping.map((known) => (known.target === entry.target ? entry : known))
    : [...mapping, entry];
}

/** Whether an entry gives its target anything. */
export function isFilled(entry: Pick<MappingEntry, 'path' | 'transform'>): boolean {
  return entry.path !== '' || !readsPath(entry);
}

/** What stands in the way of adding a named target, as a sentence; null when it can be added. */
export function namedTargetProblem(mapping: Mapping, kind: NamedKind, name: string): string | null {
  const target = `${kind}.${name.trim()}`;
  const parsed = parseTarget(target);
  if (!parsed.ok) return parsed.error.message;
  return mapping.some((entry) => entry.target === target) ? `${target} is in the table already.` : null;
}

export function namedTarget(kind: NamedKind, name: string): Target {
  return `${kind}.${name.trim()}`;
}

/** What is wrong with a typed path, as a sentence; null when it can be read. A column's own name always can. */
export function pathProblem(path: string, columns: readonly string[]): string | null {
  if (path.trim() === '' || columns.includes(path.trim())) return null;
  const parsed = parsePath(path.trim());
  return parsed.ok ? null : parsed.error.message;
}

/** Shown where nothing fills the one target that every interaction needs. */
export const outputNeeded =
  'Choose what holds the output: every interaction needs the text that the AI wrote.';

/** What rows are to the project, and how those of attachments find their interactions. */
export interface RowsMeaning {
  readonly brings: Brings;
  readonly join: JoinMethod;
}

export const interactionRows: RowsMeaning = { brings: 'interactions', join: byId };

/** What must be mapped and is not; null when everything is there. */
export function missingTarget(mapping: Mapping, { brings, join }: RowsMeaning): MissingTarget | null {
  if (brings === 'attachments') return missingForJoin(mapping, join);
  const hasOutput = mapping.some(({ target }) => target === 'output' || target === 'messages');
  return hasOutput ? null : { target: 'output', sentence: outputNeeded };
}

/** The first thing that stands in the way of importing with this mapping; null when nothing does. */
export function mappingProblem(
  mapping: Mapping,
  columns: readonly string[],
  meaning: RowsMeaning,
): string | null {
  const missing = missingTarget(mapping, meaning);
  if (missing !== null) return missing.sentence;
  const unclear = meaning.brings === 'attachments' ? joinProblem(meaning.join) : null;
  if (unclear !== null) return unclear;
  for (const entry of mapping) {
    const problem = readsPath(entry) ? pathProblem(entry.path, columns) : null;
    const gap = entry.transform === undefined ? null : transformGap(entry.transform);
    if (problem !== null || gap !== null) return problem ?? gap;
  }
  return null;
}

interface PlainEntry {
  readonly target: string;
  readonly path: string;
  readonly transform?: Transform | undefined;
}

/** Mappings arrive from the engine with plain texts as targets; what is no target of ours is left out. */
export function toMapping(entries: readonly PlainEntry[]): Mapping {
  return entries.flatMap(({ target, path, transform }) =>
    isTarget(target) ? [{ target, path, ...(transform === undefined ? {} : { transform }) }] : [],
  );
}

/** A mapping without an output is one for rows that belong to interactions of other rows. */
export function bringsOfMapping(mapping: Mapping): Brings {
  return missingTarget(mapping, interactionRows) === null ? 'interactions' : 'attachments';
}

/** The columns of a file that have these paths: `feedback.rating` is inside the column `feedback`. */
export function topColumns(paths: readonly string[]): string[] {
  const names = paths.map((path) => {
    const parsed = parsePath(path);
    const [first] = parsed.ok ? parsed.value.steps : [path];
    return String(first);
  });
  return [...new Set(names)];
}

/** The name that a column suggests for a named target: the last key of its path, in the form names have. */
export function suggestName(path: string): string {
  const steps = parsePath(path);
  const keys = steps.ok ? steps.value.steps.filter((step) => typeof step === 'string') : [path];
  return (keys.at(-1) ?? columnPath(path))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}

export function isListTarget(target: string): target is ListTarget {
  return listTargets.some((list) => list === target);
}
