import { createLane } from '../worker-lane.ts';
import { type CompareAnswer, type CompareRequest, comparePair, type EditStatistics } from './compare-pair.ts';
import { startCompareWorker } from './start-compare-worker.ts';

/** A worker of its own, so that no reader waits for differences behind somebody's figures. */
const lane = createLane<CompareRequest, CompareAnswer>(startCompareWorker);

/** Counts the figures of an edit off the thread that draws. Returns the function that gives it up. */
export function askForStatistics(
  output: string,
  edit: string,
  onCounted: (statistics: EditStatistics) => void,
): () => void {
  const receive = (answer: CompareAnswer) => {
    if (answer.question === 'statistics') onCounted(answer.value);
  };
  const request: CompareRequest = { question: 'statistics', output, edit };
  if (typeof Worker !== 'undefined') return lane.ask(request, receive).cancel;
  comparePair(request, receive);
  return () => undefined;
}
