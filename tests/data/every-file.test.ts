import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../shared/contract/import-operations.ts';
import type { Mapping } from '../../shared/domain/mapping/mapping.ts';
import { createId } from '../../main/db/create-id.ts';
import { numberOf } from '../../main/db/query.ts';
import { listSources } from '../../main/db/tables/sources.ts';
import { importFile } from '../../main/services/imports/run-import.ts';
import { checkProject } from '../../main/services/project/check-project.ts';
import { newProject } from '../support/temp-project.ts';
import { jobContext } from '../support/test-import.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');
const table = resolve(import.meta.dirname, '../../docs/public-data.md');

/** Files that need a person's mapping, by the start of their path; the others take the proposed one. */
const mappings: readonly (readonly [path: string, mapping: string])[] = [
  ['coauthor/sessions_300', 'coauthor-sessions'],
  ['coauthor/suggestion_queries', 'coauthor'],
  ['lamp/lamp_pairs', 'lamp'],
  ['lamp/preference_rankings', 'lamp-rankings'],
  ['llmbar/', 'llmbar'],
  ['mlqe-pe/catastrophic', 'mlqe-catastrophic'],
  ['mlqe-pe/et-en.multi', 'mlqe-references'],
  ['mlqe-pe/', 'mlqe-pe'],
  ['pandalm/', 'pandalm'],
  ['tool-exports/doccano/sequence_to_sequence/example.csv', 'doccano-pairs'],
  ['tool-exports/doccano/text_classification/example.csv', 'doccano-classes'],
];

const notData = /(^|\/)(SOURCE|README|LICENSE)[^/]*$/;

function dataFiles(): string[] {
  return readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((path) => !notData.test(path) && statSync(join(data, path)).isFile())
    .toSorted();
}

function mappingOf(path: string): { name: string; mapping: Mapping } | null {
  const name = mappings.find(([start]) => path.startsWith(start))?.[1];
  if (name === undefined) return null;
  const file = join(import.meta.dirname, 'mappings', `${name}.json`);
  return { name, mapping: mappingSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) as Mapping };
}

/** One line of the table: what came of a file, or why it was refused. */
async function importOne(path: string): Promise<string> {
  const project = newProject();
  const { database } = project;
  const given = mappingOf(path);
  const input = {
    path: join(data, path),
    ...(given === null ? {} : { mapping: given.mapping }),
    sourceId: createId(),
  };
  const result = await importFile(input, jobContext(project));
  if (!result.ok) return row([path, 'refused', '', '', '', '', '', '', '', '', result.error.message]);
  const report = result.value;
  expect(report.read).toBe(
    report.imported + report.attached + report.duplicates + report.rejected + report.skipped,
  );
  expect(checkProject(database).problems).toEqual([]);
  const count = (from: string): number => numberOf(database, `SELECT count(*) FROM ${from}`);
  const adapter = listSources(database)[0]?.adapter ?? (given === null ? 'guess' : 'mapping');
  return row([
    path,
    adapter,
    report.imported,
    count('edits'),
    count('signals'),
    count('imported_labels'),
    count('imported_span_labels'),
    report.duplicates,
    report.rejected,
    report.skipped,
    [
      ...Object.keys(report.unmapped),
      ...Object.entries(report.skipReasons).map(([why, rows]) => `_${why} (${rows})_`),
    ].join(', '),
  ]);
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}

const introduction = `# Public data, imported

Every file of \`../shared/data\`, where it lies beside the repository, imported into an empty project: by its adapter, by the
guessed mapping, or by a mapping of \`tests/data/mappings\`. \`tests/data/every-file.test.ts\` imports them all again and fails
where a number changes. Columns that no target took are metadata of the interactions; rows that are no interactions are
skipped for the reason in italics. The data itself is never part of this repository.
`;

describe('public data sets and exports of other tools', () => {
  const isThere = existsSync(data);
  it.skipIf(!isThere)(
    isThere
      ? 'are imported with the counts of docs/public-data.md'
      : 'are imported (skipped: ../shared/data is not there)',
    async () => {
      const head = [
        'file',
        'read by',
        'interactions',
        'edits',
        'signals',
        'labels',
        'on parts',
        'duplicates',
        'rejects',
        'skipped',
        'unmapped',
      ];
      const lines = [row(head), row(head.map(() => '---'))];
      for (const path of dataFiles()) lines.push(await importOne(path));
      expect(lines.length).toBeGreaterThan(70);
      const text = await format(`${introduction}\n${lines.join('\n')}\n`, {
        parser: 'markdown',
        printWidth: 120,
      });
      await expect(text).toMatchFileSnapshot(table);
    },
    240_000,
  );
});
