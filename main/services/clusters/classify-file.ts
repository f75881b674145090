import type { ClassifiedFile } from '../../../shared/contract/classify-operations.ts';
import type { Brings } from '../../../shared/contract/import-operations.ts';
import type { MappedRow } from '../../../shared/domain/mapping/mapped-row.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { lowRatingOf } from '../../db/tables/change-sources.ts';
import { vectorModelVersion } from '../../db/tables/change-vectors.ts';
import { findRun, type RunRow } from '../../db/tables/cluster-runs.ts';
import type { FileInput } from '../imports/detect-shape.ts';
import { planImport } from '../imports/plan-import.ts';
import { prepareSourceRow } from '../imports/prepare-row.ts';
import { readFirstRows } from '../imports/read-first-rows.ts';
import { type ChangeClassifier, createChangeClassifier } from './change-classifier.ts';
import { changesOfRow, type RowChange } from './changes-of-row.ts';
import { jobCancelled } from './job-cancelled.ts';
import { openVectorModel } from './models/open-vector-model.ts';
import type { VectorModel } from './models/vector-model.ts';
import { noRun } from './not-found.ts';

export interface ClassifyInput extends FileInput {
  readonly brings?: Brings | undefined;
  readonly rows?: number | undefined;
  /** Where this person's settings are, which name models. */
  readonly dataFolder: string;
}

const usualRows = 10_000;

/**
 * Which failure mode, or else cluster, each change of the first rows of a file would get in this project. Stores nothing.
 * RUN_NOT_FOUND, MODEL_UNUSABLE, JOB_CANCELLED, and what planning and reading an import fail with.
 */
export async function classifyFile(
  database: Database,
  { dataFolder, rows: most = usualRows, ...file }: ClassifyInput,
  signal: AbortSignal,
): Promise<Result<ClassifiedFile>> {
  const run = findRun(database, 'current');
  if (run === null) return noRun();
  const model = await openModelOfRun(database, run, dataFolder);
  if (!model.ok) return model;
  const plan = await planImport({ ...file, sourceId: null });
  if (!plan.ok) return plan;
  const first = await readFirstRows(file.path, plan.value.shape, most);
  if (!first.ok) return first;
  const classify = createChangeClassifier(database, run);
  const lowRating = lowRatingOf(database);
  const { rows, rejects } = first.value;
  const counts = { rejected: rejects.length, attachments: 0, changes: 0 };
  const items: ClassifiedFile['items'] = [];
  for (const source of rows) {
    const item = prepareSourceRow(source, plan.value.mapper);
    if (item.kind === 'reject') counts.rejected++;
    if (item.kind === 'attachment') counts.attachments++;
    if (item.kind !== 'row') continue;
    const { row }: { row: MappedRow } = item.row;
    const classified = await classifyChanges(changesOfRow(row, lowRating), model.value, classify, signal);
    if (!classified.ok) return classified;
    if (signal.aborted) return jobCancelled();
    if (classified.value.length === 0) continue;
    counts.changes += classified.value.length;
    items.push({ line: source.line, externalId: row.externalId, changes: classified.value });
  }
  const read = rows.length + rejects.length;
  return succeed({ read, ...counts, isCut: read >= most, items });
}

async function classifyChanges(
  changes: readonly RowChange[],
  model: VectorModel,
  classify: ChangeClassifier,
  signal: AbortSignal,
): Promise<Result<ClassifiedFile['items'][number]['changes']>> {
  const classified: ClassifiedFile['items'][number]['changes'] = [];
  for (let from = 0; from < changes.length; from += model.batchSize) {
    const batch = changes.slice(from, from + model.batchSize);
    const vectors = await model.vectorsOf(
      batch.map(({ text }) => text),
      signal,
    );
    if (!vectors.ok) return vectors;
    for (const [index, { place, text }] of batch.entries()) {
      const vector = vectors.value[index];
      if (vector === undefined) continue;
      const { removed, added, comments } = text;
      classified.push({ place, removed, added, comments: [...comments], ...classify(vector) });
    }
  }
  return succeed(classified);
}

async function openModelOfRun(
  database: Database,
  { settings, modelSeq }: RunRow,
  dataFolder: string,
): Promise<Result<VectorModel>> {
  const model = await openVectorModel(settings.model, dataFolder);
  if (!model.ok || model.value.version === vectorModelVersion(database, modelSeq)) return model;
  return fail(
    'MODEL_UNUSABLE',
    'The clusters were made by another version of the model that compares changes. Make them anew with flywheel cluster --full.',
  );
}
