import { foundation } from './0010-foundation.ts';
import { importAtScale } from './0020-import-at-scale.ts';
import { savedViews } from './0030-saved-views.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [foundation, importAtScale, savedViews];

/** The version of the schema that this app reads and writes. */
export const schemaVersion = Math.max(...migrations.map((migration) => migration.version));
