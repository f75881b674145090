import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

/** Runs a command with --json; a failure is its answer, too. */
async function flywheel(...args: readonly string[]): Promise<unknown> {
  const { stdout } = await runProgram(process.execPath, [launcher, ...args, '--json'], { environment });
  return JSON.parse(stdout);
}

const shown = z.object({
  queue: z.object({ name: z.string(), size: z.int() }),
  progress: z.object({ total: z.int(), done: z.int(), isAssigned: z.boolean() }).nullable(),
  items: z.array(z.object({ id: z.string(), output: z.string(), done: z.boolean() })),
  total: z.int(),
});

test('queue makes, shows, lists and deletes queues; gold says which answers are right', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const file = join(folder, 'rows.jsonl');
  const rows = [
    { output: 'kept', edit: 'kept', rating: 3 },
    { output: 'one two three', edit: 'one two four', rating: 1 },
    { output: 'other', edit: 'all new', rating: 2 },
    { output: 'unedited', rating: 5 },
  ];
  writeFileSync(file, rows.map((row) => JSON.stringify({ input: 'q', ...row })).join('\n'));
  await flywheel('init', project);
  await flywheel('import', project, file);

  const create = ['--create', '--order', 'largest_edit', '--where', 'rating<5', '--gold-every', '1'];
  const made = shown.parse(await flywheel('queue', project, 'Edits', ...create));
  expect(made).toMatchObject({ queue: { name: 'Edits', size: 3 }, progress: null, total: 3 });
  expect(made.items.map(({ output }) => output)).toEqual(['other', 'one two three', 'kept']);

  const [first] = made.items;
  await flywheel('label', project, first?.id ?? '', 'verdict=good', '--as', 'Ana');
  const own = shown.parse(await flywheel('queue', project, 'edits', '--annotator', 'Ana'));
  expect(own.progress).toMatchObject({ total: 3, done: 1, isAssigned: true });
  expect(own.items.map(({ done }) => done)).toEqual([true, false, false]);

  await flywheel('gold', project, first?.id ?? '', 'verdict=bad', '--as', 'Lea');
  expect(await flywheel('gold', project)).toMatchObject({
    items: [{ id: first?.id, answers: { verdict: 'bad' } }],
    accuracy: [{ annotator: 'Ana', question: 'verdict', answered: 1, right: 0 }],
  });
  const again = shown.parse(await flywheel('queue', project, 'Edits', '--refresh', '--annotator', 'Ana'));
  expect(again.items.map(({ output }) => output)).toEqual(['one two three', 'other', 'kept']);

  expect(await flywheel('queue', project)).toMatchObject({
    queues: [{ name: 'Edits', size: 2, progress: [{ annotator: 'Ana', total: 3, done: 1 }] }],
  });
  expect(await flywheel('queue', project, 'Edits', '--create')).toMatchObject({
    error: { code: 'QUEUE_EXISTS' },
  });
  expect(await flywheel('queue', project, 'x', '--create', '--order', 'best')).toMatchObject({
    error: { code: 'INPUT_INVALID' },
  });
  expect(await flywheel('check', project)).toMatchObject({ ok: true });
  await flywheel('queue', project, 'Edits', '--delete');
  expect(await flywheel('queue', project, 'Edits')).toMatchObject({ error: { code: 'QUEUE_NOT_FOUND' } });
}, 120_000);
