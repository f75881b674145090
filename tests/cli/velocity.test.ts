import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { velocityReportSchema } from '../../shared/contract/velocity-operations.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function flywheel(...args: readonly string[]) {
  return runProgram(process.execPath, [launcher, ...args], { environment });
}

/** Six weeks of thirty interactions, ever fewer of which are edited; version v2 and another channel come in the middle. */
function rows(): object[] {
  return Array.from({ length: 6 * 30 }, (_, index) => {
    const [week, place] = [Math.floor(index / 30), index % 30];
    const day = new Date(Date.UTC(2026, 5, 1 + 7 * week, 12)).toISOString();
    const isEdited = place < 25 - 4 * week;
    return {
      id: `r${index}`,
      prompt: `Question ${index}`,
      output: `The answer is ${index}.`,
      edit: isEdited ? `The answer is number ${index}.` : `The answer is ${index}.`,
      created_at: day,
      user: place % 2 === 0 ? 'ada' : 'ben',
      prompt_version: week < 3 ? 'v1' : 'v2',
      channel: place % 3 === 0 ? 'mail' : 'chat',
    };
  });
}

test('velocity tells trends, breaks them down, compares, filters and writes documents', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const file = join(folder, 'rows.jsonl');
  writeFileSync(
    file,
    rows()
      .map((row) => JSON.stringify(row))
      .join('\n'),
  );
  await flywheel('init', project);
  await flywheel('import', project, file, '--json');

  const report = velocityReportSchema.parse(
    JSON.parse((await flywheel('velocity', project, '--by', 'user', '--json')).stdout),
  );
  expect(report).toMatchObject({ interactions: 180, openWeek: null });
  expect(report.freshness).toMatchObject({ measured: 180, total: 180, stale: 0 });
  const edited = report.metrics.find(({ id }) => id === 'edited');
  expect(edited?.weeks.map(({ yes }) => yes)).toEqual([25, 21, 17, 13, 9, 5]);
  expect(edited?.trend).toMatchObject({ direction: 'falling', verdict: 'better' });
  expect(edited?.groups.map(({ value, overall }) => [value, overall.n, overall.yes])).toEqual([
    ['ada', 90, 48],
    ['ben', 90, 42],
  ]);

  const table = await flywheel('velocity', project, '--from', '2026-W24', '--only', 'prompt_version=v2');
  expect(table.stdout).toContain('90 interactions over 5 weeks');
  const compared = await flywheel('velocity', project, '--compare', 'prompt_version:v1,v2');
  expect(compared.stdout).toMatch(/Edited outputs +70\.0 % .*n 90 +30\.0 % .*−40\.0 points .*better/u);

  const page = join(folder, 'velocity.html');
  await flywheel('velocity', project, '--html', '--by', 'prompt_version', '--out', page);
  expect(existsSync(page) && readFileSync(page, 'utf8')).toContain('Edited outputs by prompt version');
  const digest = await flywheel('velocity', project, '--digest', 'latest');
  expect(digest.stdout).toContain('# Velocity digest 2026-W28 of p');
}, 60_000);

test('velocity says what is wrong with its options', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  await flywheel('init', project);
  const empty = await flywheel('velocity', project);
  expect(empty.stdout).toContain('Import a log');
  for (const options of [
    ['--only', 'channel=x'],
    ['--compare', 'model:a'],
    ['--compare', 'model:a,b', '--html'],
  ])
    expect((await flywheel('velocity', project, ...options)).code).toBe(2);
  const week = await flywheel('velocity', project, '--from', '2026-W60', '--json');
  expect(JSON.parse(week.stdout)).toMatchObject({ error: { code: 'INPUT_INVALID' } });
}, 60_000);
