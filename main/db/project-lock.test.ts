import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import { lockProject, processStartOf } from './project-lock.ts';

function holder(changes: object): string {
  return JSON.stringify({
    token: 'other',
    pid: process.pid,
    host: hostname(),
    processStart: processStartOf(process.pid),
    thread: threadId,
    since: '2026-01-01T00:00:00.000Z',
    ...changes,
  });
}

function tryLock(content: string) {
  const path = join(useTempFolder(), 'p.flywheel');
  writeFileSync(`${path}.lock`, content);
  return { path, result: lockProject(path) };
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('lockProject', () => {
  it('holds, refuses a second one and can be taken again after its release', () => {
    const path = join(useTempFolder(), 'p.flywheel');
    const first = lockProject(path);
    expect(first.ok).toBe(true);
    expect(lockProject(path)).toMatchObject({ ok: false, error: { code: 'PROJECT_LOCKED' } });
    if (first.ok) first.value.release();
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(lockProject(path).ok).toBe(true);
  });

  it('takes over the lock of a process that is gone', async () => {
    const { path, result } = tryLock(holder({ pid: await deadPid() }));
    expect(result.ok).toBe(true);
    expect(readFileSync(`${path}.lock`, 'utf8')).toContain(`"pid":${process.pid}`);
    expect(readdirSync(join(path, '..'))).toEqual(['p.flywheel.lock']);
  });

  it.skipIf(process.platform !== 'linux')(
    'takes over the lock of an earlier process with the same pid',
    () => {
      expect(tryLock(holder({ processStart: 'earlier boot 17' })).result.ok).toBe(true);
    },
  );

  it('takes over the lock of an engine thread of this process that died', () => {
    expect(tryLock(holder({ thread: threadId - 1 })).result.ok).toBe(true);
  });

  it('never takes over a lock from another machine, and says what to do', async () => {
    const { path, result } = tryLock(holder({ host: 'elsewhere', pid: await deadPid() }));
    if (result.ok) throw new Error('It was locked.');
    expect(result.error.code).toBe('PROJECT_LOCKED');
    expect(result.error.message).toContain('on elsewhere');
    expect(result.error.message).toContain(`remove ${path}.lock`);
  });

  it('waits for a lock that is just being written, and takes over what a crash left half written', () => {
    expect(tryLock('').result.ok).toBe(false);
    const path = join(useTempFolder(), 'p.flywheel');
    writeFileSync(`${path}.lock`, '{"tok');
    utimesSync(`${path}.lock`, 1000, 1000);
    expect(lockProject(path).ok).toBe(true);
  });

  it('does not remove the lock of somebody else when it is released', () => {
    const path = join(useTempFolder(), 'p.flywheel');
    const lock = lockProject(path);
    writeFileSync(`${path}.lock`, holder({ token: 'newer' }));
    if (lock.ok) lock.value.release();
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  it('is released when the process ends in an orderly way', async () => {
    const path = join(useTempFolder(), 'p.flywheel');
    const module = new URL('./project-lock.ts', import.meta.url).href;
    const script = `const { lockProject } = await import('${module}');
      console.log(lockProject(${JSON.stringify(path)}).ok);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    await once(child, 'exit');
    expect(output.trim()).toBe('true');
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});
