import { foundation } from './0010-foundation.ts';
import { importAtScale } from './0020-import-at-scale.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [foundation, importAtScale];

/** The version of the schema that this app reads and writes. */
export const schemaVersion = Math.max(...migrations.map((migration) => migration.version));
