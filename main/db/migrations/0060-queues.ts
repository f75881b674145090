import type { Migration } from './migration.ts';

/**
 * Queues with their interactions in order, what annotators skipped in them, flags for the lead, and expected answers.
 * Skips, flags and expected answers are folds of events; who has done what is derived from labels and skips.
 */
export const queues: Migration = {
  version: 60,
  name: 'queues',
  sql: `
CREATE TABLE queues (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  /* Filter, order and options. */
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  created_at INTEGER NOT NULL,
  /* Which rows of queue_items are in force: an order is written beside the one before it, then takes its place. */
  build INTEGER,
  made_at INTEGER,
  /* The newest interaction there was then. */
  through_seq INTEGER NOT NULL DEFAULT 0,
  size INTEGER NOT NULL DEFAULT 0,
  /* Interactions by assignee. */
  counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts)),
  note TEXT,
  /* The version of the label schema by which queue_done tells who has done what. */
  done_by_version INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE queue_annotators (
  queue_seq INTEGER NOT NULL REFERENCES queues (seq) ON DELETE CASCADE,
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  PRIMARY KEY (queue_seq, annotator_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_annotators_by_annotator ON queue_annotators (annotator_seq);

CREATE TABLE queue_builds (
  build INTEGER PRIMARY KEY,
  queue_seq INTEGER NOT NULL REFERENCES queues (seq) ON DELETE CASCADE
) STRICT;
CREATE INDEX queue_builds_by_queue ON queue_builds (queue_seq);

CREATE TABLE queue_items (
  build INTEGER NOT NULL,
  /* Who gets it; 0 for everybody. */
  assignee INTEGER NOT NULL,
  position INTEGER NOT NULL,
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  PRIMARY KEY (build, assignee, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_items_by_interaction ON queue_items (interaction_seq);

/* What annotators have done: answered what must be answered, or skipped. */
CREATE TABLE queue_done (
  build INTEGER NOT NULL,
  annotator_seq INTEGER NOT NULL,
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
  at INTEGER,
  PRIMARY KEY (build, annotator_seq, interaction_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_done_by_interaction ON queue_done (interaction_seq);
CREATE INDEX queue_done_by_time ON queue_done (build, annotator_seq, at);

CREATE TABLE queue_skips (
  queue_seq INTEGER NOT NULL REFERENCES queues (seq) ON DELETE CASCADE,
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (queue_seq, annotator_seq, interaction_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_skips_by_interaction ON queue_skips (interaction_seq);

CREATE TABLE flags (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  note TEXT NOT NULL,
  /* What was said when it was settled; null while it is open. */
  resolution TEXT,
  resolved_by INTEGER REFERENCES annotators (seq),
  event_id TEXT NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (interaction_seq, annotator_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX flags_open ON flags (interaction_seq) WHERE resolution IS NULL;

CREATE TABLE gold_answers (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  question TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  event_id TEXT NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (interaction_seq, question)
) STRICT, WITHOUT ROWID;
`,
};
