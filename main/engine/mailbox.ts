import { AsyncIteratorClass } from '@orpc/server';

/** What one slow reader has yet to see. Values of one key merge, so it never holds more than there are keys. */
export interface Mailbox<T> {
  readonly push: (value: T) => void;
  /** No more values: what is waiting is still delivered. */
  readonly end: () => void;
  readonly values: AsyncIteratorClass<T, void>;
}

export interface MailboxOptions<T> {
  readonly keyOf: (value: T) => string;
  /** What stands for a waiting value and a newer one of its key. The newer one, where nothing is given. */
  readonly merge?: (waiting: T, newer: T) => T;
  /** Aborted when the reader is gone. */
  readonly signal?: AbortSignal | undefined;
  /** Called once, however it ends; not where the signal was aborted from the start. */
  readonly onClosed?: () => void;
}

export function createMailbox<T>(options: MailboxOptions<T>): Mailbox<T> {
  const waiting = new Map<string, T>();
  let closed = options.signal?.aborted ?? false;
  let ended = closed;
  let wake: (() => void) | null = null;

  const notify = () => {
    wake?.();
    wake = null;
  };
  const close = () => {
    if (closed) return;
    closed = true;
    ended = true;
    waiting.clear();
    options.signal?.removeEventListener('abort', close);
    notify();
    options.onClosed?.();
  };
  options.signal?.addEventListener('abort', close);

  const next = async (): Promise<IteratorResult<T, void>> => {
    for (;;) {
      for (const [key, value] of waiting) {
        waiting.delete(key);
        return { done: false, value };
      }
      if (ended) {
        close();
        return { done: true, value: undefined };
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };

  return {
    push(value) {
      if (ended) return;
      const key = options.keyOf(value);
      const older = waiting.get(key);
      // The place in the queue is that of the newest, so that an end never overtakes what led to it.
      waiting.delete(key);
      waiting.set(key, older !== undefined && options.merge ? options.merge(older, value) : value);
      notify();
    },
    end() {
      ended = true;
      notify();
    },
    values: new AsyncIteratorClass(next, async () => close()),
  };
}
