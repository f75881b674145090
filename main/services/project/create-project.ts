import { resolve } from 'node:path';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { createProjectFile } from '../../db/create-project.ts';
import { nameOf, projectExtension } from '../../db/project-file.ts';
import { builtInSchemas, defaultSchemaId } from '../schema/built-in-schemas.ts';

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
    labelSchema: firstSchema(request.resourcesFolder),
    now: Date.now(),
  });
  return created.ok ? succeed(path) : created;
}

function firstSchema(resourcesFolder: string): LabelSchema {
  const builtIn = builtInSchemas(resourcesFolder).find(({ id }) => id === defaultSchemaId);
  if (!builtIn) throw new Error('The label schema of new projects is not there.');
  return { version: 1, ...builtIn.schema };
}
