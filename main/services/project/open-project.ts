import { ZodError } from 'zod';
import type { ProjectInfo } from '../../../shared/contract/project-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { transact } from '../../db/database.ts';
import { corrupt, databaseFailure } from '../../db/database-failure.ts';
import { schemaVersion } from '../../db/migrations/registry.ts';
import { openProjectFile } from '../../db/open-project.ts';
import { interruptRunningJobs } from '../../db/tables/jobs.ts';
import { readProject } from '../../db/tables/project.ts';
import { ensureFolds } from '../review/rebuild-folds.ts';

export interface OpenProject {
  readonly path: string;
  readonly database: Database;
  readonly info: ProjectInfo;
  readonly readOnly: boolean;
  readonly close: () => void;
}

/** Opens a project file and sets right what a crash left running. Fails as `openProjectFile` does. */
export function openProject(path: string, options: { readonly readOnly: boolean }): Result<OpenProject> {
  const opened = openProjectFile(path, options);
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    if (!file.readOnly) {
      transact(file.database, () => interruptRunningJobs(file.database, Date.now()));
      ensureFolds(file.database);
    }
    return succeed({ ...file, info: projectInfo(file.database, file.path, file.readOnly) });
  } catch (error) {
    file.close();
    const failure =
      error instanceof ZodError
        ? corrupt(file.path, 'the row that describes the project is missing or not readable')
        : databaseFailure(error, file.path);
    if (!failure) throw error;
    return { ok: false, error: failure };
  }
}

export function projectInfo(database: Database, path: string, readOnly: boolean): ProjectInfo {
  const { id, name, synthetic, createdAt } = readProject(database);
  return { id, path, name, readOnly, synthetic, schemaVersion, createdAt };
}
