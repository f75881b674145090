import { inBenchFolder } from './bench-project.ts';
import { clusterByScikitLearn } from './cluster-baselines.ts';
import type { ClusterCoreResult } from './cluster-core.ts';
import type { ClusterScores } from './cluster-scores.ts';
import { measureInProcess } from './measure-in-process.ts';

/** One line of the benchmark. Null is what is not measured, or not installed. */
export interface ClusterBenchRow extends Partial<ClusterScores> {
  readonly method: string;
  readonly rows: number;
  readonly units: number | null;
  readonly seconds: number | null;
  readonly cpu_seconds: number | null;
  readonly clustering_cpu_seconds?: number;
  readonly peak_memory_mb: number | null;
}

/**
 * Clusters made-up changes of fifty modes with noise: in memory alone, and beside it scikit-learn on the same vectors. Methods
 * that compare all with all get few changes. Version 1.2, which Debian has, has no HDBSCAN: DBSCAN and OPTICS stand for it.
 */
export async function benchClusters(rows: number): Promise<ClusterBenchRow[]> {
  return inBenchFolder(async (folder) => {
    const found = [await coreRow(rows, folder)];
    found.push(scikitRow('MiniBatchKMeans, k = 50', rows, folder));
    if (rows <= 100_000) found.push(scikitRow('KMeans, k = 50', rows, folder));
    for (const [method, most] of pairwise) {
      const few = Math.min(rows, most);
      found.push(await coreRow(few, folder), scikitRow(method, few, folder));
    }
    return found;
  });
}

/** Methods that compare all with all, and how many changes they do in a minute or so. */
const pairwise = [
  ['DBSCAN', 10_000],
  ['OPTICS', 3000],
] as const;

async function coreRow(rows: number, folder: string): Promise<ClusterBenchRow> {
  const { result } = await measureInProcess<ClusterCoreResult>('cluster-core', [String(rows), folder]);
  return { method: 'Flywheel, in memory', rows, ...result };
}

function scikitRow(method: string, rows: number, folder: string): ClusterBenchRow {
  const none = { seconds: null, cpu_seconds: null, peak_memory_mb: null };
  return { method, rows, units: null, ...(clusterByScikitLearn(method, folder) ?? none) };
}
