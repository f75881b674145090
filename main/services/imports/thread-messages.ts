import { setImmediate } from 'node:timers/promises';
import type { MessagePort, Worker } from 'node:worker_threads';

/** What a thread says, as it is taken from it. */
export interface ThreadMessages<Message> {
  /** Waits for at least one message and takes all that are there. Throws what ended the thread, when all are taken. */
  readonly take: () => Promise<readonly Message[]>;
  /** Settles when the thread is gone. */
  readonly ended: Promise<void>;
}

export function receiveMessages<Message>(worker: Worker): ThreadMessages<Message> {
  let arrived: Message[] = [];
  let problem: unknown = null;
  let wake: (() => void) | undefined;
  const ended = Promise.withResolvers<void>();
  worker.on('message', (message: Message) => {
    arrived.push(message);
    wake?.();
  });
  worker.on('error', (error) => {
    problem = error;
  });
  worker.on('exit', () => {
    problem ??= new Error('A thread of the import ended early.');
    wake?.();
    ended.resolve();
  });
  return {
    ended: ended.promise,
    async take() {
      // What came while this thread was busy is delivered first.
      await setImmediate();
      if (arrived.length === 0 && problem === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (arrived.length === 0) throw problem;
      const taken = arrived;
      arrived = [];
      return taken;
    },
  };
}

/** Holds a thread that makes things until those who take them want more. */
export interface AheadWindow {
  /** Waits until fewer than the most are on their way. False: nobody wants any more. */
  readonly whenRoom: () => Promise<boolean>;
}

/** @param answers numbers of things taken since the last answer, or 'stop' */
export function createAheadWindow(answers: MessagePort, most: number): AheadWindow {
  let ahead = 0;
  let isStopped = false;
  let goOn: (() => void) | undefined;
  answers.on('message', (answer: number | 'stop') => {
    if (answer === 'stop') isStopped = true;
    else ahead -= answer;
    goOn?.();
  });
  return {
    async whenRoom() {
      // One answer makes room, since each is for at least one thing.
      if (ahead >= most && !isStopped) {
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
      }
      ahead += 1;
      return !isStopped;
    },
  };
}
