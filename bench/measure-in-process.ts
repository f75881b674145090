import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const entry = join(import.meta.dirname, 'measured-process.ts');

/** What a fresh process did. Its start counts for neither time. */
export interface Measured<Result> {
  readonly seconds: number;
  /** Processor time of all its threads. */
  readonly cpuSeconds: number;
  /** Peak resident memory in MiB. */
  readonly peakMemoryMb: number;
  readonly result: Result;
}

/** Does one of the works of `measured-process.ts` in a fresh process and measures it. */
export async function measureInProcess<Result>(
  work: string,
  paths: readonly [string, string],
): Promise<Measured<Result>> {
  const child = fork(entry, [work, ...paths], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The measured process ended with code ${String(code)}.`);
    }),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `measured-process.ts` is the only one that sends
  return message as Measured<Result>;
}
