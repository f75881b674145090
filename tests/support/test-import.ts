import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapping } from '../../shared/domain/mapping/mapping.ts';
import type { Result } from '../../shared/result/result.ts';
import { createId } from '../../main/db/create-id.ts';
import type { ImportJobInput, ImportReport } from '../../main/services/imports/import-input.ts';
import { importFile } from '../../main/services/imports/run-import.ts';
import type { JobContext } from '../../main/services/job-context.ts';
import type { OpenProject } from '../../main/services/project/open-project.ts';
import { useTempFolder } from './temp-folder.ts';

/** What a job is given, without a runner around it. */
export function jobContext(project: OpenProject, changes: Partial<JobContext> = {}): JobContext {
  return {
    jobId: createId(),
    database: project.database,
    projectPath: project.path,
    version: '0.0.0-test',
    signal: new AbortController().signal,
    whenRunning: async () => undefined,
    report: () => undefined,
    changed: () => undefined,
    ...changes,
  };
}

export interface ImportTextOptions {
  readonly mapping?: Mapping;
  readonly name?: string;
  readonly dryRun?: boolean;
  readonly brings?: ImportJobInput['brings'];
  readonly options?: ImportJobInput['options'];
  readonly pseudonymKey?: string;
  readonly context?: Partial<JobContext>;
}

/** Imports a file with this content; the id of the source is in the report. */
export async function importText(
  project: OpenProject,
  text: string | Buffer,
  { dryRun = false, context, ...input }: ImportTextOptions = {},
): Promise<Result<ImportReport>> {
  const path = join(useTempFolder(), `${randomUUID()}.jsonl`);
  writeFileSync(path, text);
  const sourceId = dryRun ? null : createId();
  return importFile({ path, ...input, sourceId }, jobContext(project, context));
}

/** The same for rows; throws where the import fails. */
export async function importRows(
  project: OpenProject,
  rows: readonly object[],
  options: ImportTextOptions = {},
): Promise<ImportReport> {
  const text = rows.map((row) => JSON.stringify(row)).join('\n');
  const result = await importText(project, text, { mapping: plainMapping, ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Columns named like the targets they fill. */
export const plainMapping: Mapping = [
  { target: 'input', path: 'input' },
  { target: 'output', path: 'output' },
  { target: 'edit', path: 'edit' },
  { target: 'annotator', path: 'annotator' },
  { target: 'external_id', path: 'id' },
  { target: 'session', path: 'session' },
  { target: 'user', path: 'user' },
  { target: 'model', path: 'model' },
  { target: 'prompt_version', path: 'prompt_version' },
  { target: 'created_at', path: 'time' },
  { target: 'rating', path: 'rating' },
  { target: 'action', path: 'action' },
  { target: 'comment', path: 'comment' },
  { target: 'label.verdict', path: 'verdict' },
];
