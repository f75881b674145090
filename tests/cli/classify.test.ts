import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function run(...args: readonly string[]): Promise<string> {
  return (await runProgram(process.execPath, [launcher, ...args], { environment })).stdout;
}

/** Runs a command with --json; a failure is its answer, too. */
async function flywheel(...args: readonly string[]): Promise<unknown> {
  return JSON.parse(await run(...args, '--json'));
}

const topics = ['invoice', 'garden', 'meeting', 'holiday', 'contract', 'kitchen', 'survey', 'budget'];

/** Outputs with one change each: a long word that was made short, or a greeting that was taken out. */
function rows(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const topic = topics[(from + index) % topics.length] ?? '';
    const rest = `the plan of the ${topic} number ${from + index}.`;
    return index % 2 === 0
      ? { id: `w${from + index}`, output: `We utilize ${rest}`, edit: `We use ${rest}` }
      : { id: `g${from + index}`, output: `Dear Sir or Madam, read ${rest}`, edit: `Read ${rest}` };
  });
}

const classified = z.object({
  read: z.int(),
  rejected: z.int(),
  changes: z.int(),
  is_cut: z.boolean(),
  items: z.array(
    z.object({
      line: z.int(),
      external_id: z.string(),
      changes: z.array(
        z.object({
          removed: z.string(),
          failure_mode: z.object({ name: z.string() }).nullable(),
          how: z.enum(['cluster', 'near']).nullable(),
          cluster: z.object({ name: z.string() }).nullable(),
          score: z.number(),
        }),
      ),
    }),
  ),
});

test('classify says where each change of new rows belongs, and stores nothing', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const write = (name: string, value: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  const fresh = write('new.json', [
    ...rows(1000, 4),
    { id: 'same', output: 'Nothing to do.', edit: 'Nothing to do.' },
    { id: 'odd', output: 'It rained 12 days.', edit: 'It rained 47 days.' },
  ]);
  await flywheel('init', project);
  expect(await flywheel('classify', project, fresh)).toMatchObject({ error: { code: 'RUN_NOT_FOUND' } });

  await flywheel('import', project, write('old.json', rows(0, 60)));
  expect(await flywheel('cluster', project)).toMatchObject({ changes: 60 });
  const unnamed = classified.parse(await flywheel('classify', project, fresh));
  expect(unnamed).toMatchObject({ read: 6, rejected: 0, changes: 5, is_cut: false });
  expect(unnamed.items.map(({ external_id: externalId }) => externalId)).toEqual([
    'w1000',
    'g1001',
    'w1002',
    'g1003',
    'odd',
  ]);
  const clusterOf = (index: number) => unnamed.items[index]?.changes[0]?.cluster?.name;
  expect(clusterOf(0)).toBeDefined();
  expect(clusterOf(1)).toBeDefined();
  expect(clusterOf(0)).not.toBe(clusterOf(1));
  expect(clusterOf(2)).toBe(clusterOf(0));
  expect(clusterOf(4)).toBeUndefined();

  const labelled = rows(500, 8)
    .filter((_, index) => index % 2 === 0)
    .map(({ id, output, edit }) => ({
      id,
      editor: 'Ada',
      ai_output: output,
      human_edit: edit,
      human_edits: [{ originalText: 'utilize', editedText: 'use', categorization: 'Long words' }],
    }));
  await flywheel('import', project, write('labelled.json', labelled));
  await flywheel('cluster', project);
  const named = classified.parse(await flywheel('classify', project, fresh));
  expect(named.items.map(({ changes }) => changes[0]?.failure_mode?.name ?? null)).toEqual([
    'Long words',
    null,
    'Long words',
    null,
    null,
  ]);
  expect(named.items[0]?.changes[0]).toMatchObject({ removed: 'utilize', how: 'near' });
  expect(await run('classify', project, fresh, '--rows', '2')).toContain('Long words (nearest)');

  const read = z.object({ total: z.int() }).parse(await flywheel('search', project, ''));
  expect(read.total).toBe(64);
  expect(await flywheel('classify', project, join(folder, 'none.json'))).toMatchObject({
    error: { code: 'FILE_NOT_FOUND' },
  });
});
