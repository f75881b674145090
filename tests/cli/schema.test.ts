import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

let folder = '';
let project = '';

beforeEach(async () => {
  folder = useTempFolder();
  project = join(folder, 'p.flywheel');
  await flywheel('init', project);
});

/** Runs a command with --json; a failure is its answer, too. */
async function flywheel(...args: readonly string[]): Promise<unknown> {
  const { stdout } = await runProgram(process.execPath, [launcher, ...args, '--json'], { environment });
  return JSON.parse(stdout);
}

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const answer = z.object({
  schema: z.object({ version: z.int(), name: z.string() }),
  usage: z.array(z.unknown()),
  changes: z.array(z.object({ text: z.string(), labels: z.int() })),
  exported: z.string().optional(),
});

test('schema shows the questions, saves a built-in one, and writes and reads files', async () => {
  expect(answer.parse(await flywheel('schema', project))).toMatchObject({
    schema: { version: 1, name: 'Review' },
    changes: [],
  });
  const file = join(folder, 'schema.json');
  const built = answer.parse(
    await flywheel('schema', project, '--builtin', 'translation', '--as', 'Ada', '--export', file),
  );
  expect(built).toMatchObject({ schema: { version: 2, name: 'Translation' }, exported: file });
  expect(built.changes.map(({ text }) => text)).toContain('“Rating” is no longer asked.');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 2, name: 'Translation' });
  // The same again is no new version.
  expect(answer.parse(await flywheel('schema', project, '--import', file, '--as', 'Ada'))).toMatchObject({
    schema: { version: 2 },
    changes: [],
  });
});

test('schema keeps labels, counts them, and takes labels of the new questions', async () => {
  const rows = write('rows.json', [{ input: 'Where is it?', output: 'On its way.' }]);
  await flywheel('import', project, rows);
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse(await flywheel('items', project));
  const id = items[0]?.id ?? '';
  await flywheel('label', project, id, 'rating=4', '--as', 'Ada');
  const path = write('mine.json', {
    name: 'Mine',
    questions: [{ id: 'kept', name: 'Kept', kind: 'yes_no' }],
  });
  const saved = answer.parse(await flywheel('schema', project, '--import', path, '--as', 'Ada'));
  expect(saved.changes).toContainEqual(
    expect.objectContaining({ text: '“Rating” is no longer asked. Its 1 label stays.', labels: 1 }),
  );
  expect(saved.usage).toEqual([{ question: 'rating', labels: 1, answers: [{ value: 4, labels: 1 }] }]);
  await flywheel('label', project, id, 'kept=yes', '--as', 'Ada');
  expect(await flywheel('show', project, id)).toMatchObject({
    labels: [
      { question: 'kept', value: true },
      { question: 'rating', value: 4 },
    ],
  });
});

test('schema says what is wrong, and then changes nothing', async () => {
  const wrong = write('wrong.json', {
    name: 'Wrong',
    questions: [{ id: 'kept', name: 'Kept', kind: 'yes_no', key: 'j' }],
  });
  const { error } = z
    .object({ error: z.object({ code: z.string(), message: z.string() }) })
    .parse(await flywheel('schema', project, '--import', wrong));
  expect(error).toMatchObject({ code: 'SCHEMA_INVALID' });
  expect(error.message).toContain('belongs to the review screen');
  expect(await flywheel('schema', project, '--builtin', 'nothing')).toMatchObject({
    error: { code: 'INPUT_INVALID', message: expect.stringContaining('support-replies') },
  });
  expect(await flywheel('schema', project, '--import', join(folder, 'none.json'))).toMatchObject({
    error: { code: 'FILE_NOT_FOUND' },
  });
  expect(answer.parse(await flywheel('schema', project)).schema.version).toBe(1);
});
