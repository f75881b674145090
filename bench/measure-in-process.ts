import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const entry = join(import.meta.dirname, 'measured-process.ts');

/** Imports a file into a project, or exports a project to a file, in a fresh process; its peak resident memory. */
export async function measureInProcess(
  work: 'import' | 'export',
  paths: readonly [string, string],
): Promise<{ readonly peakMemoryMb: number }> {
  const child = fork(entry, [work, ...paths], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The measured process ended with code ${String(code)}.`);
    }),
  ]);
  return { peakMemoryMb: Number(message) };
}
