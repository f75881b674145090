import type { EngineOptions } from './engine-options.ts';
import { createEngineState } from './engine-state.ts';
import { createRouter } from './router.ts';

/** One engine: at most one open project, its jobs and everything the contract can ask of it. */
export interface Engine {
  readonly router: ReturnType<typeof createRouter>;
  /** Cancels jobs, closes the project and ends every event stream. */
  close(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const state = createEngineState(options);
  return {
    router: createRouter(state),
    async close() {
      await state.closeProject();
      state.events.close();
    },
  };
}
