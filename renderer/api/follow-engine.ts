import type { Client } from '../../shared/contract/contract.ts';
import type { EngineEvent } from '../../shared/contract/job-operations.ts';

export interface Follower {
  readonly client: Client;
  readonly onEvent: (event: EngineEvent) => void;
  /** The events broke off; the engine is tried again until it answers. */
  readonly onLost: () => void;
  /** The engine answers again after it was lost. */
  readonly onRestored: () => void;
  readonly retryMilliseconds?: number;
}

/** Reads the engine's events until the signal ends it, through every restart of the engine. */
export async function followEngine(follower: Follower, signal: AbortSignal): Promise<void> {
  const { client, onEvent, onLost, onRestored, retryMilliseconds = 700 } = follower;
  let isLost = false;
  while (!signal.aborted) {
    try {
      const events = await client.jobs.events(undefined, { signal });
      for await (const event of events) {
        if (isLost) onRestored();
        isLost = false;
        onEvent(event);
      }
    } catch {
      // A broken stream and an engine that does not answer are the same to the reader: try again below.
    }
    if (signal.aborted) return;
    if (!isLost) onLost();
    isLost = true;
    await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
  }
}
