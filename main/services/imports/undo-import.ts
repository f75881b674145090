import { setImmediate } from 'node:timers/promises';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { refreshEditMetrics } from '../../db/tables/edit-metrics.ts';
import { deleteEditsOfSource } from '../../db/tables/imported-edits.ts';
import { deleteLabelsOfSource } from '../../db/tables/imported-labels.ts';
import { deleteSpansOfSource } from '../../db/tables/imported-span-labels.ts';
import { refreshFlags } from '../../db/tables/interaction-flags.ts';
import { someOfSource } from '../../db/tables/interactions.ts';
import { refreshDoneOfAll } from '../../db/tables/queue-done.ts';
import { deleteFeed } from '../../db/tables/outcome-feeds.ts';
import { deleteRejects } from '../../db/tables/rejects.ts';
import { deleteSignal, signalsOfSource } from '../../db/tables/signals.ts';
import {
  beginRemoval,
  countTouchedByPeople,
  findSource,
  noCounts,
  setSourceState,
  type SourceRow,
  updateSourceCounts,
} from '../../db/tables/sources.ts';
import { markChangesStale } from '../../db/tables/stale-changes.ts';
import { refreshText } from '../../db/tables/text-index.ts';
import {
  completeRemoval,
  deleteUnused,
  type RemovedContent,
  removeInteractions,
} from './remove-interactions.ts';
import { inTimedTransactions, timedTransaction } from './timed-transactions.ts';

/**
 * Removes exactly what an import brought: its interactions with all that hangs on them, what it added to interactions
 * of other imports, its rejects, and raters, prompt versions and failure modes that nothing else uses. The source stays in the list
 * as undone, with its counts. Rows of other files that were duplicates of its interactions do not come back by
 * themselves: import those files again.
 *
 * Works in short transactions with pauses, so that nobody waits for it; until it is through the source reads
 * `interrupted`, and undoing it again goes on. SOURCE_NOT_FOUND, SOURCE_HAS_LABELS where people labelled or edited
 * its interactions and `force` is not set, INPUT_INVALID while it is still being imported.
 */
export async function undoImport(
  database: Database,
  input: { readonly sourceId: string; readonly force?: boolean | undefined },
): Promise<Result<RemovedContent>> {
  const source = findSource(database, input.sourceId);
  if (source === null) return sourceNotFound();
  if (source.state === 'importing') {
    return fail(
      'INPUT_INVALID',
      `${source.name} is still being imported. Cancel the import to take it back.`,
    );
  }
  return removeSource(database, source, { force: input.force ?? false, endState: 'undone' });
}

export function sourceNotFound(): Result<never> {
  return fail('SOURCE_NOT_FOUND', 'The project has no such import. Reload the list of sources.');
}

interface RemoveOptions {
  readonly force: boolean;
  /** Undone sources keep their counts; a cancelled one has none, since nothing of it ever was complete. */
  readonly endState: 'undone' | 'cancelled';
}

export async function removeSource(
  database: Database,
  source: SourceRow,
  { force, endState }: RemoveOptions,
): Promise<Result<RemovedContent>> {
  const started = transact(database, () => {
    const touched = force ? 0 : countTouchedByPeople(database, source.seq);
    if (touched > 0) return hasLabels(source, touched);
    beginRemoval(database, source.seq);
    return succeed(null);
  });
  if (!started.ok) return started;
  const removed = { interactions: 0, edits: 0, labels: 0 };
  for (const step of removalSteps(database, source.seq, removed)) {
    while (timedTransaction(database, step)) await setImmediate();
  }
  // Those on its own interactions went with them.
  const signals = source.duplicates + source.attached > 0 ? signalsOfSource(database, source.seq) : [];
  inTimedTransactions(database, signals, (seq) => deleteSignal(database, seq));
  transact(database, () => {
    deleteUnused(database);
    deleteFeed(database, source.seq);
    if (endState === 'cancelled') {
      updateSourceCounts(database, source.seq, noCounts);
    }
    setSourceState(database, source.seq, endState, Date.now());
  });
  completeRemoval(database);
  return succeed(removed);
}

function hasLabels(source: SourceRow, touched: number): Result<never> {
  const what = touched === 1 ? '1 interaction' : `${touched} interactions`;
  return fail(
    'SOURCE_HAS_LABELS',
    `People have labelled or edited ${what} of ${source.name}. Undoing the import removes that work too; ` +
      'confirm that you want this.',
  );
}

/** Each takes away a few things and says whether there were any. Interactions go first, with all that hangs on them. */
function removalSteps(
  database: Database,
  sourceSeq: number,
  removed: { interactions: number; edits: number; labels: number },
): readonly (() => boolean)[] {
  return [
    () => {
      const seqs = someOfSource(database, sourceSeq, stepSize);
      removeInteractions(database, seqs, removed);
      return seqs.length > 0;
    },
    () => {
      const seqs = deleteEditsOfSource(database, sourceSeq, stepSize);
      for (const seq of new Set(seqs)) {
        refreshFlags(database, seq);
        refreshText(database, seq);
        refreshEditMetrics(database, seq);
        markChangesStale(database, seq);
      }
      removed.edits += seqs.length;
      return seqs.length > 0;
    },
    () => {
      const seqs = deleteLabelsOfSource(database, sourceSeq, stepSize);
      for (const seq of new Set(seqs)) {
        refreshFlags(database, seq);
        refreshDoneOfAll(database, seq);
        markChangesStale(database, seq);
      }
      removed.labels += seqs.length;
      return seqs.length > 0;
    },
    () => {
      const count = deleteSpansOfSource(database, sourceSeq, stepSize);
      removed.labels += count;
      return count > 0;
    },
    () => deleteRejects(database, sourceSeq, stepSize) > 0,
  ];
}

const stepSize = 16;
