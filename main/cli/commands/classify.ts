import { resolve } from 'node:path';
import type { ClassifiedChange, ClassifiedFile } from '../../../shared/contract/classify-operations.ts';
import type { FileFormat } from '../../../shared/contract/import-operations.ts';
import { parseMapArgument } from '../../../shared/domain/mapping/target.ts';
import type { Answer } from '../command.ts';
import { argument } from '../failure.ts';
import { formatCount, formatTable, oneLine, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface ClassifyOptions {
  readonly format?: FileFormat;
  /** An adapter's id, or 'none' for rows as they stand. */
  readonly adapter?: string;
  readonly table?: string;
  readonly map: readonly string[];
  readonly rows: number;
}

/** Which failure mode, or else cluster, each change of new rows falls in. */
export async function classify(project: string, path: string, options: ClassifyOptions): Promise<Answer> {
  const { format, adapter, table, map, rows } = options;
  const file = {
    path: resolve(path),
    ...(format === undefined ? {} : { format }),
    ...(adapter === undefined ? {} : { adapter: adapter === 'none' ? null : adapter }),
    ...(table === undefined ? {} : { table }),
  };
  return withProject(project, 'read', async (client) => {
    const given = map.map((text) => argument(parseMapArgument(text)));
    const mapping =
      given.length === 0 ? undefined : [...given, ...(await guessedBeside(client, file, given))];
    const found = await client.clusters.classify({ ...file, mapping, rows });
    return { json: toJson(found), text: describe(found, rows) };
  });
}

type Client = Parameters<Parameters<typeof withProject>[2]>[0];
type Entry = Awaited<ReturnType<Client['imports']['inspect']>>['mapping'][number];

/** What was given wins; the guess fills targets that were not. */
async function guessedBeside(
  client: Client,
  file: { readonly path: string },
  given: readonly Entry[],
): Promise<Entry[]> {
  const { mapping } = await client.imports.inspect(file);
  return mapping.filter(
    (guessed) => !given.some(({ target, path }) => target === guessed.target || path === guessed.path),
  );
}

function toJson({ items, attachments: _attachments, isCut, ...counts }: ClassifiedFile): object {
  return {
    ...counts,
    is_cut: isCut,
    items: items.map(({ line, externalId, changes }) => ({
      line,
      external_id: externalId,
      changes: changes.map(({ failureMode, how, cluster, score, ...change }) => ({
        ...change,
        failure_mode: failureMode,
        how,
        cluster,
        score,
      })),
    })),
  };
}

/** Lines of the table; with --json all are there. */
const listed = 100;

function describe(
  { read, rejected, attachments, changes, isCut, items }: ClassifiedFile,
  rows: number,
): string {
  const all = items.flatMap(({ line, externalId, changes: ofRow }) =>
    ofRow.map((change) => ({ row: externalId ?? `line ${line}`, change })),
  );
  const named = all.filter(({ change }) => change.failureMode !== null).length;
  const grouped = all.filter(({ change }) => change.failureMode === null && change.cluster !== null).length;
  const counts = [
    `${plural(read, 'row')}, ${plural(changes, 'change')}: ${formatCount(named)} in a failure mode, ` +
      `${formatCount(grouped)} in a cluster without one, ${formatCount(changes - named - grouped)} in neither`,
    ...(rejected === 0 ? [] : [`${plural(rejected, 'row')} could not be used; flywheel inspect says why`]),
    ...(attachments === 0 ? [] : [`${plural(attachments, 'row')} belong to interactions of other files`]),
    ...(isCut ? [`Only the first ${formatCount(rows)} rows were looked at; --rows takes more.`] : []),
  ];
  if (all.length === 0) return counts.join('\n');
  const table = formatTable(
    all
      .slice(0, listed)
      .map(({ row, change }) => [oneLine(row, 30), placed(change), cosineOf(change), shown(change)]),
  );
  const rest = all.length > listed ? [`and ${formatCount(all.length - listed)} more, see --json`] : [];
  return [...counts, '', table, ...rest].join('\n');
}

function placed({ failureMode, how, cluster }: ClassifiedChange): string {
  if (failureMode !== null) return `${oneLine(failureMode.name, 40)}${how === 'near' ? ' (nearest)' : ''}`;
  return cluster === null ? '-' : `cluster: ${oneLine(cluster.name, 40)}`;
}

function cosineOf({ failureMode, cluster, score }: ClassifiedChange): string {
  return failureMode === null && cluster === null ? '' : score.toFixed(2);
}

function shown({ removed, added, comments }: ClassifiedChange): string {
  if (removed === '' && added === '') return oneLine(comments.join(' | ') || 'the whole output', 60);
  return `${oneLine(removed, 30) || '(nothing)'} -> ${oneLine(added, 30) || '(nothing)'}`;
}
