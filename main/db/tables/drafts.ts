import { z } from 'zod';
import type { Draft } from '../../../shared/contract/draft-operations.ts';
import { type Database, prepare } from '../database.ts';

const draftRow = z.object({ id: z.string(), part: z.string(), text: z.string() });

/** The annotator's newest drafts, up to `limit`. */
export function newestDrafts(database: Database, annotator: string, limit: number): Draft[] {
  return z.array(draftRow).parse(
    prepare(
      database,
      `SELECT i.id, d.part, d.text FROM drafts AS d JOIN interactions AS i ON i.seq = d.interaction_seq
       WHERE d.annotator = ? ORDER BY d.at DESC, d.interaction_seq, d.part LIMIT ?`,
    ).all(annotator, limit),
  );
}

export interface DraftKey {
  readonly annotator: string;
  readonly interactionSeq: number;
  readonly part: string;
}

export function putDraft(database: Database, key: DraftKey, text: string, at: number): void {
  prepare(
    database,
    `INSERT INTO drafts (annotator, interaction_seq, part, text, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, at = excluded.at`,
  ).run(key.annotator, key.interactionSeq, key.part, text, at);
}

export function deleteDraft(database: Database, { annotator, interactionSeq, part }: DraftKey): void {
  prepare(database, 'DELETE FROM drafts WHERE annotator = ? AND interaction_seq = ? AND part = ?').run(
    annotator,
    interactionSeq,
    part,
  );
}
