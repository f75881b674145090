import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { modeStatusNames } from '../../../shared/domain/modes/mode-status.ts';
import type { Database } from '../../db/database.ts';
import { clusterPayload } from '../../db/tables/cluster-decisions.ts';
import type { EventRow } from '../../db/tables/events.ts';
import { modeChangePayload, modeMergePayload } from '../../db/tables/failure-mode-fold.ts';
import { memberPayload } from '../../db/tables/failure-mode-members.ts';
import { nameOfMode } from '../../db/tables/failure-modes.ts';
import { clusterName } from '../../db/tables/mode-lookups.ts';
import { findPromptVersion } from '../../db/tables/prompt-version-acts.ts';
import { describeDecision as describeWeeklyDecision } from '../weekly/describe-decision.ts';

/** What the acts of one step did, oldest first, in a sentence: "“Cliché” and “Trite” merged into “Stale”". */
export function describeModeStep(database: Database, acts: readonly EventRow[]): string {
  const ofType = (type: string) => acts.filter((act) => act.type === type);
  const nameOf = (id: string) => `“${nameOfMode(database, id) ?? id}”`;
  const merges = ofType('failure_mode.merge');
  const created = ofType('failure_mode.create');
  const members = ofType('member.set');
  const decisions = ofType('cluster.decide');
  const changes = ofType('failure_mode.change');
  const [first] = acts;
  if (first === undefined) return 'Nothing changed';
  if (merges.length > 0)
    return `${list(merges.map((act) => nameOf(modeOf(act))))} merged into ${nameOf(modeMergePayload.parse(merges[0]?.payload).into)}`;
  if (created.length > 0 && members.length > 0)
    return `A failure mode split, ${list(created.map((act) => nameOf(modeOf(act))))} made of parts of it`;
  if (members.length > 0) return describeMembers(members, nameOf);
  if (decisions.length > 0) return decisions.map((act) => describeDecision(database, act, nameOf)).join('; ');
  if (created.length > 0) return `${list(created.map((act) => nameOf(modeOf(act))))} made`;
  if (changes.length > 0) return changes.map((act) => describeChange(act, nameOf)).join('; ');
  if (first.type === 'failure_mode.retire') return `${nameOf(modeOf(first))} retired`;
  const target = parseFoldKey(first.foldKey);
  if (target.kind === 'prompt_version')
    return `Prompt version “${findPromptVersion(database, target.promptVersionId)?.name ?? ''}”`;
  return target.kind === 'weekly'
    ? describeWeeklyDecision(database, target, first.payload)
    : 'Step on failure modes';
}

type NameOf = (id: string) => string;

function describeMembers(members: readonly EventRow[], nameOf: NameOf): string {
  const groups = Map.groupBy(members, (act) => `${memberPayload.parse(act.payload).verdict}/${modeOf(act)}`);
  const isMove =
    groups.size === 2 && [...groups.values()].every((group) => group.length * 2 === members.length);
  const [out, into] = [keyWith(groups, 'out/'), keyWith(groups, 'in/')];
  if (isMove && out !== null && into !== null)
    return `${countOf(members.length / 2)} moved from ${nameOf(out)} to ${nameOf(into)}`;
  return [...groups.entries()]
    .map(([key, group]) => {
      const [verdict, mode = ''] = key.split('/');
      return `${countOf(group.length)} ${membership(verdict, group.length)} of ${nameOf(mode)}`;
    })
    .join('; ');
}

function keyWith(groups: ReadonlyMap<string, unknown>, start: string): string | null {
  return [...groups.keys()].find((key) => key.startsWith(start))?.slice(start.length) ?? null;
}

function membership(verdict: string | undefined, count: number): string {
  const isOne = count === 1;
  if (verdict === 'in') return isOne ? 'is an example' : 'are examples';
  if (verdict === 'out') return isOne ? 'is no example' : 'are no examples';
  return isOne ? 'is not said to be an example any more' : 'are not said to be examples any more';
}

function countOf(count: number): string {
  return `${count} ${count === 1 ? 'change' : 'changes'}`;
}

function describeDecision(database: Database, act: EventRow, nameOf: NameOf): string {
  const target = parseFoldKey(act.foldKey);
  const id = target.kind === 'cluster' ? target.clusterId : '';
  const cluster = `Cluster “${clusterName(database, id) ?? id}”`;
  const { modes } = clusterPayload.parse(act.payload);
  if (modes === null) return `${cluster} proposed again`;
  return modes.length === 0 ? `${cluster} dismissed` : `${cluster} confirmed as ${list(modes.map(nameOf))}`;
}

const textFields = {
  definition: 'definition',
  inclusion: 'what belongs to it',
  exclusion: 'what does not belong to it',
  colour: 'colour',
} as const;

function describeChange(act: EventRow, nameOf: NameOf): string {
  const change = modeChangePayload.parse(act.payload);
  const parts = [
    ...(change.name === undefined ? [] : [`name “${change.name}”`]),
    ...(['definition', 'inclusion', 'exclusion', 'colour'] as const)
      .filter((field) => change[field] !== undefined)
      .map((field) => `${textFields[field]} changed`),
    ...(change.parent === undefined
      ? []
      : [change.parent === null ? 'no parent' : `parent ${nameOf(change.parent)}`]),
    ...(['severity', 'owner'] as const)
      .filter((field) => change[field] !== undefined)
      .map((field) => (change[field] === null ? `no ${field}` : `${field} ${change[field]}`)),
    ...(change.status === undefined ? [] : [`status ${modeStatusNames[change.status].toLowerCase()}`]),
  ];
  return `${nameOf(modeOf(act))}: ${parts.join(', ')}`;
}

function modeOf({ foldKey }: EventRow): string {
  const target = parseFoldKey(foldKey);
  return target.kind === 'failure_mode' || target.kind === 'member' ? target.failureModeId : '';
}

/** "a, b and c". */
function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
