import type { Migration } from './migration.ts';

/** Data sets: saved recipes, test sets that are set aside for ever, and few-shot sets. */
export const dataSets: Migration = {
  version: 100,
  name: 'data-sets',
  sql: `
/* Versions of saved recipes; never changed once saved. */
CREATE TABLE recipes (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_at INTEGER NOT NULL,
  UNIQUE (name, version)
) STRICT;
CREATE TRIGGER recipes_keep_rows BEFORE DELETE ON recipes
BEGIN SELECT RAISE(ABORT, 'saved recipes never change'); END;
CREATE TRIGGER recipes_keep_content BEFORE UPDATE ON recipes
BEGIN SELECT RAISE(ABORT, 'saved recipes never change'); END;
/* Names that are off the list; their versions stay for the snapshots made with them. */
CREATE TABLE removed_recipes (name TEXT PRIMARY KEY COLLATE NOCASE) STRICT, WITHOUT ROWID;

CREATE TRIGGER snapshots_keep_rows BEFORE DELETE ON snapshots
BEGIN SELECT RAISE(ABORT, 'snapshots never change'); END;
CREATE TRIGGER snapshots_keep_content BEFORE UPDATE ON snapshots
BEGIN SELECT RAISE(ABORT, 'snapshots never change'); END;

/* Snapshots whose test set is kept out of every later export. */
CREATE TABLE frozen_snapshots (
  snapshot_seq INTEGER PRIMARY KEY REFERENCES snapshots (seq),
  /* Null while its rows are being written, which takes several transactions. */
  frozen_at INTEGER,
  annotator_seq INTEGER REFERENCES annotators (seq)
) STRICT;
/*
 * Their rows, by the interaction and by the hash of its input: an equal input that is logged later, or after the
 * interaction was deleted, is kept out as well.
 */
CREATE TABLE frozen_rows (
  snapshot_seq INTEGER NOT NULL REFERENCES frozen_snapshots (snapshot_seq),
  interaction_id TEXT NOT NULL,
  input_hash INTEGER,
  PRIMARY KEY (snapshot_seq, interaction_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER frozen_rows_keep_rows BEFORE DELETE ON frozen_rows
BEGIN SELECT RAISE(ABORT, 'frozen rows stay frozen'); END;
CREATE TRIGGER frozen_rows_keep_content BEFORE UPDATE ON frozen_rows
BEGIN SELECT RAISE(ABORT, 'frozen rows stay frozen'); END;
CREATE INDEX frozen_rows_by_interaction ON frozen_rows (interaction_id);
CREATE INDEX frozen_rows_by_input ON frozen_rows (input_hash) WHERE input_hash IS NOT NULL;

CREATE TABLE few_shot_sets (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  /* What it was chosen with, and what was chosen in its order. */
  body TEXT NOT NULL CHECK (json_valid(body)),
  /* The prompt version that it is live for; '' for all of them. */
  live_for TEXT UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;
`,
};
