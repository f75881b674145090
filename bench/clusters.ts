import { createBenchProject, inBenchFolder, quantile } from './bench-project.ts';
import { clusterByScikitLearn } from './cluster-baselines.ts';
import type { ClusterCoreResult } from './cluster-core.ts';
import type { EngineClusters } from './cluster-in-engine.ts';
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
  /** What 1,000 changes more take to come and join the clusters. */
  readonly joining_seconds?: number;
  /** Labels saved ten times a second meanwhile. */
  readonly label_p95_ms?: number;
  readonly label_max_ms?: number;
}

/**
 * Clusters made-up changes of fifty modes with noise: in memory alone, and beside it scikit-learn on the same vectors. Methods
 * that compare all with all get few changes. Version 1.2, which Debian has, has no HDBSCAN: DBSCAN and OPTICS stand for it.
 */
export async function benchClusters(rows: number): Promise<ClusterBenchRow[]> {
  return inBenchFolder(async (folder) => {
    const found = [await coreRow(rows, folder), await projectRow(rows, folder)];
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

/** The same changes in a project: found in their texts, made into vectors, clustered and stored, by a job of the engine. */
async function projectRow(rows: number, folder: string): Promise<ClusterBenchRow> {
  const path = createBenchProject(folder, 'clusters');
  await measureInProcess('import-edits', [String(rows), path]);
  const { result, peakMemoryMb } = await measureInProcess<EngineClusters>('cluster', [path, folder]);
  const { seconds, cpuSeconds, joiningSeconds, labelMs, changes } = result;
  return {
    method: 'Flywheel, end to end',
    rows: changes,
    units: null,
    seconds,
    cpu_seconds: cpuSeconds,
    peak_memory_mb: peakMemoryMb,
    joining_seconds: joiningSeconds,
    label_p95_ms: quantile(labelMs, 0.95),
    label_max_ms: Math.max(...labelMs),
  };
}

async function coreRow(rows: number, folder: string): Promise<ClusterBenchRow> {
  const { result } = await measureInProcess<ClusterCoreResult>('cluster-core', [String(rows), folder]);
  return { method: 'Flywheel, in memory', rows, ...result };
}

function scikitRow(method: string, rows: number, folder: string): ClusterBenchRow {
  const none = { seconds: null, cpu_seconds: null, peak_memory_mb: null };
  return { method, rows, units: null, ...(clusterByScikitLearn(method, folder) ?? none) };
}
