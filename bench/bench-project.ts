import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Database, connect } from '../main/db/database.ts';
import type { JobContext } from '../main/services/job-context.ts';
import { createProject } from '../main/services/project/create-project.ts';

/** Runs `work` with a folder of its own, removed afterwards. */
export async function inBenchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'flywheel-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new project's file. */
export function createBenchProject(folder: string, name: string): string {
  const created = createProject({
    path: join(folder, `${name}.flywheel`),
    name,
    device: 'bench',
    resourcesFolder: resolve(import.meta.dirname, '../resources'),
  });
  if (!created.ok) throw new Error(created.error.message);
  return created.value;
}

/** Runs a job's work on a connection of its own, as the job runner does. */
export async function withJobContext<T>(path: string, work: (context: JobContext) => Promise<T>): Promise<T> {
  const database: Database = connect(path);
  try {
    return await work({
      jobId: 'bench',
      database,
      projectPath: path,
      version: 'bench',
      signal: new AbortController().signal,
      whenRunning: async () => undefined,
      report: () => undefined,
      changed: () => undefined,
    });
  } finally {
    database.close();
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** By the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Processor time of this process so far, all threads together, in seconds: it hardly depends on what else runs. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
