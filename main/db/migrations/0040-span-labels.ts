import type { Migration } from './migration.ts';

/**
 * Labels on parts of outputs. `span_labels` is a fold of events over `imported_span_labels`, as `labels` is over
 * `imported_labels`. A place is `<start>-<end>` in UTF-16 units of the output, with a hash of the text an edit put there.
 */
export const spanLabels: Migration = {
  version: 40,
  name: 'span-labels',
  sql: `
CREATE TABLE imported_span_labels (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  place TEXT NOT NULL,
  start_unit INTEGER NOT NULL CHECK (start_unit >= 0),
  end_unit INTEGER NOT NULL CHECK (end_unit >= start_unit),
  quote TEXT NOT NULL,
  added TEXT,
  failure_mode TEXT,
  severity TEXT CHECK (severity IN ('minor', 'major', 'critical')),
  note TEXT,
  /* The name as the file has it. */
  category TEXT,
  source_seq INTEGER NOT NULL REFERENCES sources (seq),
  PRIMARY KEY (interaction_seq, annotator_seq, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_span_labels_by_source ON imported_span_labels (source_seq);
CREATE INDEX imported_span_labels_by_annotator ON imported_span_labels (annotator_seq);
CREATE INDEX imported_span_labels_by_failure_mode ON imported_span_labels (failure_mode) WHERE failure_mode IS NOT NULL;

CREATE TABLE span_labels (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  place TEXT NOT NULL,
  start_unit INTEGER NOT NULL CHECK (start_unit >= 0),
  end_unit INTEGER NOT NULL CHECK (end_unit >= start_unit),
  quote TEXT NOT NULL,
  added TEXT,
  failure_mode TEXT,
  severity TEXT CHECK (severity IN ('minor', 'major', 'critical')),
  note TEXT,
  category TEXT,
  event_id TEXT REFERENCES events (id),
  at INTEGER,
  PRIMARY KEY (interaction_seq, annotator_seq, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX span_labels_by_annotator ON span_labels (annotator_seq, interaction_seq);
CREATE INDEX span_labels_by_failure_mode ON span_labels (failure_mode, interaction_seq) WHERE failure_mode IS NOT NULL;
CREATE INDEX span_labels_by_severity ON span_labels (severity, interaction_seq) WHERE severity IS NOT NULL;
`,
};
