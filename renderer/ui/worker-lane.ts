/** A request on its way to a worker. */
export interface Errand {
  /** Takes the place of whatever is being worked on for nobody who waits. */
  readonly hurry: () => void;
  /** Nothing is answered after this; work that has begun is ended. */
  readonly cancel: () => void;
}

export interface Lane<Request, Answer> {
  /** `onAnswer` is called once for each answer, the last of which is final. */
  readonly ask: (request: Request, onAnswer: (answer: Answer) => void) => Errand;
}

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly onAnswer: (answer: Answer) => void;
  isUrgent: boolean;
}

/**
 * A worker that does one request after the other. A worker cannot be told to stop, so one whose work nobody waits
 * for any more is ended, and the next request gets a new one.
 */
export function createLane<Request, Answer extends { readonly isFinal: boolean }>(
  startWorker: () => Worker,
): Lane<Request, Answer> {
  type Job = Waiting<Request, Answer>;
  const queue: Job[] = [];
  let worker: Worker | null = null;
  let current: Job | null = null;

  const receive = ({ data }: MessageEvent<Answer>) => {
    const job = current;
    if (data.isFinal) current = null;
    job?.onAnswer(data);
    startNext();
  };
  // The browser itself reports what failed; a request that ends a worker is not tried again.
  const fail = () => {
    stop();
    startNext();
  };
  const stop = () => {
    worker?.terminate();
    worker = null;
    current = null;
  };
  const startNext = () => {
    if (current !== null) return;
    const urgent = queue.findIndex((job) => job.isUrgent);
    const [next] = queue.splice(Math.max(0, urgent), 1);
    if (next === undefined) return;
    current = next;
    if (worker === null) {
      worker = startWorker();
      worker.addEventListener('message', receive);
      worker.addEventListener('error', fail);
    }
    // A worker's postMessage has no target origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(next.request);
  };

  return {
    ask(request, onAnswer) {
      const job: Job = { request, onAnswer, isUrgent: false };
      queue.push(job);
      startNext();
      return {
        hurry() {
          job.isUrgent = true;
          if (!queue.includes(job) || current === null || current.isUrgent) return;
          queue.unshift(current);
          stop();
          startNext();
        },
        cancel() {
          const place = queue.indexOf(job);
          if (place >= 0) queue.splice(place, 1);
          if (current !== job) return;
          stop();
          startNext();
        },
      };
    },
  };
}
