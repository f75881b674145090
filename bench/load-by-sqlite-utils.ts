import { spawnSync } from 'node:child_process';

/**
 * Seconds that `sqlite-utils insert --nl` takes for the same file, or null where the command is not there
 * (`apt-get install sqlite-utils`).
 */
export function loadBySqliteUtils(file: string, target: string): number | null {
  const startedAt = performance.now();
  const { error, status } = spawnSync('sqlite-utils', ['insert', target, 'rows', file, '--nl'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error !== undefined) {
    console.log('sqlite-utils is not installed; its column stays empty.');
    return null;
  }
  if (status !== 0) throw new Error(`sqlite-utils ended with code ${status}.`);
  return (performance.now() - startedAt) / 1000;
}
