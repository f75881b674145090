import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Recipe } from '../shared/domain/export/recipe.ts';
import { connect } from '../main/db/database.ts';
import { rowsOf } from '../main/db/query.ts';
import { previewExport } from '../main/services/exports/preview-export.ts';
import { exportRecipe } from '../main/services/exports/run-export.ts';
import { cpuSeconds, createBenchProject, inBenchFolder, median, withJobContext } from './bench-project.ts';
import { writeSyntheticRows } from './generate-rows.ts';
import { importOnce } from './import.ts';
import { measureInProcess } from './measure-in-process.ts';

/** The export benchmark. Rates are interactions a second, medians over the runs; the ratio is taken run by run. */
export interface ExportBench {
  readonly rows: number;
  readonly floor_rows_per_second: number;
  readonly rows_per_second: number;
  readonly ratio: number;
  readonly cpu_ratio: number;
  readonly target_ratio: 0.5;
  readonly preview_ms: number;
  /** The longest that a request made meanwhile would have waited. */
  readonly preview_longest_step_ms: number;
  readonly target_preview_ms: number;
  /** Of an engine that exports in a job, as the app does. */
  readonly peak_memory_mb: number;
  /** The same rows without repeats, exact and near from 0.8 on. */
  readonly unique_seconds: number;
  readonly unique_peak_memory_mb: number;
  /** With nearly equal inputs on one side of the split. */
  readonly families_seconds: number;
  readonly families_peak_memory_mb: number;
  readonly target_peak_memory_mb: 400;
}

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0.1,
  seed: 1,
  target: 'edit-or-output',
  groupBy: 'interaction',
};

/** What is measured in a process of its own. */
export const exportRecipes = {
  export: recipe,
  'export-unique': { ...recipe, duplicates: { exact: true, near: 0.8 } },
  'export-families': { ...recipe, keepsNearDuplicates: true },
} as const satisfies Readonly<Record<string, Recipe>>;

/** Exports every interaction as chat JSONL beside the floor, alternating, in one run. */
export async function benchExport(rows = 100_000, runs = 3): Promise<ExportBench> {
  return inBenchFolder(async (folder) => {
    const file = join(folder, 'rows.jsonl');
    writeSyntheticRows(file, rows);
    const project = createBenchProject(folder, 'export');
    await importOnce(file, project);
    const times: { readonly floor: Duration; readonly ours: Duration; readonly preview: Duration }[] = [];
    let longestStep = 0;
    for (let run = 0; run < runs; run++) {
      const floor = await timeOf(async () =>
        Promise.resolve(exportFloor(project, join(folder, `floor-${run}.jsonl`))),
      );
      const ours = await timeOf(async () => exportOnce(project, join(folder, `ours-${run}.jsonl`)));
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const preview = await timeOf(async () => previewOnce(project));
      delay.disable();
      longestStep = Math.max(longestStep, delay.max / 1e6);
      times.push({ floor, ours, preview });
    }
    const measure = async (variant: keyof typeof exportRecipes) =>
      measureInProcess<undefined>(variant, [project, join(folder, `${variant}.jsonl`)]);
    const plain = await measure('export');
    const unique = await measure('export-unique');
    const families = await measure('export-families');
    const of = (value: (time: (typeof times)[number]) => number) => median(times.map(value));
    return {
      rows,
      floor_rows_per_second: Math.round(rows / of(({ floor }) => floor.seconds)),
      rows_per_second: Math.round(rows / of(({ ours }) => ours.seconds)),
      ratio: of(({ floor, ours }) => floor.seconds / ours.seconds),
      cpu_ratio: of(({ floor, ours }) => floor.cpu / ours.cpu),
      target_ratio: 0.5,
      preview_ms: Math.round(of(({ preview }) => preview.seconds) * 1000),
      preview_longest_step_ms: Math.round(longestStep),
      target_preview_ms: Math.round((1500 * rows) / 100_000),
      peak_memory_mb: plain.peakMemoryMb,
      unique_seconds: unique.seconds,
      unique_peak_memory_mb: unique.peakMemoryMb,
      families_seconds: families.seconds,
      families_peak_memory_mb: families.peakMemoryMb,
      target_peak_memory_mb: 400,
    };
  });
}

async function exportOnce(project: string, path: string): Promise<void> {
  const result = await withJobContext(project, async (context) =>
    exportRecipe({ recipe, path, overwrite: false }, context),
  );
  if (!result.ok) throw new Error(result.error.message);
}

async function previewOnce(project: string): Promise<void> {
  const result = await withJobContext(project, async ({ database }) => previewExport(database, { recipe }));
  if (!result.ok) throw new Error(result.error.message);
}

/** The least that any export has to do: SELECT, JSON.stringify, write, flush. */
function exportFloor(project: string, path: string): void {
  const database = connect(project, { readOnly: true });
  const file = openSync(path, 'w');
  try {
    const rows = rowsOf<object>(
      database,
      `SELECT i.messages, coalesce((SELECT e.text FROM edits AS e WHERE e.interaction_seq = i.seq), i.output) AS output
       FROM interactions AS i ORDER BY i.seq`,
    );
    let lines: string[] = [];
    const flush = () => writeSync(file, `${lines.splice(0).join('\n')}\n`);
    for (const row of rows.iterate()) {
      lines.push(JSON.stringify(row));
      if (lines.length === 500) flush();
    }
    if (lines.length > 0) flush();
    fsyncSync(file);
  } finally {
    closeSync(file);
    database.close();
  }
}

interface Duration {
  readonly seconds: number;
  readonly cpu: number;
}

async function timeOf(work: () => Promise<void>): Promise<Duration> {
  const [startedAt, cpu] = [performance.now(), cpuSeconds()];
  await work();
  return { seconds: (performance.now() - startedAt) / 1000, cpu: cpuSeconds() - cpu };
}
