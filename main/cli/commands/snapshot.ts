import { basename } from 'node:path';
import type { Client } from '../../../shared/contract/contract.ts';
import {
  type Retired,
  type SnapshotComparison,
  type SnapshotState,
  type Verification,
  verificationSchema,
} from '../../../shared/contract/snapshot-operations.ts';
import type { Answer, CommandContext } from '../command.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { followJob } from '../follow-job.ts';
import { formatTable, formatTime, oneLine, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface SnapshotOptions {
  readonly yes?: boolean;
  readonly limit: number;
}

/** How many snapshots each action is about. */
const actions = { list: 0, show: 1, compare: 2, verify: 1, freeze: 1, retired: 0 } as const;

type Action = keyof typeof actions;

/** @param ids ids of snapshots, the beginnings of some, or `latest` */
export async function useSnapshots(
  project: string,
  action: string | undefined,
  ids: readonly string[],
  options: SnapshotOptions,
  context: CommandContext,
): Promise<Answer> {
  const asked = parseAction(action ?? 'list', ids);
  const [first = '', second = ''] = ids;
  switch (asked) {
    case 'list':
      return listSnapshots(project);
    case 'show':
      return showSnapshot(project, first);
    case 'compare':
      return compareSnapshots(project, { before: first, after: second, limit: options.limit });
    case 'verify':
      return verifySnapshot(project, first, context);
    case 'freeze':
      return freezeSnapshot(project, first, options);
    case 'retired':
      return listRetired(project);
  }
}

function parseAction(text: string, ids: readonly string[]): Action {
  if (!isAction(text)) {
    const all = Object.keys(actions).join(', ');
    throw new UsageError({ message: `"${text}" is none of what can be done with snapshots: ${all}.` });
  }
  if (ids.length === actions[text]) return text;
  const needed = ['no id', 'the id of one snapshot', 'the ids of two snapshots'][actions[text]];
  throw new UsageError({ message: `"${text}" takes ${needed}. List them with: flywheel snapshot PROJECT` });
}

function isAction(text: string): text is Action {
  return Object.hasOwn(actions, text);
}

async function listSnapshots(project: string): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const snapshots = await client.snapshots.list();
    const head = ['snapshot', 'made', 'format', 'training', 'validation', 'test', 'state', 'file'];
    const lines = snapshots.map((snapshot) => [
      snapshot.id,
      formatTime(snapshot.createdAt),
      snapshot.manifest.recipe.format,
      snapshot.manifest.counts.training,
      snapshot.manifest.counts.validation,
      snapshot.manifest.counts.test ?? 0,
      stateOf(snapshot),
      snapshot.path,
    ]);
    return {
      json: { snapshots },
      text: snapshots.length === 0 ? 'Nothing was exported yet.' : formatTable([head, ...lines]),
    };
  });
}

function stateOf({ frozenAt, damaged }: SnapshotState): string {
  const states = [frozenAt === null ? [] : ['frozen'], damaged.length === 0 ? [] : ['damaged']].flat();
  return states.length === 0 ? 'complete' : states.join(', ');
}

async function showSnapshot(project: string, id: string): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const snapshot = await findSnapshot(client, id);
    const { manifest, recipeName, recipeVersion, damaged } = snapshot;
    const files = [...manifest.files, ...(manifest.lineage === undefined ? [] : [manifest.lineage])];
    const steps = (manifest.funnel ?? []).map(({ step, rows, lost }) =>
      [`${step}: ${plural(rows, 'row')}`, ...lost.map(describeLoss)].join('\n'),
    );
    const text = [
      `${snapshot.path}, ${formatTime(snapshot.createdAt)}, ${stateOf(snapshot)}`,
      recipeName === null ? null : `recipe ${recipeName}, version ${recipeVersion}`,
      `made by version ${manifest.app} of the app`,
      ...steps,
      ...files.map(({ name, sha256 }) => `${sha256}  ${name}${damaged.includes(name) ? ' (damaged)' : ''}`),
    ];
    return { json: snapshot, text: text.filter((line) => line !== null).join('\n') };
  });
}

function describeLoss({ rows, message }: { readonly rows: number; readonly message: string }): string {
  return `  ${plural(rows, 'row')} left out: ${message}`;
}

async function compareSnapshots(
  project: string,
  { before, after, limit }: { readonly before: string; readonly after: string; readonly limit: number },
): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const ids = {
      before: (await findSnapshot(client, before)).id,
      after: (await findSnapshot(client, after)).id,
    };
    const comparison = await client.snapshots.compare({ ...ids, limit });
    return { json: comparison, text: describeComparison(comparison) };
  });
}

const width = 160;

function describeComparison({ recipe, rows, ...counts }: SnapshotComparison): string {
  const signs = { in: '+', out: '-', changed: '~', moved: '>' } as const;
  const listed = rows.flatMap(({ kind, itemId, part, partBefore, before, after }) => [
    `${signs[kind]} ${itemId} ${partBefore === null ? part : `${partBefore} to ${part}`}`,
    ...(kind !== 'changed' || before === null ? [] : [`    - ${oneLine(before, width)}`]),
    ...(kind !== 'changed' || after === null ? [] : [`    + ${oneLine(after, width)}`]),
  ]);
  return [
    ...recipe.map(({ sentence }) => sentence),
    `${plural(counts.same, 'row')} the same, ${counts.in} in, ${counts.out} out, ${counts.changed} changed, ${counts.moved} moved`,
    ...listed,
  ].join('\n');
}

/** Exit code 1 where it does not come out byte for byte. */
async function verifySnapshot(project: string, id: string, context: CommandContext): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const snapshot = await findSnapshot(client, id);
    const { jobId } = await client.snapshots.verify({ id: snapshot.id });
    const { result } = await followJob(client, jobId, context);
    const verification = verificationSchema.parse(result);
    return {
      json: verification,
      text: describeVerification(verification),
      exitCode: verification.isSame ? exitCodes.done : exitCodes.failed,
    };
  });
}

function describeVerification({ isSame, files, reasons }: Verification): string {
  const lines = files.map((file) => {
    const made = file.isSame ? 'the same' : file.actual === null ? 'not made' : 'differs';
    return `${file.name}: ${made}${file.onDisk === 'same' ? '' : `, ${file.onDisk} on disk`}`;
  });
  return [
    ...lines,
    ...reasons,
    isSame ? 'Every file comes out byte for byte.' : 'It does not come out as it was written.',
  ].join('\n');
}

async function freezeSnapshot(
  project: string,
  id: string,
  { yes = false }: Pick<SnapshotOptions, 'yes'>,
): Promise<Answer> {
  if (!yes) {
    throw new UsageError({
      message:
        'Freezing keeps the test rows out of training for ever and cannot be taken back. Add --yes if you mean it.',
    });
  }
  return withProject(project, 'write', async (client) => {
    const { id: found } = await findSnapshot(client, id);
    const frozen = await client.snapshots.freeze({ id: found });
    const { test = 0, validation } = frozen.manifest.counts;
    const rows = test > 0 ? plural(test, 'test row') : plural(validation, 'validation row');
    return { json: frozen, text: `${rows} of ${basename(frozen.path)} are frozen.` };
  });
}

async function listRetired(project: string): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const retired = await client.snapshots.retired();
    return {
      json: { retired },
      text:
        retired.length === 0
          ? 'No snapshot has rows of interactions that are gone.'
          : retired.map(describeRetired).join('\n'),
    };
  });
}

function describeRetired({ path, rows, lines }: Retired): string {
  const listed = lines.map(({ file, line, itemId }) => `  ${file} line ${line}: ${itemId}`);
  const more = rows - lines.length;
  return [
    `${path}: ${plural(rows, 'row')} to train anew without`,
    ...listed,
    ...(more > 0 ? [`  and ${plural(more, 'row')} more`] : []),
  ].join('\n');
}

/** By its id, the start of it where no other begins so, or `latest`. */
async function findSnapshot(client: Client, text: string): Promise<SnapshotState> {
  const all = await client.snapshots.list();
  const found = text === 'latest' ? all.slice(0, 1) : all.filter(({ id }) => id.startsWith(text));
  const [one, other] = found;
  if (one !== undefined && other === undefined) return one;
  throw new UsageError({
    code: one === undefined ? 'SNAPSHOT_NOT_FOUND' : 'INPUT_INVALID',
    message:
      one === undefined
        ? `The project has no snapshot "${text}". List them with: flywheel snapshot PROJECT list`
        : `Several snapshots begin with "${text}". Type more of the id.`,
  });
}
