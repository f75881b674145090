/**
 * Who may write next. SQLite lets whoever asks at the right moment have the write lock, and a job that commits and
 * goes on at once asks sooner than a label that polls. So people's writes announce themselves in memory shared by
 * all threads of an engine; jobs end their piece early and wait until nobody is announced.
 */
let turns = { announced: new Int32Array(new SharedArrayBuffer(4)), isJob: false };

/** What a job's thread has to be given, see {@link yieldToPeople}. */
export function sharedTurns(): SharedArrayBuffer {
  const { buffer } = turns.announced;
  if (buffer instanceof SharedArrayBuffer) return buffer;
  throw new Error('Turns are in shared memory.');
}

/** Makes this thread one that lets people's writes go first. */
export function yieldToPeople(shared: SharedArrayBuffer): void {
  turns = { announced: new Int32Array(shared), isJob: true };
}

/** In a job: whether somebody's write waits, so that the transaction should end soon. */
export function isPersonWaiting(): boolean {
  return turns.isJob && Atomics.load(turns.announced, 0) > 0;
}

/** Runs a write when it is its turn. */
export function inTurn<T>(write: () => T): T {
  if (turns.isJob) {
    waitForPeople();
    return write();
  }
  Atomics.add(turns.announced, 0, 1);
  try {
    return write();
  } finally {
    Atomics.sub(turns.announced, 0, 1);
    Atomics.notify(turns.announced, 0);
  }
}

/** The longest that a job stands back, should a write of somebody not end. */
const longestWaitMs = 2000;

function waitForPeople(): void {
  const end = performance.now() + longestWaitMs;
  for (;;) {
    const announced = Atomics.load(turns.announced, 0);
    const left = end - performance.now();
    if (announced === 0 || left <= 0) return;
    Atomics.wait(turns.announced, 0, announced, left);
  }
}
