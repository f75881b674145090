import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { labelSchemaSchema } from '../../../shared/domain/schema/label-schema.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { createProjectFile } from '../../db/create-project.ts';
import { nameOf, projectExtension } from '../../db/project-file.ts';

export interface ProjectRequest {
  readonly path: string;
  readonly name: string | undefined;
  readonly device: string;
  readonly resourcesFolder: string;
}

/**
 * Makes a project with the built-in label schema and returns its full path, which ends in `.flywheel`.
 * PROJECT_EXISTS, DISK_FULL, FILE_NOT_WRITABLE.
 */
export function createProject(request: ProjectRequest): Result<string> {
  const wanted = resolve(request.path);
  const path = wanted.endsWith(projectExtension) ? wanted : wanted + projectExtension;
  const created = createProjectFile({
    path,
    name: request.name?.trim() || nameOf(path),
    device: request.device,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    labelSchema: builtInSchema(request.resourcesFolder),
    now: Date.now(),
  });
  return created.ok ? succeed(path) : created;
}

function builtInSchema(resourcesFolder: string) {
  const text = readFileSync(join(resourcesFolder, 'label-schemas', 'review.json'), 'utf8');
  return labelSchemaSchema.parse(JSON.parse(text));
}
