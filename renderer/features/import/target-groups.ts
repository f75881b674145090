import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import type {
  FixedTarget,
  ListTarget,
  Mapping,
  MappingEntry,
  Target,
} from '../../../shared/domain/mapping/mapping.ts';
import { joinTargets } from './join-draft.ts';
import type { NamedKind, RowsMeaning } from './mapping-draft.ts';

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

const signalTargets: readonly FixedTarget[] = ['rating', 'action', 'comment', 'created_at'];

/** Rows of attachments: first what they are joined by, then what they bring. */
function attachmentGroups(join: JoinMethod): readonly GroupPlan[] {
  const joined = joinTargets(join);
  return [
    { name: 'Which interaction', ...joined },
    { name: 'Edit', fixed: ['edit', 'edited_at'], whenMapped: ['edits'] },
    {
      name: 'Signals',
      fixed: signalTargets.filter((target) => !joined.fixed.includes(target)),
      whenMapped: ['signal', 'outcome', 'signals'],
    },
    { name: 'Labels', fixed: ['annotator'], whenMapped: ['label', 'labels', 'spans'] },
  ];
}

/** The whole table for a mapping: every fixed target that such rows can fill, and the others that the mapping has. */
export function groupTargets(mapping: Mapping, meaning: RowsMeaning): readonly TargetGroup[] {
  return groupsOf(meaning).map(({ name, fixed, whenMapped }) => ({
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
export function mappingFor(mapping: Mapping, meaning: RowsMeaning): Mapping {
  return mapping.filter(({ target }) => canFill(target, meaning));
}

/** Whether such rows have a place for a target in their table. */
export function canFill(target: Target, meaning: RowsMeaning): boolean {
  return groupsOf(meaning).some(
    ({ fixed, whenMapped }) =>
      fixed.some((known) => known === target) || whenMapped.some((kind) => isOfKind(target, kind)),
  );
}

function groupsOf({ brings, join }: RowsMeaning): readonly GroupPlan[] {
  return brings === 'attachments' ? attachmentGroups(join) : interactionGroups;
}

function isOfKind(target: Target, kind: ListTarget | NamedKind): boolean {
  return target === kind || target.startsWith(`${kind}.`);
}
