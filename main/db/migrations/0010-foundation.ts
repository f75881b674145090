import type { Migration } from './migration.ts';

/**
 * The first schema. Interactions, edits and signals are addressed inside the file by integer `seq` (small, in
 * import order, cheap to page by); everything a person or another file may refer to also has a UUIDv7 `id`.
 *
 * What people did is in `events`, append-only. `labels`, app-made `edits` and `failure_modes` are folds of it
 * together with what imports brought. Columns named `at`, `*_at` are UTC milliseconds.
 */
export const foundation: Migration = {
  version: 10,
  name: 'foundation',
  sql: `
CREATE TABLE project (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  device TEXT NOT NULL,
  synthetic INTEGER NOT NULL DEFAULT 0 CHECK (synthetic IN (0, 1))
) STRICT;

CREATE TABLE sources (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  shape TEXT NOT NULL CHECK (json_valid(shape)),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  state TEXT NOT NULL CHECK (state IN ('importing', 'done', 'cancelled', 'interrupted', 'failed', 'undone')),
  read INTEGER NOT NULL DEFAULT 0,
  imported INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  edits_added INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

CREATE TABLE rejects (
  seq INTEGER PRIMARY KEY,
  source_seq INTEGER NOT NULL REFERENCES sources (seq) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  byte_offset INTEGER NOT NULL,
  reason TEXT NOT NULL,
  message TEXT NOT NULL,
  raw TEXT NOT NULL
) STRICT;
CREATE INDEX rejects_by_source ON rejects (source_seq);

CREATE TABLE prompt_versions (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  template TEXT,
  live_from INTEGER
) STRICT;

CREATE TABLE annotators (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'imported')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE interactions (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_seq INTEGER NOT NULL REFERENCES sources (seq),
  content_hash BLOB NOT NULL,
  external_id TEXT,
  session TEXT,
  user TEXT,
  model TEXT,
  prompt_version_seq INTEGER REFERENCES prompt_versions (seq),
  created_at INTEGER,
  created_offset_minutes INTEGER,
  edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
  labelled INTEGER NOT NULL DEFAULT 0 CHECK (labelled IN (0, 1)),
  messages TEXT NOT NULL,
  output TEXT NOT NULL,
  meta TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX interactions_by_hash ON interactions (content_hash);
/* Lists and counts read these alone and never touch the wide rows: within equal values they are in seq order. */
CREATE INDEX interactions_by_source ON interactions (source_seq, labelled, edited);
CREATE INDEX interactions_by_labelled ON interactions (labelled, edited);
CREATE INDEX interactions_by_external_id ON interactions (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX interactions_by_session ON interactions (session, labelled, edited) WHERE session IS NOT NULL;
CREATE INDEX interactions_by_user ON interactions (user, labelled, edited) WHERE user IS NOT NULL;
CREATE INDEX interactions_by_model ON interactions (model, labelled, edited) WHERE model IS NOT NULL;
CREATE INDEX interactions_by_prompt_version ON interactions (prompt_version_seq, labelled, edited)
  WHERE prompt_version_seq IS NOT NULL;
CREATE INDEX interactions_by_time ON interactions (created_at) WHERE created_at IS NOT NULL;

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  actor_seq INTEGER NOT NULL REFERENCES annotators (seq),
  device TEXT NOT NULL,
  clock TEXT NOT NULL,
  interaction_id TEXT,
  fold_key TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  undoes TEXT REFERENCES events (id)
) STRICT;
CREATE INDEX events_by_fold_key ON events (fold_key, clock);
CREATE INDEX events_by_clock ON events (clock);
CREATE INDEX events_by_actor ON events (actor_seq, seq);
CREATE INDEX events_by_interaction ON events (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX events_by_undone ON events (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER events_keep_rows BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_keep_content BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE edits (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  annotator_seq INTEGER REFERENCES annotators (seq),
  origin TEXT NOT NULL CHECK (origin IN ('import', 'app')),
  source_seq INTEGER REFERENCES sources (seq),
  event_id TEXT REFERENCES events (id),
  text TEXT NOT NULL,
  edited_at INTEGER,
  edited_offset_minutes INTEGER,
  CHECK ((origin = 'import') = (source_seq IS NOT NULL)),
  CHECK ((origin = 'app') = (event_id IS NOT NULL))
) STRICT;
CREATE INDEX edits_by_interaction ON edits (interaction_seq);
CREATE INDEX edits_by_annotator ON edits (annotator_seq, interaction_seq) WHERE annotator_seq IS NOT NULL;
CREATE INDEX edits_by_source ON edits (source_seq) WHERE source_seq IS NOT NULL;
CREATE UNIQUE INDEX edits_by_annotator_in_app ON edits (interaction_seq, annotator_seq) WHERE origin = 'app';

CREATE TABLE signals (
  seq INTEGER PRIMARY KEY,
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  source_seq INTEGER NOT NULL REFERENCES sources (seq),
  kind TEXT NOT NULL CHECK (kind IN ('explicit', 'implicit', 'outcome')),
  name TEXT NOT NULL,
  number REAL,
  text TEXT,
  unit TEXT,
  at INTEGER,
  CHECK ((number IS NULL) <> (text IS NULL))
) STRICT;
CREATE INDEX signals_by_interaction ON signals (interaction_seq);
/* Only the start of texts: categories such as an action are short, comments need no second copy. */
CREATE INDEX signals_by_name ON signals (name, number, substr(text, 1, 64), interaction_seq);

CREATE TABLE label_schemas (
  version INTEGER PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE imported_labels (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  question TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  source_seq INTEGER NOT NULL REFERENCES sources (seq),
  PRIMARY KEY (interaction_seq, annotator_seq, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_labels_by_source ON imported_labels (source_seq);
CREATE INDEX imported_labels_by_annotator ON imported_labels (annotator_seq);

CREATE TABLE labels (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  question TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  event_id TEXT REFERENCES events (id),
  at INTEGER,
  PRIMARY KEY (interaction_seq, annotator_seq, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX labels_by_answer ON labels (question, value);
CREATE INDEX labels_by_annotator ON labels (annotator_seq, interaction_seq);

CREATE TABLE failure_modes (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  definition TEXT NOT NULL DEFAULT '',
  event_id TEXT REFERENCES events (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE snapshots (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  path TEXT NOT NULL,
  manifest TEXT NOT NULL CHECK (json_valid(manifest))
) STRICT;

CREATE TABLE jobs (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
  body TEXT NOT NULL CHECK (json_valid(body)),
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

CREATE VIRTUAL TABLE interactions_text USING fts5 (
  input, output, edit,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

/* Derived data that can be dropped and rebuilt: how far each is built, and by which version of its code. */
CREATE TABLE derived (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  through_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
