import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createId } from '../main/db/create-id.ts';
import { importFile } from '../main/services/imports/run-import.ts';
import { cpuSeconds, createBenchProject, inBenchFolder, median, withJobContext } from './bench-project.ts';
import { syntheticMapping, writeSyntheticRows } from './generate-rows.ts';
import { importFloor } from './import-floor.ts';
import { measureInProcess } from './measure-in-process.ts';

/** The import benchmark. Rates are rows a second, medians over the runs; ratios are taken run by run. */
export interface ImportBench {
  readonly rows: number;
  readonly bytes_per_row: number;
  readonly floor_rows_per_second: number;
  /** Until every row can be listed and opened. */
  readonly rows_per_second: number;
  readonly ratio: number;
  readonly cpu_ratio: number;
  readonly target_ratio: 0.35;
  /** Until the search index is built as well. */
  readonly finished_rows_per_second: number;
  readonly finished_ratio: number;
  readonly finished_cpu_ratio: number;
  readonly target_finished_ratio: 0.2;
  /** Of a process of its own that does nothing but the import. */
  readonly peak_memory_mb: number;
  readonly target_peak_memory_mb: 400;
}

/** Imports seeded rows of 1-3 KB beside the floor, alternating, in one run. */
export async function benchImport(rows = 100_000, runs = 3): Promise<ImportBench> {
  return inBenchFolder(async (folder) => {
    const file = join(folder, 'rows.jsonl');
    writeSyntheticRows(file, rows);
    const pairs: { readonly floor: Duration; readonly ours: TimedImport }[] = [];
    for (let run = 0; run < runs; run++) {
      const [startedAt, cpu] = [performance.now(), cpuSeconds()];
      importFloor(file, join(folder, `floor-${run}.db`));
      const floor = { seconds: (performance.now() - startedAt) / 1000, cpu: cpuSeconds() - cpu };
      pairs.push({ floor, ours: await importOnce(file, createBenchProject(folder, `run-${run}`)) });
    }
    const { peakMemoryMb } = await measureInProcess('import', [file, createBenchProject(folder, 'memory')]);
    const of = (value: (pair: (typeof pairs)[number]) => number) => median(pairs.map(value));
    return {
      rows,
      bytes_per_row: Math.round(statSync(file).size / rows),
      floor_rows_per_second: Math.round(rows / of(({ floor }) => floor.seconds)),
      rows_per_second: Math.round(rows / of(({ ours }) => ours.toRows.seconds)),
      ratio: of(({ floor, ours }) => floor.seconds / ours.toRows.seconds),
      cpu_ratio: of(({ floor, ours }) => floor.cpu / ours.toRows.cpu),
      target_ratio: 0.35,
      finished_rows_per_second: Math.round(rows / of(({ ours }) => ours.finished.seconds)),
      finished_ratio: of(({ floor, ours }) => floor.seconds / ours.finished.seconds),
      finished_cpu_ratio: of(({ floor, ours }) => floor.cpu / ours.finished.cpu),
      target_finished_ratio: 0.2,
      peak_memory_mb: peakMemoryMb,
      target_peak_memory_mb: 400,
    };
  });
}

interface Duration {
  readonly seconds: number;
  readonly cpu: number;
}

interface TimedImport {
  readonly toRows: Duration;
  readonly finished: Duration;
}

/** Imports seeded rows into a project. */
export async function importOnce(file: string, project: string): Promise<TimedImport> {
  const startedAt = cpuSeconds();
  let toRows = 0;
  const result = await withJobContext(
    project,
    async (context) => importFile({ path: file, mapping: syntheticMapping, sourceId: createId() }, context),
    // All rows are there when labels are said to have changed.
    (areas) => {
      if (areas.includes('labels')) toRows = cpuSeconds() - startedAt;
    },
  );
  if (!result.ok) throw new Error(result.error.message);
  return {
    toRows: { seconds: result.value.secondsToRows, cpu: toRows },
    finished: { seconds: result.value.seconds, cpu: cpuSeconds() - startedAt },
  };
}
