import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HostNotice } from '../../main/engine/host-notice.ts';

const root = resolve(import.meta.dirname, '../..');

export interface RunningLoopback {
  /** With the key of the window in its fragment. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts the built loopback host with settings, recent projects and home below `folder`, optionally on a project. */
export async function startLoopback(folder: string, project?: string): Promise<RunningLoopback> {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const host = fork(join(root, 'dist/main/loopback.js'), project === undefined ? [] : [project], {
    env: { ...process.env, FLYWHEEL_DATA: join(folder, 'data'), HOME: home, USERPROFILE: home },
  });
  const ended = new Promise<void>((settle) => {
    host.once('exit', () => settle());
  });
  const address = await new Promise<string>((settle, refuse) => {
    host.once('message', (notice: HostNotice) => {
      if (notice.type === 'ready') settle(notice.address);
      else refuse(new Error(notice.message));
    });
    host.once('exit', (code) =>
      refuse(new Error(`The host ended with ${code} before it was ready. Run "npm run build" first.`)),
    );
  });
  return {
    address,
    async stop() {
      host.kill('SIGTERM');
      await ended;
    },
  };
}
