import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchClusters } from './clusters.ts';
import { benchDiff } from './diff.ts';
import { benchExport } from './export.ts';
import { benchExportTexts } from './export-texts.ts';
import { benchImport } from './import.ts';
import { benchItems } from './items.ts';
import { benchLabelling } from './labelling.ts';
import { benchModes } from './modes.ts';
import { benchQueues } from './queues.ts';
import { benchSearch } from './search.ts';
import { benchSignals } from './signals.ts';

/**
 * `npm run bench [-- --rows 100000] [--only import,items]`: every benchmark beside its floor in the same run. Prints
 * tables and writes bench/results/latest.local.json. Only ratios carry over from one machine to another.
 */
const { values } = parseArgs({ options: { rows: { type: 'string' }, only: { type: 'string' } } });
const rows = Number(values.rows ?? 100_000);
if (!Number.isInteger(rows) || rows < 1)
  throw new Error('--rows takes a whole number of rows, such as 100000.');

const benches: Readonly<Record<string, () => Promise<object>>> = {
  diff: async () => Promise.resolve(benchDiff()),
  import: async () => benchImport(rows),
  items: async () => benchItems(rows),
  search: async () => benchSearch(rows),
  queues: async () => benchQueues(rows),
  export: async () => benchExport(rows),
  texts: async () => benchExportTexts(),
  clusters: async () => benchClusters(rows),
  signals: async () => benchSignals(rows),
  modes: async () => Promise.resolve(benchModes()),
  labelling: async () => Promise.resolve(benchLabelling()),
};

const names = values.only?.split(',') ?? Object.keys(benches);
const results: Record<string, object> = {};
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined)
    throw new Error(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  const result = await bench();
  results[name] = result;
  console.log(`\n${name}`);
  console.table(Array.isArray(result) ? result.map(rounded) : rounded(result));
}

const folder = join(import.meta.dirname, 'results');
const file = join(folder, 'latest.local.json');
mkdirSync(folder, { recursive: true });
const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? '', rows };
writeFileSync(file, `${JSON.stringify({ machine, ...results }, null, 2)}\n`);
console.log(`\nWritten to ${file}`);

function rounded(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
    ]),
  );
}
