import { resolve } from 'node:path';
import type { Client } from '../../../shared/contract/contract.ts';
import { parseMapArgument } from '../../../shared/domain/mapping/target.ts';
import type { Answer } from '../command.ts';
import { argument, UsageError } from '../failure.ts';
import { formatTable, oneLine, plural } from '../format.ts';
import { parseId } from '../parse-id.ts';
import { readMapFile } from '../read-map-file.ts';
import { withProject } from '../with-project.ts';

export interface RejectsOptions {
  readonly source?: string;
  readonly retry?: boolean;
  readonly map: readonly string[];
  readonly mapFile?: string;
  readonly out?: string;
  readonly limit: number;
}

/** Lists rejected rows, tries them again with `--retry`, or writes them to a file with `--out`. */
export async function showRejects(project: string, options: RejectsOptions): Promise<Answer> {
  const asked = options.source === undefined ? null : parseId(options.source, 'source');
  if (options.retry === true) return retry(project, asked, options);
  return withProject(project, 'read', async (client) => {
    const sources = await sourcesWithRejects(client, asked);
    if (options.out !== undefined) return exportRejects(client, sources, options.out);
    const listed = await Promise.all(
      sources.map(async ({ id, name }) => {
        const { rejects } = await client.imports.rejects({ sourceId: id, limit: options.limit });
        return rejects.map((reject) => Object.assign(reject, { source: id, name }));
      }),
    );
    const rejects = listed.flat().slice(0, options.limit);
    const total = sources.reduce((sum, { rejected }) => sum + rejected, 0);
    const rows = rejects.map(({ name, file, line, reason, message }) => [
      file ?? name,
      line,
      reason,
      oneLine(message, 100),
    ]);
    const text =
      rejects.length === 0
        ? 'No row is rejected.'
        : `${formatTable([['file', 'line', 'reason', 'message'], ...rows])}\n${plural(total, 'row')} rejected in all.`;
    return { json: { rejects, total }, text };
  });
}

async function sourcesWithRejects(client: Client, asked: string | null) {
  const sources = await client.imports.sources();
  if (asked !== null && !sources.some(({ id }) => id === asked))
    throw new UsageError({ code: 'SOURCE_NOT_FOUND', message: `The project has no import ${asked}.` });
  return sources.filter(({ id, rejected }) => (asked === null ? rejected > 0 : id === asked));
}

async function exportRejects(
  client: Client,
  sources: readonly { readonly id: string }[],
  out: string,
): Promise<Answer> {
  const [source, second] = sources;
  if (source === undefined)
    throw new UsageError({ message: 'No row is rejected, so there is nothing to write.' });
  if (second !== undefined)
    throw new UsageError({ message: 'Several imports have rejects. Name one with --source ID.' });
  const written = await client.imports.exportRejects({ sourceId: source.id, path: resolve(out) });
  return { json: written, text: `${plural(written.rows, 'row')} written to ${written.path}` };
}

async function retry(project: string, asked: string | null, options: RejectsOptions): Promise<Answer> {
  const file = options.mapFile === undefined ? null : readMapFile(options.mapFile);
  const typed = options.map.map((text) => argument(parseMapArgument(text)));
  return withProject(project, 'write', async (client) => {
    const retried = [];
    for (const { id, name, mapping } of await sourcesWithRejects(client, asked)) {
      const given = [...typed, ...(file?.mapping ?? [])];
      const rest = (file === null ? mapping : []).filter(
        ({ target }) => !given.some((entry) => entry.target === target),
      );
      retried.push({
        source: id,
        name,
        ...(await client.imports.retryRejects({ sourceId: id, mapping: [...given, ...rest] })),
      });
    }
    const lines = retried.map(
      ({ name, tried, imported, attached, duplicates, rejected }) =>
        `${name}: ${plural(tried, 'row')} tried again, ${imported} imported, ${attached} joined, ${duplicates} already there, ${rejected} still rejected`,
    );
    return {
      json: { sources: retried },
      text: lines.length === 0 ? 'No row is rejected.' : lines.join('\n'),
    };
  });
}
