import type { Migration } from './migration.ts';

/**
 * Measures of the edit that an interaction shows, by which it is found and ordered. Derived: how far they are built, and
 * by which version, stands in `derived` under `edit-metrics`.
 */
export const editMetrics: Migration = {
  version: 50,
  name: 'edit-metrics',
  sql: `
CREATE TABLE edit_metrics (
  interaction_seq INTEGER PRIMARY KEY REFERENCES interactions (seq) ON DELETE CASCADE,
  /* Null where the edit (HTER) or the output (share kept) has no words. */
  hter REAL,
  share_kept REAL,
  /* In UTF-16 units, as texts are counted everywhere. */
  length_change INTEGER NOT NULL,
  words_changed INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_metrics_by_hter ON edit_metrics (hter);
CREATE INDEX edit_metrics_by_share_kept ON edit_metrics (share_kept);
CREATE INDEX edit_metrics_by_length_change ON edit_metrics (length_change);
`,
};
