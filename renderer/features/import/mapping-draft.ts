import { columnPath, parsePath } from '../../../shared/domain/mapping/path.ts';
import {
  type FixedTarget,
  fixedTargets,
  type Mapping,
  type Target,
} from '../../../shared/domain/mapping/mapping.ts';
import { isTarget, parseTarget } from '../../../shared/domain/mapping/target.ts';

/** Targets as the mapping table shows them, group by group. */
export interface TargetGroup {
  readonly name: string;
  readonly rows: readonly TargetRow[];
}

export interface TargetRow {
  readonly target: Target;
  /** Empty where nothing fills the target. */
  readonly path: string;
  /** Targets with a name of their own can be taken out of the table; the fixed ones stay. */
  readonly isNamed: boolean;
}

export const namedKinds = ['label', 'signal', 'outcome', 'meta'] as const;
export type NamedKind = (typeof namedKinds)[number];

const groups: readonly {
  readonly name: string;
  readonly fixed: readonly FixedTarget[];
  readonly kinds: readonly NamedKind[];
}[] = [
  { name: 'Required', fixed: ['output'], kinds: [] },
  { name: 'Text', fixed: ['edit', 'input', 'messages', 'system'], kinds: [] },
  {
    name: 'Context',
    fixed: ['external_id', 'session', 'user', 'model', 'prompt_version', 'created_at', 'edited_at'],
    kinds: [],
  },
  { name: 'Signals', fixed: ['rating', 'action', 'comment'], kinds: ['signal', 'outcome'] },
  { name: 'Labels', fixed: ['annotator'], kinds: ['label'] },
  { name: 'Metadata', fixed: [], kinds: ['meta'] },
];

/** The whole table for a mapping: every fixed target, and the named ones that the mapping has. */
export function groupTargets(mapping: Mapping): readonly TargetGroup[] {
  return groups.map(({ name, fixed, kinds }) => ({
    name,
    rows: [
      ...fixed.map((target) => ({ target, path: pathOf(mapping, target), isNamed: false })),
      ...mapping
        .filter(({ target }) => kinds.some((kind) => target.startsWith(`${kind}.`)))
        .map(({ target, path }) => ({ target, path, isNamed: true })),
    ],
  }));
}

/** Fills a target from another path; an empty path leaves it unfilled, and takes a named target out. */
export function withPath(mapping: Mapping, target: Target, path: string): Mapping {
  if (path.trim() === '') return mapping.filter((entry) => entry.target !== target);
  const entry = { target, path: path.trim() };
  return mapping.some((known) => known.target === target)
    ? mapping.map((known) => (known.target === target ? entry : known))
    : [...mapping, entry];
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

/** The first thing that stands in the way of importing with this mapping; null when nothing does. */
export function mappingProblem(mapping: Mapping, columns: readonly string[]): string | null {
  if (pathOf(mapping, 'output') === '') {
    return outputNeeded;
  }
  for (const { path } of mapping) {
    const problem = pathProblem(path, columns);
    if (problem !== null) return problem;
  }
  return null;
}

/** Mappings arrive from the engine with plain texts as targets; what is no target of ours is left out. */
export function toMapping(entries: readonly { readonly target: string; readonly path: string }[]): Mapping {
  return entries.flatMap(({ target, path }) => (isTarget(target) ? [{ target, path }] : []));
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

export function isFixedTarget(target: Target): target is FixedTarget {
  return fixedTargets.some((fixed) => fixed === target);
}

function pathOf(mapping: Mapping, target: Target): string {
  return mapping.find((entry) => entry.target === target)?.path ?? '';
}
