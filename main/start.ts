import { fork, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFolder } from './engine/app-folders.ts';
import type { HostNotice } from './engine/host-notice.ts';
import { type AppWindow, findBrowser, hasDisplay, openAppWindow } from './start/app-window.ts';
import { findElectron } from './start/electron-binary.ts';

/**
 * `npm start [-- PROJECT] [-- --address]`: the app in Electron; without Electron's binary in a browser's app
 * window; without display or browser, or with `--address`, as a printed address. `FLYWHEEL_NO_ELECTRON=1` and
 * `FLYWHEEL_BROWSER=PATH` choose by hand. Every wait has a limit, so that it starts without a network as well.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { address: { type: 'boolean' } },
});
const projects = positionals.map((path) => resolve(path));
const { env: environment, platform } = process;

/** A closed window is noticed by the browser's end; this only ends a host whose browser handed its window over. */
const idleExitSeconds = 120;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
if (process.connected) {
  process.on('disconnect', () => stopping.abort());
  process.channel?.unref();
}

process.exitCode = await start();
if (process.connected) process.disconnect();

async function start(): Promise<number> {
  const display = hasDisplay(platform, environment);
  if (values.address) return serveAddress();
  const electron = display
    ? await findElectron({
        from: new URL(import.meta.url),
        environment,
        onInstall: () => console.log('Fetching Electron once; this can take a minute ...'),
      })
    : null;
  if (electron !== null) return runElectron(electron);
  const browser = display ? findBrowser({ platform, environment }) : null;
  if (browser === null) {
    const missing = display
      ? 'There is no Electron, Chromium, Chrome or Edge here'
      : 'There is no display here';
    console.log(`${missing}, so Flywheel runs at this address (Ctrl+C ends it):`);
    return serveAddress();
  }
  console.log("Electron's program is not at hand, so Flywheel opens in a window of the system's browser.");
  return runInBrowser(browser);
}

async function runElectron(binary: string): Promise<number> {
  const args = [fileURLToPath(new URL('./electron.js', import.meta.url)), ...projects];
  if (isRoot()) args.unshift('--no-sandbox');
  const child = spawn(binary, args, { stdio: 'inherit' });
  stopping.signal.addEventListener('abort', () => child.kill());
  return new Promise((settle) => {
    child.once('error', () => settle(1));
    child.once('exit', (code) => settle(code ?? 0));
  });
}

async function serveAddress(): Promise<number> {
  const host = startHost([]);
  const ready = await host.ready;
  if (ready.type === 'failed') return failed(ready.message);
  console.log(ready.address);
  return host.ended;
}

async function runInBrowser(browser: string): Promise<number> {
  const host = startHost(['--idle-exit', String(idleExitSeconds)]);
  const ready = await host.ready;
  if (ready.type === 'failed') return failed(ready.message);
  const window = openAppWindow(browser, ready.address, join(dataFolder(), 'browser'), isRoot());
  stopping.signal.addEventListener('abort', () => window.close());
  void followWindow(window, host.stop, ready.address);
  const code = await host.ended;
  window.close();
  return code;
}

/** A browser that ends at once failed, or gave the window to one that was running: its page tells when it goes. */
async function followWindow(window: AppWindow, stopHost: () => void, address: string): Promise<void> {
  const openedAt = performance.now();
  const ok = await window.closed;
  if (stopping.signal.aborted) return;
  if (performance.now() - openedAt > 5_000) stopHost();
  else if (!ok)
    console.log(`The browser did not start. Flywheel runs at this address (Ctrl+C ends it):\n${address}`);
}

function startHost(args: readonly string[]): {
  readonly ready: Promise<HostNotice>;
  readonly ended: Promise<number>;
  readonly stop: () => void;
} {
  const host = fork(fileURLToPath(new URL('./loopback.js', import.meta.url)), [...projects, ...args]);
  const stop = (): void => {
    host.kill('SIGTERM');
  };
  stopping.signal.addEventListener('abort', stop);
  const ended = new Promise<number>((settle) => {
    host.once('exit', (code) => settle(code ?? 1));
  });
  const ready = new Promise<HostNotice>((settle) => {
    host.once('message', (notice: HostNotice) => settle(notice));
    void ended.then(() =>
      settle({ type: 'failed', code: 'ENGINE_STOPPED', message: 'The host ended while it started.' }),
    );
  });
  return { ready, ended, stop };
}

function failed(sentence: string): number {
  console.error(`flywheel: ${sentence}`);
  return 1;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
