/** What a job waits at between two steps while it is paused. */
export interface PauseGate {
  readonly close: () => void;
  readonly open: () => void;
  readonly whenOpen: () => Promise<void>;
}

export function createPauseGate(): PauseGate {
  let waiting: PromiseWithResolvers<void> | null = null;
  return {
    close() {
      waiting ??= Promise.withResolvers();
    },
    open() {
      waiting?.resolve();
      waiting = null;
    },
    async whenOpen() {
      await waiting?.promise;
    },
  };
}
