import type { ServerResponse } from 'node:http';

export interface ClientCount {
  /** A request that is being answered. An open page always has one: its event stream. */
  enter(response: ServerResponse): void;
  stop(): void;
}

/**
 * Knows when the last page is gone: no request has been open for `idleMs`. A reload or a short sleep is bridged by
 * the time limit. Nothing happens before the first request.
 */
export function createClientCount(idle?: {
  readonly idleMs: number;
  readonly call: () => void;
}): ClientCount {
  let open = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    enter(response) {
      if (!idle) return;
      open += 1;
      clearTimeout(timer);
      response.once('close', () => {
        open -= 1;
        if (open === 0) timer = setTimeout(idle.call, idle.idleMs);
      });
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
