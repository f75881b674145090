import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function flywheel(...args: readonly string[]) {
  const result = await runProgram(process.execPath, [launcher, ...args], { environment });
  expect(result.code, result.stderr + result.stdout).toBe(0);
  return result.stdout;
}

test('audit works out signals first, and says in figures, text and documents what is logged', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const file = join(folder, 'rows.jsonl');
  const rows = Array.from({ length: 40 }, (_, index) => ({
    prompt: `Question ${index}`,
    output: `We utilize the report ${index}.`,
    ...(index < 30 ? { edit: `We use the report ${index}.` } : {}),
    surface: 'chat',
    browser: 'x',
  }));
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  await flywheel('init', project);
  expect(await flywheel('audit', project)).toContain('no interactions yet');
  await flywheel('import', project, file, '--json');

  const report = JSON.parse(await flywheel('audit', project, '--json'));
  expect(report).toMatchObject({
    interactions: 40,
    freshness: { measured: 40, total: 40, stale: 0, isOutdated: false },
    without: { session: 40, time: 40, promptVersion: 40 },
    rows: [{ surface: 'chat', interactions: 40, signals: { edited: { known: 30 } } }],
    unused: [{ name: 'browser', what: 'metadata', count: 40 }],
  });
  const text = await flywheel('audit', project);
  expect(text).toMatch(/Edited\s+30\s+75 %/);
  expect(text).toMatch(/Fine-tuning\s+blocked\s+Edits or labels: 30 interactions/);

  expect(await flywheel('audit', project, '--md')).toContain('# Data audit of');
  const out = join(folder, 'audit.html');
  expect(await flywheel('audit', project, '--html', '--out', out)).toContain('Written to');
  expect(readFileSync(out, 'utf8')).toContain('<!doctype html>');
}, 60_000);
