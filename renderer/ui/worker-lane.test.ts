// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createLane } from './worker-lane.ts';

interface Answer {
  readonly text: string;
  readonly isFinal: boolean;
}

/** A worker that answers when told to. */
class ManualWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  readonly requests: unknown[] = [];
  isEnded = false;

  postMessage(request: unknown): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(text: string, isFinal = true): void {
    this.dispatchEvent(new MessageEvent('message', { data: { text, isFinal } }));
  }
}

function laneWithWorkers() {
  const workers: ManualWorker[] = [];
  const lane = createLane<string, Answer>(() => {
    const worker = new ManualWorker();
    workers.push(worker);
    return worker;
  });
  const answers: string[] = [];
  const ask = (request: string) => lane.ask(request, ({ text }) => answers.push(`${request}: ${text}`));
  return { workers, answers, ask };
}

describe('a lane of requests to a worker', () => {
  it('does one request after the other and passes on every answer to it', () => {
    const { workers, answers, ask } = laneWithWorkers();
    ask('a');
    ask('b');
    expect(workers[0]?.requests).toEqual(['a']);
    workers[0]?.answer('roughly', false);
    expect(workers[0]?.requests).toEqual(['a']);
    workers[0]?.answer('exactly');
    workers[0]?.answer('done');
    expect(workers).toHaveLength(1);
    expect(answers).toEqual(['a: roughly', 'a: exactly', 'b: done']);
  });

  it('ends the worker when its work is cancelled, and goes on with the next request', () => {
    const { workers, answers, ask } = laneWithWorkers();
    const first = ask('a');
    const second = ask('b');
    ask('c');
    second.cancel();
    first.cancel();
    expect(workers.map((worker) => [worker.isEnded, worker.requests])).toEqual([
      [true, ['a']],
      [false, ['c']],
    ]);
    workers[1]?.answer('done');
    expect(answers).toEqual(['c: done']);
  });

  it('lets what somebody waits for go before what was prepared, and does that again later', () => {
    const { workers, answers, ask } = laneWithWorkers();
    ask('prepared');
    ask('also prepared');
    const wanted = ask('wanted');
    wanted.hurry();
    expect(workers.map((worker) => worker.isEnded)).toEqual([true, false]);
    for (let times = 0; times < 3; times++) workers[1]?.answer('done');
    expect(answers).toEqual(['wanted: done', 'prepared: done', 'also prepared: done']);
  });

  it('starts a new worker after one has failed', () => {
    const { workers, answers, ask } = laneWithWorkers();
    ask('a');
    ask('b');
    workers[0]?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
    workers[1]?.answer('done');
    expect(answers).toEqual(['b: done']);
  });
});
