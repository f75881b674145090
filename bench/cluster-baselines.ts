import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClusterScores, clusterScores } from './cluster-scores.ts';

/** What scikit-learn made of the same vectors; null figures where it is not installed. */
export interface ClusterBaseline extends ClusterScores {
  readonly seconds: number;
  readonly cpu_seconds: number;
  readonly peak_memory_mb: number;
}

/** Debian's, which `apt-get install python3-sklearn` brings; no other Python need know of it. */
const python = '/usr/bin/python3';

/** Clusters the vectors that `clusterCore` wrote to a folder; null where scikit-learn is not there. */
export function clusterByScikitLearn(method: string, folder: string): ClusterBaseline | null {
  const script = join(import.meta.dirname, 'cluster-baselines.py');
  const { error, status, stdout } = spawnSync(python, [script, method, folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error !== undefined || status === 3) {
    console.log('python3-sklearn is not installed; its rows stay empty.');
    return null;
  }
  if (status !== 0) throw new Error(`scikit-learn's ${method} ended with code ${status}.`);
  const unitOfRow = column(folder, 'units');
  const labels = column(folder, 'labels');
  const clusters = unitOfRow.map((unit) => labels[unit] ?? -1);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the script beside this one prints it
  const figures = JSON.parse(stdout) as Pick<ClusterBaseline, 'seconds' | 'cpu_seconds' | 'peak_memory_mb'>;
  return { ...figures, ...clusterScores(column(folder, 'modes'), clusters) };
}

function column(folder: string, name: string): Int32Array {
  return new Int32Array(new Uint8Array(readFileSync(join(folder, name))).buffer);
}
