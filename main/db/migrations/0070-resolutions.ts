import type { Migration } from './migration.ts';

/** One question on one interaction, as `row` (`NEW` or `OLD`) names them. */
const ofRow = (row: string) =>
  `WHERE interaction_seq = ${row}.interaction_seq AND question = ${row}.question`;

/** The same of labels. The plus keeps the search on the interaction: by question it would pass over all its labels. */
const labelsOfRow = (row: string) =>
  `WHERE interaction_seq = ${row}.interaction_seq AND +question = ${row}.question`;

/** The row of `disagreements` that these labels make; none where they are equal. */
const disagreementOf = (labels: string) => `
INSERT INTO disagreements (interaction_seq, question, closeness, agreement, resolved)
SELECT interaction_seq, question, coalesce(min(number) - max(number), 0),
  1.0 * sum(given * (given - 1)) / (sum(given) * (sum(given) - 1)),
  EXISTS (SELECT 1 FROM resolutions AS r WHERE r.interaction_seq = a.interaction_seq AND r.question = a.question)
FROM (
  SELECT interaction_seq, question, count(*) AS given,
    CASE WHEN json_type(value) IN ('integer', 'real') THEN value ->> '$' END AS number
  FROM labels ${labels} GROUP BY interaction_seq, question, value
) AS a
GROUP BY interaction_seq, question HAVING count(*) > 1;`;

const refresh = (row: string) => `
  DELETE FROM disagreements ${ofRow(row)};
  ${disagreementOf(labelsOfRow(row))}`;

/**
 * What the team says where annotators differ, and where they do. `resolutions` is a fold of events. `disagreements` is
 * derived from `labels` by triggers, because labels come and go in many ways (acts, undo, imports and taking them back,
 * rebuilding) and none of them may leave a queue of disagreements that is not true.
 */
export const resolutions: Migration = {
  version: 70,
  name: 'resolutions',
  sql: `
CREATE TABLE resolutions (
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  question TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  note TEXT,
  annotator_seq INTEGER NOT NULL REFERENCES annotators (seq),
  event_id TEXT NOT NULL REFERENCES events (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (interaction_seq, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX resolutions_by_answer ON resolutions (question, value);

/* Both figures grow with agreement, so that the most disagreement comes first in an index that ascends. */
CREATE TABLE disagreements (
  interaction_seq INTEGER NOT NULL,
  question TEXT NOT NULL,
  /* Minus how far the furthest answers are apart; 0 where they are no numbers. */
  closeness REAL NOT NULL,
  /* Share of pairs of annotators that gave the same answer. */
  agreement REAL NOT NULL,
  resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),
  PRIMARY KEY (interaction_seq, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreements_in_order ON disagreements (question, resolved, closeness, agreement, interaction_seq);
${disagreementOf('')}

/* Where no other label differs from the new one, none differ; where none differ, none do without one of them. */
CREATE TRIGGER labels_added AFTER INSERT ON labels
WHEN EXISTS (SELECT 1 FROM labels ${labelsOfRow('NEW')} AND value <> NEW.value)
BEGIN ${refresh('NEW')} END;
CREATE TRIGGER labels_changed AFTER UPDATE OF value ON labels
BEGIN ${refresh('NEW')} END;
CREATE TRIGGER labels_removed AFTER DELETE ON labels
WHEN EXISTS (SELECT 1 FROM disagreements ${ofRow('OLD')})
BEGIN ${refresh('OLD')} END;

CREATE TRIGGER resolutions_added AFTER INSERT ON resolutions
BEGIN UPDATE disagreements SET resolved = 1 ${ofRow('NEW')}; END;
CREATE TRIGGER resolutions_removed AFTER DELETE ON resolutions
BEGIN UPDATE disagreements SET resolved = 0 ${ofRow('OLD')}; END;
`,
};
