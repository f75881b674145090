import type { Manifest } from '../../../shared/contract/export-operations.ts';
import type { Verification } from '../../../shared/contract/snapshot-operations.ts';
import { interactionsOf } from '../../../shared/domain/export/lineage.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { schemaVersion } from '../../db/migrations/registry.ts';
import { countActsAfter, countImportsAfter } from '../../db/tables/later-acts.ts';
import { missingInteractionReader } from '../../db/tables/snapshot-rows.ts';
import type { StoredSnapshot } from '../../db/tables/snapshots.ts';
import type { JobContext } from '../job-context.ts';
import { openLineage, pagesOfRows } from './read-lineage.ts';

interface Compared {
  readonly files: Verification['files'];
  readonly remade: Result<Manifest>;
}

/** Sentences on what may explain that a snapshot did not come out as it was, and on what became of its files. */
export function explainDifference(
  snapshot: StoredSnapshot,
  { files, remade }: Compared,
  { database, version }: Pick<JobContext, 'database' | 'version'>,
): string[] {
  const onDisk = files.flatMap(({ name, onDisk: state }) => {
    if (state === 'missing') return `${name} is gone. Put it back from a copy, or export again.`;
    return state === 'changed' ? `${name} was changed or replaced after it was written.` : [];
  });
  if (files.every(({ isSame }) => isSame)) return onDisk;
  return [
    ...onDisk,
    ...(remade.ok ? otherInputs(snapshot.manifest, remade.value) : [remade.error.message]),
    ...otherVersions(snapshot.manifest, version),
    ...laterActs(database, snapshot.createdAt),
    ...missingRows(database, snapshot),
  ];
}

/** Files that the recipe reads, by the hashes that reports have of them. */
function otherInputs({ reports = {} }: Manifest, { reports: now = {} }: Manifest): string[] {
  const { decontamination, tokens } = reports;
  const sentences: string[] = [];
  if (decontamination !== undefined && decontamination.sha256 !== now.decontamination?.sha256)
    sentences.push(
      `${decontamination.file}, which the export was decontaminated against, holds something else now.`,
    );
  if (tokens !== undefined && tokens.encoding !== now.tokens?.encoding)
    sentences.push(`The tokens of ${tokens.encoding} are those of another file now.`);
  return sentences;
}

function otherVersions({ app, projectSchemaVersion }: Manifest, version: string): string[] {
  const sentences: string[] = [];
  if (app !== version) sentences.push(`It was made by version ${app} of the app; this is ${version}.`);
  if (projectSchemaVersion !== schemaVersion)
    sentences.push(
      `The project file had version ${projectSchemaVersion} then; it has version ${schemaVersion}.`,
    );
  return sentences;
}

function laterActs(database: Database, since: number): string[] {
  const acts = countActsAfter(database, since);
  const edits = acts.get('edit') ?? 0;
  const labels = (acts.get('label') ?? 0) + (acts.get('span') ?? 0);
  const all = [...acts.values()].reduce((sum, count) => sum + count, 0);
  const { begun, undone } = countImportsAfter(database, since);
  const sentences: readonly (readonly [number, string, string])[] = [
    [edits, 'act on edits', 'acts on edits'],
    [labels, 'act on labels', 'acts on labels'],
    [all - edits - labels, 'act on failure modes and the like', 'acts on failure modes and the like'],
    [begun, 'import', 'imports'],
    [undone, 'import that was taken back', 'imports that were taken back'],
  ];
  return sentences
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `Since then: ${count} ${count === 1 ? one : many}.`);
}

const rowsPerStep = 1000;

function missingRows(database: Database, snapshot: StoredSnapshot): string[] {
  const lineage = openLineage(snapshot);
  if (!lineage.ok) return [];
  const missingOf = missingInteractionReader(database);
  let rows = 0;
  for (const page of pagesOfRows(lineage.value(), rowsPerStep)) {
    const missing = missingOf(page.flatMap(interactionsOf));
    if (missing.size > 0)
      rows += page.filter((row) => interactionsOf(row).some((one) => missing.has(one))).length;
  }
  if (rows === 0) return [];
  const which = rows === 1 ? '1 row is of an interaction' : `${rows} rows are of interactions`;
  return [`${which} that the project does not hold any more.`];
}
