import { Worker } from 'node:worker_threads';
import type { Clustering } from '../../../shared/domain/clusters/make-clusters.ts';
import type { JobContext } from '../job-context.ts';
import { receiveMessages } from '../imports/thread-messages.ts';

/** Which changes are grouped: all that have vectors of a model, or of those only the ones that a run has in no cluster. */
export interface GroupInput {
  readonly modelSeq: number;
  readonly isSparse: boolean;
  readonly seed: number;
  readonly leastChanges: number | null;
  readonly joinAt: number | null;
  readonly pool: {
    readonly runSeq: number;
    readonly after: number;
    readonly limit: number;
    /** The run's: what is alone there stays so unless it is as much alike as the run's groups are. */
    readonly leastSimilarity: number;
  } | null;
}

/** What a thread that groups changes is started with; it ends soon after `stop` is not 0. */
export interface GroupStart extends GroupInput {
  readonly projectPath: string;
  readonly stop: SharedArrayBuffer;
}

export interface GroupedChanges extends Clustering {
  /** The change of each row. */
  readonly changeSeqs: Int32Array;
  /** Where micro-clusters are on the map. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What it says: how far it is, and in the end what it found; null where it was stopped. */
export type GroupMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'end'; readonly found: GroupedChanges | null };

/**
 * Groups changes in a thread of its own, because it is one long computation, during which this thread has to hear that
 * it is cancelled. Null where it was.
 */
export async function groupChanges(context: JobContext, input: GroupInput): Promise<GroupedChanges | null> {
  const stop = new SharedArrayBuffer(4);
  const start: GroupStart = { ...input, projectPath: context.projectPath, stop };
  const worker = new Worker(workerUrl(), { workerData: start });
  const messages = receiveMessages<GroupMessage>(worker);
  const onAbort = () => Atomics.store(new Int32Array(stop), 0, 1);
  context.signal.addEventListener('abort', onAbort, { once: true });
  if (context.signal.aborted) onAbort();
  try {
    for (;;) {
      for (const message of await messages.take()) {
        if (message.type === 'end') return message.found;
        const { done, total } = message;
        context.report({ done, total, unit: 'rows', rows: done });
      }
    }
  } finally {
    context.signal.removeEventListener('abort', onAbort);
    await messages.ended;
  }
}

/** Beside this file, also where both are built. */
function workerUrl(from: string = import.meta.url): URL {
  return new URL(from.endsWith('.ts') ? './cluster-worker.ts' : './cluster-worker.js', from);
}
