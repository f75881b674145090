import { parentPort } from 'node:worker_threads';
import { type EngineParent, isEngineCommand } from './serve-engine.ts';

/** The part of Electron's `process.parentPort` that is used; its types live with Electron, which only its host imports. */
interface UtilityParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: unknown[] }) => void): void;
  postMessage(message: unknown): void;
}

/** Whoever started this program: a worker thread's parent or, in an Electron utility process, the main process. */
export function findEngineParent(): EngineParent {
  if (parentPort) {
    const port = parentPort;
    return {
      onCommand: (listener) => {
        port.on('message', (data: unknown) => {
          if (isEngineCommand(data)) listener(data, []);
        });
      },
      send: (notice) => port.postMessage(notice),
      exit,
    };
  }
  const port: unknown = Reflect.get(process, 'parentPort');
  if (!isUtilityParentPort(port)) {
    throw new Error('The engine worker is started by a host: as a worker thread or as a utility process.');
  }
  return {
    onCommand: (listener) => {
      port.on('message', ({ data, ports }) => {
        if (isEngineCommand(data)) listener(data, ports);
      });
    },
    send: (notice) => port.postMessage(notice),
    exit,
  };
}

/** In a worker thread this ends the thread alone. */
function exit(): void {
  // oxlint-disable-next-line unicorn/no-process-exit -- its host asked for it
  process.exit();
}

function isUtilityParentPort(value: unknown): value is UtilityParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}
