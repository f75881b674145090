import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mappingSchema } from '../../../shared/contract/import-operations.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { flush } from '../../db/backup.ts';
import { createId } from '../../db/create-id.ts';
import { connect } from '../../db/database.ts';
import { markSynthetic } from '../../db/tables/project.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { runImport } from '../imports/run-import.ts';
import { createProject } from './create-project.ts';

export interface SampleRequest {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly device: string;
  readonly version: string;
}

const sampleName = 'Support mail (synthetic)';

/**
 * The path of the synthetic project in the user's data folder. The first call makes it by importing the file that
 * ships with Flywheel, the way any file is imported; later ones find it as the person left it.
 */
export async function ensureSampleProject(request: SampleRequest): Promise<Result<string>> {
  const path = join(request.dataFolder, `${sampleName}.flywheel`);
  if (existsSync(path)) return succeed(path);
  mkdirSync(request.dataFolder, { recursive: true });
  const temporary = join(request.dataFolder, `${createId()}.part.flywheel`);
  try {
    const created = createProject({ ...request, path: temporary, name: sampleName });
    if (!created.ok) return created;
    const filled = await fillSample(temporary, request);
    if (!filled.ok) return filled;
    flush(temporary);
    // Another window may have made it in the meantime; then that one is the sample.
    if (!existsSync(path)) renameSync(temporary, path);
    return succeed(path);
  } finally {
    for (const leftover of ['', '-wal', '-shm']) rmSync(temporary + leftover, { force: true });
  }
}

async function fillSample(path: string, request: SampleRequest): Promise<Result<null>> {
  const folder = join(request.resourcesFolder, 'sample');
  const data = join(folder, 'support-mail.jsonl');
  if (!existsSync(data)) {
    return fail(
      'FILE_NOT_FOUND',
      `The sample data is not at ${data}. Install Flywheel again to get it back.`,
    );
  }
  const database = connect(path);
  try {
    const input = { path: data, mapping: sampleMapping(folder), sourceId: createId() };
    const imported = await runImport(input, {
      jobId: createId(),
      database,
      projectPath: path,
      version: request.version,
      signal: new AbortController().signal,
      whenRunning: async () => undefined,
      report: () => {},
      changed: () => {},
    });
    if (!imported.ok) return imported;
    markSynthetic(database);
    database.pragma('wal_checkpoint(TRUNCATE)');
    return succeed(null);
  } finally {
    database.close();
  }
}

function sampleMapping(folder: string): Mapping {
  const text = readFileSync(join(folder, 'mapping.json'), 'utf8');
  // The file is ours; a test imports it, so its targets are known to be valid.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return mappingSchema.parse(JSON.parse(text)) as Mapping;
}
