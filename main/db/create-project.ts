import { existsSync, linkSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type LabelSchema } from '../../shared/domain/schema/label-schema.ts';
import { type Result, fail, succeed } from '../../shared/result/result.ts';
import { flush, flushFolder } from './backup.ts';
import { createId } from './create-id.ts';
import { databaseFailure } from './database-failure.ts';
import { connectNew } from './database.ts';
import { applyMigrations } from './migrate.ts';
import { migrations } from './migrations/registry.ts';
import { insertLabelSchema } from './tables/label-schemas.ts';
import { insertProject } from './tables/project.ts';

export interface NewProject {
  readonly path: string;
  readonly name: string;
  readonly device: string;
  readonly timeZone: string;
  readonly labelSchema: LabelSchema;
  readonly now: number;
}

/**
 * Makes a project file. It appears under its name complete and flushed to disk or not at all.
 * PROJECT_EXISTS where anything has that name; DISK_FULL, FILE_NOT_WRITABLE.
 */
export function createProjectFile(project: NewProject): Result<null> {
  const { path } = project;
  const exists = () => fail('PROJECT_EXISTS', `${path} is there already. Open it, or choose another name.`);
  if (existsSync(path)) return exists();
  const temporary = `${path}.${createId()}.part`;
  try {
    const database = connectNew(temporary);
    try {
      applyMigrations(database, migrations);
      insertProject(database, project);
      insertLabelSchema(database, project.labelSchema, project.now);
      database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
    flush(temporary);
    // A link, unlike a rename, never replaces a file that came to be in the meantime.
    linkSync(temporary, path);
    flushFolder(dirname(path));
    return succeed(null);
  } catch (error) {
    if (existsSync(path)) return exists();
    const failure = databaseFailure(error, path);
    if (!failure) throw error;
    return { ok: false, error: failure };
  } finally {
    for (const leftover of [temporary, `${temporary}-wal`, `${temporary}-shm`])
      rmSync(leftover, { force: true });
  }
}
