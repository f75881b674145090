import type { Migration } from './migration.ts';

/**
 * Imports from other tools: adapters, rows that attach to interactions of other rows, quarantine with retry, resuming,
 * saved mappings and near-duplicates.
 */
export const importAtScale: Migration = {
  version: 20,
  name: 'import-at-scale',
  sql: `
/* Always read = imported + attached + duplicates + rejected + skipped. */
ALTER TABLE sources ADD COLUMN adapter TEXT;
ALTER TABLE sources ADD COLUMN brings TEXT NOT NULL DEFAULT 'interactions'
  CHECK (brings IN ('interactions', 'attachments'));
ALTER TABLE sources ADD COLUMN attached INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN labels_added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN signals_added INTEGER NOT NULL DEFAULT 0;
/* Counts by reason, and by column that no target took. */
ALTER TABLE sources ADD COLUMN skip_reasons TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(skip_reasons));
ALTER TABLE sources ADD COLUMN unmapped TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(unmapped));
ALTER TABLE sources ADD COLUMN options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options));
ALTER TABLE sources ADD COLUMN personal_data TEXT CHECK (personal_data IS NULL OR json_valid(personal_data));
/* Size and time of the file when it was read, so that resuming does not go on in another one. */
ALTER TABLE sources ADD COLUMN file_stamp TEXT;

/* Which file of a folder. */
ALTER TABLE rejects ADD COLUMN file TEXT;

/* Who or what observed it: 'human:ana', 'model:judge', 'code'. */
ALTER TABLE signals ADD COLUMN origin TEXT;

/* Ids other than the external one by which attachments find their interaction, such as a trace's. */
CREATE TABLE interaction_keys (
  key TEXT NOT NULL,
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  PRIMARY KEY (key, interaction_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX interaction_keys_by_interaction ON interaction_keys (interaction_seq);

CREATE TABLE saved_mappings (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE fingerprints (
  interaction_seq INTEGER PRIMARY KEY REFERENCES interactions (seq) ON DELETE CASCADE,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE near_duplicates (
  interaction_seq INTEGER PRIMARY KEY REFERENCES interactions (seq) ON DELETE CASCADE,
  group_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX near_duplicates_by_group ON near_duplicates (group_seq);
`,
};
