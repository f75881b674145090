import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { mappingSchema } from '../../../shared/contract/import-operations.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { flush } from '../../db/backup.ts';
import { createId } from '../../db/create-id.ts';
import { connect, type Database, transact } from '../../db/database.ts';
import { ensureAnnotator } from '../../db/tables/annotators.ts';
import { markSynthetic } from '../../db/tables/project.ts';
import { insertSignalSettings } from '../../db/tables/signal-settings.ts';
import { writeVelocityTarget } from '../../db/tables/velocity-counts.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { signalSettingsSchema } from '../../../shared/domain/signals/settings.ts';
import { runImport } from '../imports/run-import.ts';
import type { JobContext } from '../job-context.ts';
import { runSignals } from '../signals/run-signals.ts';
import { createProject } from './create-project.ts';

export interface SampleRequest {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly device: string;
  readonly version: string;
}

const sampleName = 'Support mail (synthetic)';

/** One of the two reviewers whose labels it has. */
const sampleLead = 'Ada Vrba';

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
    const context: JobContext = {
      jobId: createId(),
      database,
      projectPath: path,
      version: request.version,
      signal: new AbortController().signal,
      whenRunning: async () => undefined,
      report: () => {},
      changed: () => {},
    };
    const imported = await runImport(input, context);
    if (!imported.ok) return imported;
    saySignals(database, folder);
    const measured = await runSignals({ all: false }, context);
    if (!measured.ok) return measured;
    markSynthetic(database);
    database.pragma('wal_checkpoint(TRUNCATE)');
    return succeed(null);
  } finally {
    database.close();
  }
}

const sampleSignals = z.object({
  settings: signalSettingsSchema,
  targets: z.record(z.string(), z.number()),
});

/** What its team would have said: which outcomes it follows, and where it wants to get to. */
function saySignals(database: Database, folder: string): void {
  const text = readFileSync(join(folder, 'signals.json'), 'utf8');
  const { settings, targets } = sampleSignals.parse(JSON.parse(text));
  const now = Date.now();
  transact(database, () => {
    insertSignalSettings(database, { revision: 1, settings }, now);
    const { seq } = ensureAnnotator(database, sampleLead, 'imported', now);
    for (const [metric, target] of Object.entries(targets))
      writeVelocityTarget(database, { metric, target }, seq, now);
  });
}

function sampleMapping(folder: string): Mapping {
  const text = readFileSync(join(folder, 'mapping.json'), 'utf8');
  // The file is ours; a test imports it, so its targets are known to be valid.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return mappingSchema.parse(JSON.parse(text)) as Mapping;
}
