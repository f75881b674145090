import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createId } from '../main/db/create-id.ts';
import { importFile } from '../main/services/imports/run-import.ts';
import { createBenchProject, inBenchFolder, median, quantile, withJobContext } from './bench-project.ts';
import { syntheticMapping, writeSyntheticRows } from './generate-rows.ts';
import type { EngineImport } from './import-in-engine.ts';
import { loadBySqliteUtils } from './load-by-sqlite-utils.ts';
import { type Measured, measureInProcess } from './measure-in-process.ts';

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
  /** Until the search index and what else comes after the rows is built as well. */
  readonly finished_rows_per_second: number;
  readonly finished_ratio: number;
  readonly finished_cpu_ratio: number;
  readonly target_finished_ratio: 0.2;
  /** Others with the same file: rows in a table, and nothing else. Null where they are not there. */
  readonly sqlite_utils_rows_per_second: number | null;
  readonly ratio_to_sqlite_utils: number | null;
  readonly target_ratio_to_sqlite_utils: 2;
  readonly duckdb_rows_per_second: number | null;
  readonly ratio_to_duckdb: number | null;
  /** Of a process that does nothing but the import, engine and all. */
  readonly peak_memory_mb: number;
  readonly target_peak_memory_mb: 400;
  /** Of labels saved ten times a second while more rows come into the project of the last run. */
  readonly labels_saved: number;
  readonly label_p50_ms: number;
  readonly label_p95_ms: number;
  readonly label_max_ms: number;
  readonly target_label_p95_ms: 50;
}

/** From here on one run says enough and takes long enough. */
const largeRows = 500_000;

/** Rows that come in while labels are saved. */
const rowsWhileLabelling = 60_000;

/** Imports seeded rows of 1-3 KB beside the floor and other tools, alternating, in one run, each in a process of its own. */
export async function benchImport(rows = 100_000, runs = rows < largeRows ? 3 : 1): Promise<ImportBench> {
  return inBenchFolder(async (folder) => {
    const file = join(folder, 'rows.jsonl');
    writeSyntheticRows(file, rows);
    const measured: Run[] = [];
    let project = '';
    for (let run = 0; run < runs; run++) {
      rmSync(project, { force: true });
      project = createBenchProject(folder, `run-${run}`);
      measured.push(await measureRun(folder, file, project));
    }
    const labels = await labelWhileImporting(folder, project, Math.min(rows, rowsWhileLabelling));
    const of = (value: (run: Run) => number) => median(measured.map(value));
    const others = (seconds: (run: Run) => number | null) => {
      const known = measured.flatMap((run) => {
        const own = seconds(run);
        return own === null ? [] : [{ rate: rows / own, ratio: own / run.ours.result.secondsToRows }];
      });
      if (known.length === 0) return { rate: null, ratio: null };
      return {
        rate: Math.round(median(known.map(({ rate }) => rate))),
        ratio: median(known.map(({ ratio }) => ratio)),
      };
    };
    const sqliteUtils = others((run) => run.sqliteUtilsSeconds);
    const duckdb = others((run) => run.duckdbSeconds);
    return {
      rows,
      bytes_per_row: Math.round(statSync(file).size / rows),
      floor_rows_per_second: Math.round(rows / of(({ floor }) => floor.seconds)),
      rows_per_second: Math.round(rows / of(({ ours }) => ours.result.secondsToRows)),
      ratio: of(({ floor, ours }) => floor.seconds / ours.result.secondsToRows),
      cpu_ratio: of(({ floor, ours }) => floor.cpuSeconds / ours.result.cpuSecondsToRows),
      target_ratio: 0.35,
      finished_rows_per_second: Math.round(rows / of(({ ours }) => ours.result.seconds)),
      finished_ratio: of(({ floor, ours }) => floor.seconds / ours.result.seconds),
      finished_cpu_ratio: of(({ floor, ours }) => floor.cpuSeconds / ours.result.cpuSeconds),
      target_finished_ratio: 0.2,
      sqlite_utils_rows_per_second: sqliteUtils.rate,
      ratio_to_sqlite_utils: sqliteUtils.ratio,
      target_ratio_to_sqlite_utils: 2,
      duckdb_rows_per_second: duckdb.rate,
      ratio_to_duckdb: duckdb.ratio,
      peak_memory_mb: Math.max(...measured.map(({ ours }) => ours.peakMemoryMb)),
      target_peak_memory_mb: 400,
      labels_saved: labels.length,
      label_p50_ms: quantile(labels, 0.5),
      label_p95_ms: quantile(labels, 0.95),
      label_max_ms: Math.max(...labels),
      target_label_p95_ms: 50,
    };
  });
}

interface Run {
  readonly floor: Measured<number>;
  readonly ours: Measured<EngineImport>;
  readonly sqliteUtilsSeconds: number | null;
  readonly duckdbSeconds: number | null;
}

async function measureRun(folder: string, file: string, project: string): Promise<Run> {
  const target = join(folder, 'other.db');
  const removed = () => {
    for (const suffix of ['', '-wal', '-shm', '.wal']) rmSync(target + suffix, { force: true });
  };
  const floor = await measureInProcess<number>('floor', [file, target]);
  removed();
  const ours = await measureInProcess<EngineImport>('import', [file, project]);
  const sqliteUtilsSeconds = loadBySqliteUtils(file, target);
  removed();
  const duckdb = await measureInProcess<boolean>('duckdb', [file, target]);
  removed();
  return { floor, ours, sqliteUtilsSeconds, duckdbSeconds: duckdb.result ? duckdb.seconds : null };
}

async function labelWhileImporting(
  folder: string,
  project: string,
  rows: number,
): Promise<readonly number[]> {
  const file = join(folder, 'more.jsonl');
  writeSyntheticRows(file, rows, 2);
  const { result } = await measureInProcess<EngineImport>('import-while-labelling', [file, project]);
  return result.labelMs;
}

/** Imports seeded rows into a project, for the benchmarks of what comes after. */
export async function importOnce(file: string, project: string): Promise<void> {
  const result = await withJobContext(project, async (context) =>
    importFile({ path: file, mapping: syntheticMapping, sourceId: createId() }, context),
  );
  if (!result.ok) throw new Error(result.error.message);
}
