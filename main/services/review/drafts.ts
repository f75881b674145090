import type { Draft } from '../../../shared/contract/draft-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { deleteDraft, newestDrafts, putDraft } from '../../db/tables/drafts.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import { itemNotFound } from './set-label.ts';

/** More are not brought back at once; nobody has as many. */
const mostDrafts = 1000;

export function listDrafts(database: Database, annotator: string): Draft[] {
  return newestDrafts(database, annotator, mostDrafts);
}

export interface DraftToKeep extends Omit<Draft, 'text'> {
  readonly annotator: string;
  /** Null: it was saved or discarded. */
  readonly text: string | null;
}

/** When it returns, the draft is on disk. ITEM_NOT_FOUND. */
export function keepDraft(database: Database, { id, annotator, part, text }: DraftToKeep): Result<null> {
  return transact(database, () => {
    const interaction = findInteraction(database, id);
    if (!interaction) return itemNotFound(id);
    const key = { annotator, interactionSeq: interaction.seq, part };
    if (text === null) deleteDraft(database, key);
    else putDraft(database, key, text, Date.now());
    return succeed(null);
  });
}
