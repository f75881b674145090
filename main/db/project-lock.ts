import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';
import { z } from 'zod';
import { type Result, fail, succeed } from '../../shared/result/result.ts';
import { createId } from './create-id.ts';

/** The right to write to one project file. Released at the latest when the process ends in an orderly way. */
export interface ProjectLock {
  readonly release: () => void;
}

const holderSchema = z.object({
  token: z.string(),
  pid: z.int(),
  host: z.string(),
  /** When the process started, as its system writes it; tells a process from a later one with the same pid. */
  processStart: z.string().nullable(),
  thread: z.int(),
  since: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes the lock `<file>.lock`, or PROJECT_LOCKED with who holds it. A lock left by a process that is gone from
 * this machine is taken over; one from another machine never is, because nobody can tell from here.
 */
export function lockProject(path: string): Result<ProjectLock> {
  const file = `${path}.lock`;
  const mine: Holder = {
    token: createId(),
    pid: process.pid,
    host: hostname(),
    processStart: processStartOf(process.pid),
    thread: threadId,
    since: new Date().toISOString(),
  };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', flush: true });
      return succeed(heldLock(file, mine));
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    }
    const found = readLock(file);
    if (found === null) continue;
    if (!isStale(file, found)) return locked(path, found);
    removeStale(file, found, mine.token);
  }
  return locked(path, readLock(file) ?? '');
}

/** What the system says about when a process started; null where there is no such process or no way to know. */
export function processStartOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command name before it may hold spaces and brackets; starttime is field 22 (proc(5)).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return `${boot} ${fields[19] ?? ''}`;
    }
    if (process.platform === 'darwin') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
  } catch {
    return null;
  }
  return null;
}

function heldLock(file: string, mine: Holder): ProjectLock {
  const release = () => {
    process.off('exit', release);
    if (parseHolder(readLock(file) ?? '')?.token === mine.token) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return { release };
}

function isStale(file: string, text: string): boolean {
  const holder = parseHolder(text);
  // Somebody may be between making the file and writing it; later it is what a crash left.
  if (!holder) return Date.now() - writtenAt(file) > 2000;
  if (holder.host !== hostname()) return false;
  if (!isAlive(holder.pid)) return true;
  if (holder.processStart !== null && holder.processStart !== processStartOf(holder.pid)) return true;
  // A host runs one engine at a time and starts a new thread after one died, which could not release its lock.
  return holder.pid === process.pid && holder.thread < threadId;
}

/**
 * Two processes may find the same stale lock. The file is renamed before it is removed: who got a fresh lock by
 * that puts it back.
 */
function removeStale(file: string, stale: string, token: string): void {
  const aside = `${file}.${token}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return;
    throw error;
  }
  try {
    if (readLock(aside) !== stale) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

function locked(path: string, text: string): Result<never> {
  const holder = parseHolder(text);
  const who = holder
    ? `process ${holder.pid} on ${holder.host === hostname() ? 'this machine' : holder.host} since ${holder.since}`
    : 'another process';
  const way =
    holder && holder.host !== hostname()
      ? `If that machine no longer uses it, remove ${path}.lock.`
      : 'Close it there to write to it here.';
  return fail('PROJECT_LOCKED', `${path} is open for writing in ${who}. You can open it read-only. ${way}`);
}

function readLock(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
}

function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
