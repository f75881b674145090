import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Client } from '../shared/contract/contract.ts';
import { cpuSeconds } from './bench-project.ts';
import { generateEdits } from './generate-edits.ts';
import { saveLabels } from './save-labels.ts';
import { endOf, withEngine } from './with-engine.ts';

/** What the job that makes clusters took in an engine, as the app runs it. */
export interface EngineClusters {
  readonly changes: number;
  readonly clusters: number;
  readonly seconds: number;
  /** Of the whole process, all threads together. */
  readonly cpuSeconds: number;
  /** What the same job took when 1,000 edits more had come. */
  readonly joiningSeconds: number;
  /** How long each label took that was saved meanwhile, in milliseconds. */
  readonly labelMs: readonly number[];
}

const newRows = 1000;

/** Imports made-up edits, one an interaction; one more file of them is left beside the project. */
export async function importEdits(rows: number, project: string): Promise<null> {
  const files = [join(dirname(project), 'edits.jsonl'), newFile(project)] as const;
  await writeEdits(files[0], rows, 1);
  await writeEdits(files[1], newRows, 2);
  await withEngine(project, async (client) => importFile(client, files[0]));
  return null;
}

/** Makes the clusters of a project's edits while somebody saves labels, then lets new ones join. */
export async function clusterInEngine(project: string, _folder: string): Promise<EngineClusters> {
  return withEngine(project, async (client) => {
    let isOver = false;
    const labels = saveLabels(client, () => isOver);
    const [startedAt, cpu] = [performance.now(), cpuSeconds()];
    await endOf(client, (await client.clusters.run({})).jobId);
    const seconds = (performance.now() - startedAt) / 1000;
    const used = cpuSeconds() - cpu;
    isOver = true;
    const labelMs = await labels;
    await importFile(client, newFile(project));
    const joiningFrom = performance.now();
    await endOf(client, (await client.clusters.run({})).jobId);
    const joiningSeconds = (performance.now() - joiningFrom) / 1000;
    const { current } = await client.clusters.state();
    return {
      changes: current?.changes ?? 0,
      clusters: current?.clusters ?? 0,
      seconds,
      cpuSeconds: used,
      joiningSeconds,
      labelMs,
    };
  });
}

function newFile(project: string): string {
  return join(dirname(project), 'new-edits.jsonl');
}

async function importFile(client: Client, path: string): Promise<void> {
  const mapping = ['external_id', 'output', 'edit', 'created_at'].map((target) => ({ target, path: target }));
  await endOf(client, (await client.imports.start({ path, mapping })).jobId);
}

const firstDay = Date.UTC(2026, 7, 3);

async function writeEdits(path: string, rows: number, seed: number): Promise<void> {
  const file = createWriteStream(path);
  let index = 0;
  let text = '';
  for (const { before, removed, added, after } of generateEdits(rows, seed)) {
    const row = {
      external_id: `${seed}-${index}`,
      output: `${before}${removed}${after}`,
      edit: `${before}${added}${after}`,
      // Ten weeks.
      created_at: new Date(firstDay + Math.floor((index / rows) * 70) * 86_400_000).toISOString(),
    };
    text += `${JSON.stringify(row)}\n`;
    index += 1;
    if (text.length < 1_000_000) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
}
