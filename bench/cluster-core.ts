import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeFeatures } from '../shared/domain/clusters/change-features.ts';
import { type ClusterInput, createClusterInput } from '../shared/domain/clusters/cluster-input.ts';
import { makeClusters } from '../shared/domain/clusters/make-clusters.ts';
import { createVectorScratch, packVector } from '../shared/domain/clusters/sparse-vector.ts';
import { idfOf, weightedUnits } from '../shared/domain/clusters/unit-vectors.ts';
import { cpuSeconds } from './bench-project.ts';
import { type ClusterScores, clusterScores } from './cluster-scores.ts';
import { generateEdits } from './generate-edits.ts';

export interface ClusterCoreResult extends ClusterScores {
  /** Different vectors among the changes. */
  readonly units: number;
  /** Terms of all changes and the clustering, without the making up of changes. */
  readonly seconds: number;
  readonly cpu_seconds: number;
  /** Of which the clustering alone. */
  readonly clustering_cpu_seconds: number;
  /** Before anything is written for others. */
  readonly peak_memory_mb: number;
}

/**
 * Clusters `rows` made-up changes in memory, without a project. The vectors are written to the folder for others to cluster:
 * `offsets`, `terms` and `weights` of the units, and `units` and `modes` of the rows, as bare arrays.
 */
export function clusterCore(rows: number, folder: string): ClusterCoreResult {
  const modes = new Int32Array(rows);
  let row = 0;
  const generating = timed(() => {
    for (const edit of generateEdits(rows)) modes[row++] = edit.mode;
  });
  const builder = createClusterInput(true);
  const reading = timed(() => {
    for (const edit of generateEdits(rows))
      builder.add(packVector(changeFeatures({ ...edit, comments: [], isWhole: false, position: 0.5 })));
  });
  const input = builder.finish();
  const clustering = timed(() => makeClusters(input, { seed: 1, leastChanges: null, joinAt: null }));
  if (clustering.result === null) throw new Error('Nobody stopped it.');
  const peak_memory_mb = Math.round(process.resourceUsage().maxRSS / 1024);
  writeVectors(input, modes, folder);
  return {
    units: input.unitCount,
    seconds: reading.seconds - generating.seconds + clustering.seconds,
    cpu_seconds: reading.cpu - generating.cpu + clustering.cpu,
    clustering_cpu_seconds: clustering.cpu,
    peak_memory_mb,
    ...clusterScores(modes, clustering.result.clusterOfRow),
  };
}

function timed<T>(work: () => T): { readonly seconds: number; readonly cpu: number; readonly result: T } {
  const [startedAt, cpu] = [performance.now(), cpuSeconds()];
  const result = work();
  return { seconds: (performance.now() - startedAt) / 1000, cpu: cpuSeconds() - cpu, result };
}

function writeVectors(input: ClusterInput, modes: Int32Array, folder: string): void {
  const units = weightedUnits(input, idfOf(input));
  const scratch = createVectorScratch();
  const offsets = new Uint32Array(input.unitCount + 1);
  for (let unit = 0; unit < input.unitCount; unit++) {
    units.read(unit, scratch);
    offsets[unit + 1] = (offsets[unit] ?? 0) + scratch.length;
  }
  const terms = new Uint32Array(offsets.at(-1) ?? 0);
  const weights = new Float32Array(terms.length);
  for (let unit = 0; unit < input.unitCount; unit++) {
    units.read(unit, scratch);
    terms.set(scratch.terms.subarray(0, scratch.length), offsets[unit] ?? 0);
    weights.set(scratch.weights.subarray(0, scratch.length), offsets[unit] ?? 0);
  }
  const columns = { offsets, terms, weights, units: input.unitOfRow, modes };
  for (const [name, column] of Object.entries(columns)) writeFileSync(join(folder, name), column);
}
