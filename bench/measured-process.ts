import { cpuSeconds } from './bench-project.ts';
import { clusterCore } from './cluster-core.ts';
import { clusterInEngine, importEdits } from './cluster-in-engine.ts';
import { exportRecipes } from './export.ts';
import { exportInEngine } from './export-in-engine.ts';
import { importFloor } from './import-floor.ts';
import { importInEngine } from './import-in-engine.ts';
import { loadIntoDuckDb } from './load-into-duckdb.ts';
import type { Measured } from './measure-in-process.ts';
import { signalsInEngine } from './signals-in-engine.ts';

/** Entry of the process that `measureInProcess` starts: does one thing and reports what it took. */
const [work, first = '', second = ''] = process.argv.slice(2);

async function run(): Promise<unknown> {
  switch (work) {
    case 'floor':
      return importFloor(first, second);
    case 'import':
      return importInEngine(first, second, false);
    case 'import-while-labelling':
      return importInEngine(first, second, true);
    case 'duckdb':
      return loadIntoDuckDb(first, second);
    case 'export':
    case 'export-unique':
    case 'export-families':
      return exportInEngine(first, second, exportRecipes[work]);
    case 'cluster-core':
      return clusterCore(Number(first), second);
    case 'import-edits':
      return importEdits(Number(first), second);
    case 'signals':
      return signalsInEngine(first);
    case 'cluster':
      return clusterInEngine(first, second);
    default:
      throw new Error(`There is no work "${work}".`);
  }
}

const [startedAt, cpu] = [performance.now(), cpuSeconds()];
const result = await run();
process.send?.({
  seconds: (performance.now() - startedAt) / 1000,
  cpuSeconds: cpuSeconds() - cpu,
  peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  result,
} satisfies Measured<unknown>);
process.disconnect();
