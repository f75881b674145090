import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportReport } from '../main/services/imports/import-input.ts';
import { createId } from '../main/db/create-id.ts';
import { importFile } from '../main/services/imports/run-import.ts';
import { createBenchProject, inBenchFolder, median, withJobContext } from './bench-project.ts';
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
  readonly target_ratio: 0.35;
  /** Until the search index is built as well. */
  readonly finished_rows_per_second: number;
  readonly finished_ratio: number;
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
    const pairs: { readonly floor: number; readonly report: ImportReport }[] = [];
    for (let run = 0; run < runs; run++) {
      const startedAt = performance.now();
      importFloor(file, join(folder, `floor-${run}.db`));
      const floor = (performance.now() - startedAt) / 1000;
      pairs.push({ floor, report: await importOnce(file, createBenchProject(folder, `run-${run}`)) });
    }
    const { peakMemoryMb } = await measureInProcess('import', [file, createBenchProject(folder, 'memory')]);
    const of = (value: (pair: (typeof pairs)[number]) => number) => median(pairs.map(value));
    return {
      rows,
      bytes_per_row: Math.round(statSync(file).size / rows),
      floor_rows_per_second: Math.round(rows / of(({ floor }) => floor)),
      rows_per_second: Math.round(rows / of(({ report }) => report.secondsToRows)),
      ratio: of(({ floor, report }) => floor / report.secondsToRows),
      target_ratio: 0.35,
      finished_rows_per_second: Math.round(rows / of(({ report }) => report.seconds)),
      finished_ratio: of(({ floor, report }) => floor / report.seconds),
      target_finished_ratio: 0.2,
      peak_memory_mb: peakMemoryMb,
      target_peak_memory_mb: 400,
    };
  });
}

/** Imports seeded rows into a project. */
export async function importOnce(file: string, project: string): Promise<ImportReport> {
  const result = await withJobContext(project, async (context) =>
    importFile({ path: file, mapping: syntheticMapping, sourceId: createId() }, context),
  );
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
