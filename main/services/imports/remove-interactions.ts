import { type Database, transact } from '../../db/database.ts';
import { lowerDerivedToNewest } from '../../db/tables/derived.ts';
import { deleteUnusedFailureModes } from '../../db/tables/failure-modes.ts';
import { deleteUnusedRaters } from '../../db/tables/imported-labels.ts';
import { deleteInteraction } from '../../db/tables/interactions.ts';
import { deleteUnusedPromptVersions } from '../../db/tables/prompt-versions.ts';
import { recountQueues } from '../../db/tables/queue-items.ts';
import { markSessionStale } from '../../db/tables/session-stale.ts';
import { removeText } from '../../db/tables/text-index.ts';
import { dissolveLoneGroups } from './near-duplicates.ts';

export interface RemovedContent {
  readonly interactions: number;
  readonly edits: number;
  readonly labels: number;
}

/** Deletes interactions with all that hangs on them, and counts what went. Call inside a transaction. */
export function removeInteractions(
  database: Database,
  seqs: readonly number[],
  removed: { -readonly [Key in keyof RemovedContent]: RemovedContent[Key] },
): void {
  for (const seq of seqs) {
    markSessionStale(database, seq);
    removeText(database, seq);
    const { edits, labels } = deleteInteraction(database, seq);
    removed.edits += edits;
    removed.labels += labels;
  }
  removed.interactions += seqs.length;
  for (const name of ['text', 'edit-metrics', 'changes', 'requeries', 'signal-values'])
    lowerDerivedToNewest(database, name);
}

/** Raters, failure modes and prompt versions of imports that nothing names any more. Call inside a transaction. */
export function deleteUnused(database: Database): void {
  deleteUnusedRaters(database);
  deleteUnusedFailureModes(database);
  deleteUnusedPromptVersions(database);
}

/** Brings what is counted over all interactions up to date. */
export function completeRemoval(database: Database): void {
  dissolveLoneGroups(database);
  transact(database, () => recountQueues(database));
}
