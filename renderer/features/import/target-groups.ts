import type { Brings } from '../../../shared/contract/import-operations.ts';
import type {
  FixedTarget,
  ListTarget,
  Mapping,
  MappingEntry,
  Target,
} from '../../../shared/domain/mapping/mapping.ts';
import type { NamedKind } from './mapping-draft.ts';

/** Targets as the mapping table shows them, group by group. */
export interface TargetGroup {
  readonly name: string;
  readonly rows: readonly TargetRow[];
}

export interface TargetRow {
  readonly target: Target;
  /** Undefined where nothing fills the target. */
  readonly entry: MappingEntry | undefined;
  /** Shown only while mapped: targets with a name of their own, and those that take lists. */
  readonly isRemovable: boolean;
}

interface GroupPlan {
  readonly name: string;
  readonly fixed: readonly FixedTarget[];
  readonly whenMapped: readonly (ListTarget | NamedKind)[];
}

const interactionGroups: readonly GroupPlan[] = [
  { name: 'Required', fixed: ['output'], whenMapped: [] },
  { name: 'Text', fixed: ['edit', 'input', 'messages', 'system'], whenMapped: ['edits'] },
  {
    name: 'Context',
    fixed: ['external_id', 'session', 'user', 'model', 'prompt_version', 'created_at', 'edited_at'],
    whenMapped: ['keys'],
  },
  { name: 'Signals', fixed: ['rating', 'action', 'comment'], whenMapped: ['signal', 'outcome', 'signals'] },
  { name: 'Labels', fixed: ['annotator'], whenMapped: ['label', 'labels', 'spans'] },
  { name: 'Metadata', fixed: [], whenMapped: ['meta'] },
];

const attachmentGroups: readonly GroupPlan[] = [
  { name: 'Which interaction', fixed: ['external_id', 'session'], whenMapped: ['keys'] },
  { name: 'Edit', fixed: ['edit', 'edited_at'], whenMapped: ['edits'] },
  {
    name: 'Signals',
    fixed: ['rating', 'action', 'comment', 'created_at'],
    whenMapped: ['signal', 'outcome', 'signals'],
  },
  { name: 'Labels', fixed: ['annotator'], whenMapped: ['label', 'labels', 'spans'] },
];

/** The whole table for a mapping: every fixed target, and the others that the mapping has. */
export function groupTargets(mapping: Mapping, brings: Brings): readonly TargetGroup[] {
  return groupsOf(brings).map(({ name, fixed, whenMapped }) => ({
    name,
    rows: [
      ...fixed.map((target) => ({
        target,
        entry: mapping.find((entry) => entry.target === target),
        isRemovable: false,
      })),
      ...mapping
        .filter(({ target }) => whenMapped.some((kind) => isOfKind(target, kind)))
        .map((entry) => ({ target: entry.target, entry, isRemovable: true })),
    ],
  }));
}

/** The part of a mapping that such rows can fill: what belongs to an interaction has a text and a model already. */
export function mappingFor(mapping: Mapping, brings: Brings): Mapping {
  const groups = groupsOf(brings);
  return mapping.filter(({ target }) =>
    groups.some(
      ({ fixed, whenMapped }) =>
        fixed.some((known) => known === target) || whenMapped.some((kind) => isOfKind(target, kind)),
    ),
  );
}

function groupsOf(brings: Brings): readonly GroupPlan[] {
  return brings === 'attachments' ? attachmentGroups : interactionGroups;
}

function isOfKind(target: Target, kind: ListTarget | NamedKind): boolean {
  return target === kind || target.startsWith(`${kind}.`);
}
