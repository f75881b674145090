import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function flywheel(...args: readonly string[]) {
  return runProgram(process.execPath, [launcher, ...args], { environment });
}

function row(day: number, index: number, isFormal: boolean) {
  return {
    id: `${day}-${index}`,
    prompt: `Question ${day}-${index}`,
    output: `We utilize the report ${index} for this.`,
    edit: `We ${isFormal ? 'use' : 'utilize'} the report ${index} for this.`,
    created_at: `2026-09-${String(day).padStart(2, '0')}T12:00:00Z`,
  };
}

test('weekly says what became of every failure mode, as figures, Markdown or HTML', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const file = join(folder, 'rows.jsonl');
  const weeks = [2, 9, 16, 23];
  const rows = weeks.flatMap((day) =>
    Array.from({ length: 40 }, (_, index) => row(day, index, index < (day === 23 ? 25 : 5))),
  );
  writeFileSync(file, rows.map((one) => JSON.stringify(one)).join('\n'));
  await flywheel('init', project);
  const { stdout: imported } = await flywheel('import', project, file, '--json');
  expect(JSON.parse(imported)).toMatchObject({ imported: 160 });
  await flywheel('cluster', project, '--json');

  const { stdout } = await flywheel('weekly', project, '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    week: '2026-W39',
    totals: { interactions: 40, lastWeek: 40, before: 120 },
    rows: [{ state: 'growing', subject: { kind: 'cluster' }, thisWeek: { interactions: 25, of: 40 } }],
  });
  const markdown = await flywheel('weekly', project, '--week', '2026-W39', '--md');
  expect(markdown.stdout).toContain('# Weekly review 2026-W39 of p');
  expect(markdown.stdout).toContain('~~utilize~~**use**');
  const html = await flywheel('weekly', project, '--html');
  expect(html.stdout).toContain('<del>utilize</del><ins>use</ins>');

  const wrong = await flywheel('weekly', project, '--week', '2026-W60', '--json');
  expect(JSON.parse(wrong.stdout)).toMatchObject({ error: { code: 'INPUT_INVALID' } });
});

test('weekly says what is missing where no interaction has a time', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, JSON.stringify({ prompt: 'q', output: 'a', edit: 'b' }));
  await flywheel('init', project);
  await flywheel('import', project, file);
  const answer = await flywheel('weekly', project);
  expect(answer.stderr).toContain('No interaction of the project has a time');
});
