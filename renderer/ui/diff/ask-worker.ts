import type { TextDiff } from '../../../shared/domain/diff/diff-texts.ts';
import { type CompareAnswer, type CompareRequest, comparePair, type EditStatistics } from './compare-pair.ts';

/** The differences of a pair, compared off the thread that draws. */
export async function askForDiff(output: string, edit: string): Promise<TextDiff> {
  const answer = await ask('diff', output, edit);
  if (answer.question !== 'diff') throw new Error('The worker answered another question.');
  return answer.value;
}

/** The figures of an edit, counted off the thread that draws. */
export async function askForStatistics(output: string, edit: string): Promise<EditStatistics> {
  const answer = await ask('statistics', output, edit);
  if (answer.question !== 'statistics') throw new Error('The worker answered another question.');
  return answer.value;
}

type Question = CompareRequest['question'];

/** One worker per kind of question, so that no reader waits for differences behind somebody's figures. */
const workers = new Map<Question, Worker>();
const waiting = new Map<number, (answer: CompareAnswer) => void>();
let lastNumber = 0;

function ask(question: Question, output: string, edit: string): Promise<CompareAnswer> {
  const request: CompareRequest = { number: ++lastNumber, question, output, edit };
  if (typeof Worker === 'undefined') return Promise.resolve(comparePair(request));
  const worker = workers.get(question) ?? startWorker(question);
  const answer = new Promise<CompareAnswer>((resolve) => waiting.set(request.number, resolve));
  // A worker's postMessage has no target origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(request);
  return answer;
}

function startWorker(question: Question): Worker {
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  workers.set(question, worker);
  return worker;
}
