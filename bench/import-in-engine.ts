import { cpuSeconds } from './bench-project.ts';
import { syntheticMapping } from './generate-rows.ts';
import { saveLabels } from './save-labels.ts';
import { withEngine } from './with-engine.ts';

/** One import by an engine, as the app runs it. */
export interface EngineImport {
  readonly rows: number;
  readonly secondsToRows: number;
  readonly seconds: number;
  /** Of the whole process, all threads together. */
  readonly cpuSecondsToRows: number;
  readonly cpuSeconds: number;
  /** How long each label took that was saved meanwhile, in milliseconds. */
  readonly labelMs: readonly number[];
}

/** Imports a file of seeded rows by a job; with `labelling`, somebody saves a label ten times a second meanwhile. */
export async function importInEngine(
  file: string,
  project: string,
  labelling: boolean,
): Promise<EngineImport> {
  return withEngine(project, async (client) => {
    const startedAt = cpuSeconds();
    const { jobId } = await client.imports.start({ path: file, mapping: [...syntheticMapping] });
    let isOver = false;
    const labelMs = labelling ? saveLabels(client, () => isOver) : Promise.resolve([]);
    let cpuToRows = 0;
    let result: unknown = null;
    for await (const job of await client.jobs.watch({ id: jobId })) {
      // The job goes on to the search index when it counts rows of the project.
      if (job.unit === 'rows' && cpuToRows === 0) cpuToRows = cpuSeconds() - startedAt;
      if (job.error !== null) throw new Error(job.error.message);
      ({ result } = job);
    }
    const cpu = cpuSeconds() - startedAt;
    isOver = true;
    return {
      rows: numberIn(result, 'imported'),
      secondsToRows: numberIn(result, 'secondsToRows'),
      seconds: numberIn(result, 'seconds'),
      cpuSecondsToRows: cpuToRows,
      cpuSeconds: cpu,
      labelMs: await labelMs,
    };
  });
}

function numberIn(result: unknown, name: string): number {
  const value: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, name) : null;
  if (typeof value !== 'number') throw new Error(`The report of the import names no ${name}.`);
  return value;
}
