import type { Migration } from './migration.ts';

/**
 * What is known of each interaction by signal of the catalogue, and counts of it that are kept up to date, by which audit
 * and velocity show a million interactions at once. Derived, under `signal-values`; settings, verdicts, the plan and
 * targets are what people said.
 */
export const signals: Migration = {
  version: 110,
  name: 'signals',
  sql: `
/* Each revision of what signals are read by; the newest counts, none changes. */
CREATE TABLE signal_settings (
  revision INTEGER PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_at INTEGER NOT NULL
) STRICT;

/* Interactions of a week that are alike in everything that figures are broken down by; '' and 0 stand for none. */
CREATE TABLE signal_cells (
  seq INTEGER PRIMARY KEY,
  /* ISO week, such as 2026-W40. */
  week TEXT NOT NULL,
  surface TEXT NOT NULL,
  model TEXT NOT NULL,
  prompt_version_seq INTEGER NOT NULL,
  segment TEXT NOT NULL,
  interactions INTEGER NOT NULL DEFAULT 0,
  UNIQUE (week, surface, model, prompt_version_seq, segment)
) STRICT;

/* Object of signal ids and numbers; what is not in it is not known. */
CREATE TABLE signal_values (
  interaction_seq INTEGER PRIMARY KEY REFERENCES interactions (seq) ON DELETE CASCADE,
  cell_seq INTEGER NOT NULL REFERENCES signal_cells (seq),
  quality REAL,
  body TEXT NOT NULL,
  /* Values that are counted as others, by id; null where none is. */
  bins TEXT
) STRICT;
CREATE INDEX signal_values_by_cell ON signal_values (cell_seq);
CREATE INDEX signal_values_by_quality ON signal_values (quality) WHERE quality IS NOT NULL;

/* What the values of the last run were worked out with; another basis works out all of them anew. */
CREATE TABLE signal_basis (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

/* How often each value was seen in a cell; values that are measured are counted in bins. */
CREATE TABLE signal_counts (
  cell_seq INTEGER NOT NULL REFERENCES signal_cells (seq),
  signal TEXT NOT NULL,
  value REAL NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (cell_seq, signal, value)
) STRICT, WITHOUT ROWID;

/* In how many interactions of outputs that are alike a signal is known, whatever its value: the counts above summed up, so that
   the audit of a million interactions reads a few hundred rows and not millions. */
CREATE TABLE signal_coverage (
  surface TEXT NOT NULL,
  model TEXT NOT NULL,
  prompt_version_seq INTEGER NOT NULL,
  signal TEXT NOT NULL,
  known INTEGER NOT NULL,
  PRIMARY KEY (surface, model, prompt_version_seq, signal)
) STRICT, WITHOUT ROWID;

/* How often each value of a signal that is measured was seen in a week: the counts above summed up, so that medians of a million
   interactions by week come from some ten thousand rows and not from millions. */
CREATE TABLE signal_weeks (
  week TEXT NOT NULL,
  signal TEXT NOT NULL,
  value REAL NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (week, signal, value)
) STRICT, WITHOUT ROWID;

/* Values whose interaction was deleted and that are still in the counts. */
CREATE TABLE removed_signal_values (
  seq INTEGER PRIMARY KEY,
  cell_seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  bins TEXT
) STRICT;
CREATE TRIGGER signal_values_count_removed AFTER DELETE ON signal_values
BEGIN INSERT INTO removed_signal_values (cell_seq, body, bins) VALUES (OLD.cell_seq, OLD.body, OLD.bins); END;

/* Interactions whose values have to be read anew. They may be gone: the triggers also run while one is deleted. */
CREATE TABLE stale_signal_values (interaction_seq INTEGER PRIMARY KEY) STRICT;
/*
 * None on what imports insert by the million: a table with such a trigger takes twice as long. Edits and labels that come
 * later change the flags of their interaction or the measures of its edit; what adds signals to one says so itself.
 */
${staleTriggers('signals', ['DELETE'])}
${staleTriggers('edit_metrics', ['INSERT', 'UPDATE', 'DELETE'])}
CREATE TRIGGER interactions_stale_on_flags AFTER UPDATE OF edited, labelled ON interactions
WHEN EXISTS (SELECT 1 FROM signal_values WHERE interaction_seq = NEW.seq)
BEGIN INSERT INTO stale_signal_values (interaction_seq) VALUES (NEW.seq) ON CONFLICT DO NOTHING; END;

/* Pairs of interactions of which the later may ask again what the earlier asked. Derived, under 'requeries'. */
CREATE TABLE requeries (
  interaction_seq INTEGER PRIMARY KEY REFERENCES interactions (seq) ON DELETE CASCADE,
  earlier_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  scope TEXT NOT NULL CHECK (scope IN ('session', 'user')),
  /* 0 to 1. */
  likeness REAL NOT NULL,
  /* Milliseconds between the two; null where one has no time. */
  gap_ms INTEGER
) STRICT;
CREATE INDEX requeries_by_earlier ON requeries (earlier_seq);
CREATE INDEX requeries_by_likeness ON requeries (likeness);

/* What people said of such pairs; the fold of 'requery.judge'. */
CREATE TABLE requery_verdicts (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  earlier_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no')),
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  event_id TEXT NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (interaction_seq, earlier_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX requery_verdicts_by_earlier ON requery_verdicts (earlier_seq);

/* Whether an output was asked for again is told by the pairs that it is the earlier of. */
${staleTriggers('requeries', ['INSERT', 'UPDATE', 'DELETE'], 'earlier_seq')}
${staleTriggers('requery_verdicts', ['INSERT', 'UPDATE', 'DELETE'], 'earlier_seq')}

/* Models of how good outputs are, learned from labels; the newest counts. Derived. */
CREATE TABLE quality_models (
  seq INTEGER PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body)),
  made_at INTEGER NOT NULL
) STRICT;

/* The instrumentation plan: a signal to collect on a surface. */
CREATE TABLE plan_signals (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  changed_at INTEGER NOT NULL
) STRICT;

/* Where a metric should get to. */
CREATE TABLE velocity_targets (
  metric TEXT PRIMARY KEY,
  target REAL NOT NULL,
  annotator_seq INTEGER REFERENCES annotators (seq),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

/* Until when each source tells of an outcome: where nothing came after that, nobody looked. */
CREATE TABLE outcome_feeds (
  name TEXT NOT NULL,
  source_seq INTEGER NOT NULL REFERENCES sources (seq),
  /* Of its rows; null where none has a time. */
  latest INTEGER,
  PRIMARY KEY (name, source_seq)
) STRICT, WITHOUT ROWID;
INSERT INTO outcome_feeds (name, source_seq, latest)
  SELECT name, source_seq, max(at) FROM signals WHERE kind = 'outcome' GROUP BY name, source_seq;
/* Labels and prompt changes of a week are counted by it. */
CREATE INDEX events_by_type ON events (type, clock);
/* Rejects are counted by reason without reading their texts. */
CREATE INDEX rejects_by_reason ON rejects (source_seq, reason);
`,
};

function staleTriggers(
  table: string,
  acts: readonly ('INSERT' | 'UPDATE' | 'DELETE')[],
  column = 'interaction_seq',
): string {
  return acts
    .map((act) => {
      const seq = `${act === 'DELETE' ? 'OLD' : 'NEW'}.${column}`;
      return `CREATE TRIGGER ${table}_stale_on_${act.toLowerCase()} AFTER ${act} ON ${table}
WHEN EXISTS (SELECT 1 FROM signal_values WHERE interaction_seq = ${seq})
BEGIN INSERT INTO stale_signal_values (interaction_seq) VALUES (${seq}) ON CONFLICT DO NOTHING; END;`;
    })
    .join('\n');
}
