import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { appVersion, dataFolder, rendererFolder, resourcesFolder } from '../engine/app-folders.ts';
import { createEngineClient } from '../engine/engine-client.ts';
import { startEngineThread } from '../engine/engine-thread.ts';
import type { HostNotice } from '../engine/host-notice.ts';
import { createLoopbackHost } from './loopback-host.ts';

/**
 * The loopback host as a program: `loopback [PROJECT] [--read-only] [--idle-exit SECONDS]`. Tells its
 * parent over IPC (or stdout, where there is none) when it is ready or why it is not, and ends on SIGTERM, SIGINT
 * or when the parent is gone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'read-only': { type: 'boolean' }, 'idle-exit': { type: 'string' } },
});

const engine = createEngineClient({
  start: (options) => startEngineThread(options),
  engineOptions: {
    host: 'loopback',
    version: appVersion(),
    dataFolder: dataFolder(),
    resourcesFolder: resourcesFolder(),
  },
});

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
if (process.send) {
  process.on('disconnect', () => stopping.abort());
  // Listening must not keep the program alive by itself.
  process.channel?.unref();
}

try {
  const client = await engine.client();
  const [path] = positionals;
  const project =
    path === undefined
      ? null
      : await client.project.open({ path: resolve(path), readOnly: values['read-only'] ?? false });
  const idleSeconds = Number(values['idle-exit'] ?? 0);
  const host = await createLoopbackHost({
    client: () => engine.client(),
    rendererFolder: rendererFolder(),
    ...(idleSeconds > 0 ? { onIdle: { idleMs: idleSeconds * 1000, call: () => stopping.abort() } } : {}),
  });
  notify({ type: 'ready', address: host.address, port: host.port, project: project?.path ?? null });
  await aborted(stopping.signal);
  await host.close();
} catch (error) {
  process.exitCode = 1;
  notify({ type: 'failed', ...describe(error) });
} finally {
  await engine.close();
}
if (process.connected) process.disconnect();

function notify(notice: HostNotice): void {
  if (process.send) process.send(notice);
  else if (notice.type === 'ready') console.log(notice.address);
  else console.error(notice.message);
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((settle) => {
    signal.addEventListener('abort', () => settle(), { once: true });
  });
}

function describe(error: unknown): { code: string; message: string } {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return {
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    message: error instanceof Error ? error.message : String(error),
  };
}
