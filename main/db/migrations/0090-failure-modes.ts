import type { Migration } from './migration.ts';

/**
 * Failure modes: the changes of edits as units, their vectors, the clusters made of them, and what people say about them.
 *
 * `changes`, `change_vectors`, `cluster_runs`, `clusters`, `micro_clusters`, `change_clusters` and `change_modes` are derived
 * and can be dropped and made anew. `failure_mode_members`, `cluster_decisions`, `weekly_decisions` and the new columns of
 * `failure_modes` are folds of events.
 */
export const failureModes: Migration = {
  version: 90,
  name: 'failure-modes',
  sql: `
CREATE TABLE failure_modes_rebuilt (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  /* Acts keep it unique among those that stand; copies of a project that come together may still bring it twice. */
  name TEXT NOT NULL COLLATE NOCASE,
  definition TEXT NOT NULL DEFAULT '',
  inclusion TEXT NOT NULL DEFAULT '',
  exclusion TEXT NOT NULL DEFAULT '',
  /* Id of the failure mode that it is said to be a kind of; see standingParents. */
  parent TEXT,
  severity TEXT CHECK (severity IN ('minor', 'major', 'critical')),
  owner TEXT,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'fixing', 'fixed', 'accepted', 'ignored')),
  status_at INTEGER,
  colour INTEGER,
  /* Id of the failure mode that it was merged with. */
  merged_with TEXT,
  /* Id of the one that stands for it since: the end of such merges. */
  merged_into TEXT,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  /* The name that an import gave it, where no act of a person made it. */
  imported_name TEXT COLLATE NOCASE,
  /* The act that made it. */
  event_id TEXT REFERENCES events (id),
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO failure_modes_rebuilt (seq, id, name, definition, imported_name, event_id, created_at)
SELECT seq, id, name, definition, CASE WHEN event_id IS NULL THEN name END, event_id, created_at FROM failure_modes;
DROP TABLE failure_modes;
ALTER TABLE failure_modes_rebuilt RENAME TO failure_modes;
CREATE INDEX failure_modes_by_name ON failure_modes (name);
CREATE INDEX failure_modes_by_imported_name ON failure_modes (imported_name) WHERE imported_name IS NOT NULL;
CREATE INDEX failure_modes_by_standing ON failure_modes (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX failure_modes_by_merge ON failure_modes (merged_with) WHERE merged_with IS NOT NULL;

/* What somebody did with failure modes, among a hundred thousand labels. */
CREATE INDEX events_on_failure_modes ON events (actor_seq, seq) WHERE interaction_id IS NULL;

/* Which changes (or, with an empty place, whole interactions) are examples of a failure mode, and which are not. */
CREATE TABLE failure_mode_members (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  place TEXT NOT NULL,
  failure_mode TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('in', 'out')),
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  event_id TEXT NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (interaction_seq, place, failure_mode)
) STRICT, WITHOUT ROWID;
CREATE INDEX failure_mode_members_by_mode ON failure_mode_members (failure_mode, at);

/* What a person made of a cluster: one failure mode, several that share it, or none where it was dismissed. */
CREATE TABLE cluster_decisions (
  cluster_id TEXT PRIMARY KEY,
  failure_modes TEXT NOT NULL CHECK (json_valid(failure_modes)),
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  event_id TEXT NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE weekly_decisions (
  /* ISO week, such as 2026-W40. */
  week TEXT NOT NULL,
  /* Id of a failure mode or of a cluster. */
  subject TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('change_prompt', 'add_examples', 'fine_tune', 'watch', 'ignore')),
  owner TEXT,
  /* Day such as 2026-10-09. */
  due TEXT,
  note TEXT NOT NULL DEFAULT '',
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  event_id TEXT NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (week, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX weekly_decisions_by_subject ON weekly_decisions (subject, week);

/* One change of the edit that an interaction shows; or, with an empty place, an output that failed without an edit. */
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY,
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'output')),
  edit_seq INTEGER,
  place TEXT NOT NULL,
  /* UTF-16 units of the output, and of the edit. */
  start_unit INTEGER NOT NULL,
  end_unit INTEGER NOT NULL,
  start_added INTEGER NOT NULL,
  end_added INTEGER NOT NULL,
  /* Equal for changes that take out and put in the same. */
  digest INTEGER NOT NULL,
  /* Days from 1970-01-01 to the Monday of its ISO week in the project's time zone; null where the time is not known. */
  week INTEGER
) STRICT;
CREATE UNIQUE INDEX changes_by_interaction ON changes (interaction_seq, place);

/* Interactions whose edit or signals changed since their changes were made. */
CREATE TABLE stale_changes (
  interaction_seq INTEGER PRIMARY KEY REFERENCES interactions (seq) ON DELETE CASCADE
) STRICT;

CREATE TABLE vector_models (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (id, version)
) STRICT;

CREATE TABLE change_vectors (
  change_seq INTEGER NOT NULL REFERENCES changes (seq) ON DELETE CASCADE,
  model_seq INTEGER NOT NULL REFERENCES vector_models (seq),
  vector BLOB NOT NULL,
  PRIMARY KEY (change_seq, model_seq)
) STRICT, WITHOUT ROWID;

/* A run is written beside the current one and takes its place when a person accepts it. */
CREATE TABLE cluster_runs (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('building', 'pending', 'current')),
  model_seq INTEGER NOT NULL REFERENCES vector_models (seq),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  stats TEXT NOT NULL CHECK (json_valid(stats)),
  /* What its micro-clusters have in common, such as the weights of terms: with their centroids enough to assign changes. */
  model BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX cluster_runs_by_state ON cluster_runs (state);

CREATE TABLE clusters (
  seq INTEGER PRIMARY KEY,
  run_seq INTEGER NOT NULL REFERENCES cluster_runs (seq) ON DELETE CASCADE,
  /* The same from run to run for the cluster that is the same. */
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  colour INTEGER NOT NULL,
  /* Distinctive removed and added terms, and a typical phrase of both sides. */
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  /* Cosine between what it was made of and what joined it since; null before anything did. */
  drift REAL,
  created_at INTEGER NOT NULL,
  UNIQUE (run_seq, id)
) STRICT;

CREATE TABLE micro_clusters (
  seq INTEGER PRIMARY KEY,
  run_seq INTEGER NOT NULL REFERENCES cluster_runs (seq) ON DELETE CASCADE,
  cluster_seq INTEGER REFERENCES clusters (seq) ON DELETE CASCADE,
  centroid BLOB NOT NULL,
  size INTEGER NOT NULL,
  /* Where it is on the map. */
  x REAL NOT NULL,
  y REAL NOT NULL
) STRICT;
CREATE INDEX micro_clusters_by_run ON micro_clusters (run_seq);
CREATE INDEX micro_clusters_by_cluster ON micro_clusters (cluster_seq);

/* No reference to the run: a hundred thousand rows of an old one are deleted in slices, and nobody reads them meanwhile. */
CREATE TABLE change_clusters (
  change_seq INTEGER NOT NULL REFERENCES changes (seq) ON DELETE CASCADE,
  run_seq INTEGER NOT NULL,
  /* Null where it is near to none. */
  micro_seq INTEGER,
  cluster_seq INTEGER,
  similarity REAL NOT NULL,
  interaction_seq INTEGER NOT NULL,
  week INTEGER,
  PRIMARY KEY (change_seq, run_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_clusters_by_cluster ON change_clusters (run_seq, cluster_seq, week, interaction_seq);
CREATE INDEX change_clusters_by_similarity ON change_clusters (run_seq, cluster_seq, similarity);
CREATE INDEX change_clusters_by_micro ON change_clusters (micro_seq) WHERE micro_seq IS NOT NULL;

/* The failure mode of each change that has one: by a person, by its cluster, or as the nearest. */
CREATE TABLE change_modes (
  change_seq INTEGER PRIMARY KEY REFERENCES changes (seq) ON DELETE CASCADE,
  mode_seq INTEGER NOT NULL REFERENCES failure_modes (seq) ON DELETE CASCADE,
  how TEXT NOT NULL CHECK (how IN ('person', 'cluster', 'near')),
  similarity REAL NOT NULL,
  interaction_seq INTEGER NOT NULL,
  week INTEGER
) STRICT;
CREATE INDEX change_modes_by_mode ON change_modes (mode_seq, week, interaction_seq);
CREATE INDEX change_modes_by_similarity ON change_modes (mode_seq, similarity);

/* Notes on parts of outputs, of which there are few among labels that an import brought. */
CREATE INDEX span_labels_with_note ON span_labels (interaction_seq) WHERE note IS NOT NULL;
`,
};
