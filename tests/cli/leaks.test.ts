import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestSchema } from '../../shared/contract/export-operations.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function flywheel(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; json: unknown }> {
  const { stdout, code } = await runProgram(process.execPath, [launcher, ...args, '--json'], { environment });
  return { code, json: JSON.parse(stdout) };
}

test('export leaves out repeats and what is in an eval set, and holds a test part out', async () => {
  const folder = useTempFolder();
  const [project, rowsFile, evalFile] = [
    join(folder, 'p.flywheel'),
    join(folder, 'rows.jsonl'),
    join(folder, 'eval.txt'),
  ];
  const long = 'the answer to this question is longer than most of the others and says a lot about it';
  const rows = [
    ...Array.from({ length: 60 }, (_, index) => ({
      input: `question ${'x'.repeat(index)}`,
      output: `a ${index}`,
      edit: `b ${index}`,
    })),
    { input: 'question x', output: 'a', edit: ' b\t1 ' },
    { input: 'near', output: 'a', edit: long },
    { input: 'near', output: 'another', edit: `${long} too` },
    { input: 'How many moons does the planet Saturn have in all?', output: 'a', edit: 'b' },
  ];
  writeFileSync(rowsFile, rows.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(evalFile, 'how many moons does the planet saturn have, in all\n');
  await flywheel('init', project);
  await flywheel('import', project, rowsFile);
  const out = join(folder, 'out.jsonl');
  const options = [
    '--unique',
    '--near',
    '0.8',
    '--not-in',
    evalFile,
    '--split',
    '0.2',
    '--test',
    '0.2',
    '--keep-near-duplicates',
  ];
  const done = await flywheel(
    'export',
    project,
    '--format',
    'trl-prompt-completion',
    ...options,
    '--out',
    out,
  );
  expect(done.code).toBe(0);

  const manifest = manifestSchema.parse(done.json);
  expect(manifest.recipe).toMatchObject({
    stable: true,
    test: 0.2,
    decontaminate: { path: evalFile, words: 13 },
  });
  expect(manifest.files.map(({ name, role }) => [name, role])).toEqual([
    ['out.jsonl', 'training'],
    ['out.validation.jsonl', 'validation'],
    ['out.test.jsonl', 'test'],
  ]);
  for (const { name, rows: count } of manifest.files)
    expect(readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')).toHaveLength(count);
  expect(manifest.counts).toMatchObject({ matching: 64, exported: 61 });
  expect(manifest.reports?.duplicates).toMatchObject({ exact: 1, near: 1 });
  expect(manifest.reports?.decontamination).toMatchObject({
    file: 'eval.txt',
    texts: 1,
    rows: 1,
    examples: [{ words: 'how many moons does the planet saturn have in all', line: 1 }],
  });

  const refused = await flywheel(
    'export',
    project,
    '--format',
    'openai-chat',
    '--not-in',
    join(folder, 'none'),
    '--out',
    out,
  );
  expect(refused).toMatchObject({ json: { error: { code: 'FILE_NOT_FOUND' } } });
  const nothing = await flywheel(
    'export',
    project,
    '--format',
    'openai-chat',
    '--split',
    '0.6',
    '--test',
    '0.4',
    '--out',
    out,
  );
  expect(nothing).toMatchObject({ json: { error: { code: 'INPUT_INVALID' } } });
});
