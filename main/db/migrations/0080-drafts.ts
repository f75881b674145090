import type { Migration } from './migration.ts';

/** What people typed and have not saved yet, so that no crash takes it. Not part of the journal: nobody said it yet. */
export const drafts: Migration = {
  version: 80,
  name: 'drafts',
  sql: `
CREATE TABLE drafts (
  annotator TEXT NOT NULL,
  interaction_seq INTEGER NOT NULL REFERENCES interactions (seq) ON DELETE CASCADE,
  part TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (annotator, interaction_seq, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_by_interaction ON drafts (interaction_seq);
`,
};
