import { foundation } from './0010-foundation.ts';
import { importAtScale } from './0020-import-at-scale.ts';
import { savedViews } from './0030-saved-views.ts';
import { spanLabels } from './0040-span-labels.ts';
import { editMetrics } from './0050-edit-metrics.ts';
import { queues } from './0060-queues.ts';
import { resolutions } from './0070-resolutions.ts';
import { drafts } from './0080-drafts.ts';
import { failureModes } from './0090-failure-modes.ts';
import { dataSets } from './0100-data-sets.ts';
import { signals } from './0110-signals.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [
  foundation,
  importAtScale,
  savedViews,
  spanLabels,
  editMetrics,
  queues,
  resolutions,
  drafts,
  failureModes,
  dataSets,
  signals,
];

/** The version of the schema that this app reads and writes. */
export const schemaVersion = Math.max(...migrations.map((migration) => migration.version));
