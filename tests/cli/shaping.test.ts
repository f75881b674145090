import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestSchema } from '../../shared/contract/export-operations.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function flywheel(...args: readonly string[]) {
  return runProgram(process.execPath, [launcher, ...args], { environment });
}

const rows = Array.from({ length: 40 }, (_, index) => ({
  id: `r${index}`,
  input: `Question ${index % 20}`,
  output: ` Answer ${index} `,
  rating: index < 20 ? 5 : 1,
  model: index % 4 === 0 ? 'small' : 'large',
}));

test('export pairs, cleans, limits and balances by flags, and shows the funnel', async () => {
  const folder = useTempFolder();
  const [project, file, out] = [
    join(folder, 'p.flywheel'),
    join(folder, 'rows.jsonl'),
    join(folder, 'out.jsonl'),
  ];
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  await flywheel('init', project);
  await flywheel('import', project, file);
  const command = ['export', project, '--format', 'trl-reward', '--out', out, '--pairs', 'rating'];
  const flags = ['--trim', '--system', 'Be brief.', '--most-rows', '16', '--balance', 'model:2'];

  const shown = await flywheel(...command, ...flags);
  expect(shown.code).toBe(0);
  const columns = shown.stdout.split('\n').map((line) => line.trim().split(/\s{2,}/u));
  expect(columns).toContainEqual(['selected', '40']);
  expect(columns).toContainEqual(['-20', 'other_output_stands']);
  expect(columns).toContainEqual(['-4', 'over_total_limit']);
  expect(columns).toContainEqual(['written', '12']);

  const answer = await flywheel(...command, ...flags, '--json');
  const manifest = manifestSchema.parse(JSON.parse(answer.stdout));
  expect(manifest.funnel?.map(({ step, rows: left }) => [step, left])).toEqual([
    ['selected', 40],
    ['paired', 20],
    ['cleaned', 20],
    ['valid', 20],
    ['limited', 16],
    ['balanced', 12],
    ['written', 12],
  ]);
  expect(JSON.parse(readFileSync(out, 'utf8').split('\n', 1)[0] ?? '')).toEqual({
    chosen: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Question 0' },
      { role: 'assistant', content: 'Answer 0' },
    ],
    rejected: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Question 0' },
      { role: 'assistant', content: 'Answer 20' },
    ],
    margin: 4,
  });

  const refused = await flywheel(
    'export',
    project,
    '--format',
    'trl-kto',
    '--out',
    out,
    '--pairs',
    'contrast',
  );
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('It takes: edit, rating, outcome');
});
