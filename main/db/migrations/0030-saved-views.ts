import type { Migration } from './migration.ts';

/** Queries kept under a name, and the narrow copy of interactions by which searches pass over many of them. */
export const savedViews: Migration = {
  version: 30,
  name: 'saved-views',
  sql: `
CREATE TABLE saved_views (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  query TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

/* What searches test and facets count, in import order: thirty bytes where a row has thousands. */
CREATE INDEX interactions_in_order ON interactions
  (seq, labelled, edited, source_seq, prompt_version_seq, created_at, model);
`,
};
