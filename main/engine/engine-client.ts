import type { Client } from '../../shared/contract/contract.ts';
import { engineStoppedForGood, toContractError } from '../../shared/contract/engine-failure.ts';
import type { PortClient } from '../../shared/contract/port-client.ts';
import type { EngineOptions } from './engine-options.ts';

/** One running engine, as a host started it. */
export interface EngineProcess {
  /** A new connection for a client in this process. */
  connect(): PortClient;
  /** Settles when the engine is gone, wanted or not. */
  readonly exited: Promise<void>;
  /** Closes the project and ends; kills it after the time limit. */
  close(timeoutMs: number): Promise<void>;
}

export interface EngineClientOptions<P extends EngineProcess> {
  /** Starts an engine; settles once it can be connected to. */
  readonly start: (options: EngineOptions) => Promise<P>;
  readonly engineOptions: EngineOptions;
  /** Told after each restart (and after the final stop with null), so that windows get new ports. */
  readonly onRestart?: (engine: P | null) => void;
  readonly now?: () => number;
}

export interface EngineClient<P extends EngineProcess = EngineProcess> {
  /** The running engine; waits through a restart. Rejects with ENGINE_STOPPED when it stays down. */
  engine(): Promise<P>;
  /** The host's own client. */
  client(): Promise<Client>;
  close(): Promise<void>;
}

/** Two deaths closer than this mean that starting again does not help. */
const restartWindowMs = 60_000;
const closeTimeoutMs = 5_000;

/**
 * Keeps an engine running for a host: starts it, remembers which project is open, and when it dies starts it once
 * more and opens the project again. A second death within a minute is final.
 */
export function createEngineClient<P extends EngineProcess>(
  options: EngineClientOptions<P>,
): EngineClient<P> {
  const now = options.now ?? Date.now;
  let closing = false;
  let lastDeath = Number.NEGATIVE_INFINITY;
  let openProject: OpenProject | null = null;
  let current: Promise<Running<P>> = run();
  current.catch(() => {});

  return {
    engine: async () => (await current).engine,
    client: async () => (await current).connection.client,
    async close() {
      if (closing) return;
      closing = true;
      const running = await current.catch(() => null);
      await running?.engine.close(closeTimeoutMs);
    },
  };

  async function run(): Promise<Running<P>> {
    const engine = await options.start(options.engineOptions);
    const connection = engine.connect();
    if (openProject) await reopen(connection.client, openProject);
    void follow(connection.client);
    void engine.exited.then(() => restart());
    return { engine, connection };
  }

  function restart(): void {
    if (closing) return;
    const final = now() - lastDeath < restartWindowMs;
    lastDeath = now();
    console.error(`[engine] stopped unexpectedly; ${final ? 'it stays stopped' : 'starting it again'}`);
    current = final ? Promise.reject(toContractError(engineStoppedForGood)) : run();
    current.then(
      ({ engine }) => options.onRestart?.(engine),
      () => options.onRestart?.(null),
    );
  }

  /** Remembers which project is open; every change of it is announced by an event. */
  async function follow(client: Client): Promise<void> {
    try {
      for await (const event of await client.jobs.events()) {
        if (event.type !== 'project') continue;
        const project = await client.project.current();
        openProject = project ? { path: project.path, readOnly: project.readOnly } : null;
      }
    } catch {
      // The stream ends with the engine; `exited` says what comes next.
    }
  }
}

interface OpenProject {
  readonly path: string;
  readonly readOnly: boolean;
}

interface Running<P> {
  readonly engine: P;
  readonly connection: PortClient;
}

async function reopen(client: Client, project: OpenProject): Promise<void> {
  try {
    await client.project.open(project);
  } catch (error) {
    // The engine runs all the same: the window shows the welcome screen, where the project can be opened again.
    console.error(`[engine] ${project.path} could not be opened again:`, error);
  }
}
