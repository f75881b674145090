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

const found = z.object({ total: z.int(), items: z.array(z.object({ id: z.string() })) });

test('labels on parts of outputs are imported, found, given, taken back, and compared', async () => {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const rows = join(folder, 'rows.json');
  const edits = [{ originalText: 'silent hymn', editedText: 'song', categorization: 'Cliche' }];
  writeFileSync(
    rows,
    JSON.stringify([
      { id: 'a1', editor: 'Ada', ai_output: 'A silent hymn of dust.', human_edits: edits },
      { id: 'a2', editor: 'Ada', ai_output: 'Plain words.', human_edits: [] },
    ]),
  );
  await flywheel('init', project);
  expect(await flywheel('import', project, rows)).toMatchObject({ imported: 2 });
  const { total, items } = found.parse(await flywheel('search', project, 'span.failure_mode:cliche'));
  expect(total).toBe(1);
  const id = items[0]?.id ?? '';
  const label = async (...args: readonly string[]) =>
    flywheel('label', project, id, '--as', 'Ben', '--span', ...args);
  expect(await label('0-13', '--failure-mode', 'CLICHE', '--severity', 'Major', '--note', 'worn')).toEqual({
    id,
    spans: [
      expect.objectContaining({
        start: 0,
        end: 13,
        quote: 'A silent hymn',
        added: null,
        failureModeName: 'Cliche',
        severity: 'major',
        note: 'worn',
        origin: 'app',
      }),
    ],
  });
  expect(await flywheel('show', project, id)).toMatchObject({
    labels: [],
    spans: [
      { quote: 'A silent hymn', annotator: 'Ben' },
      { quote: 'silent hymn', added: 'song', category: 'Cliche', annotator: 'Ada', origin: 'import' },
    ],
  });
  expect(await flywheel('search', project, 'severity>=major labelled:no')).toMatchObject({ total: 1 });
  const pair = { pair: ['Ada', 'Ben'], items: 1, spans: [1, 1], text: 22 / 24 };
  expect(await flywheel('agreement', project, '--spans')).toMatchObject({
    items: 1,
    spans: 2,
    pairs: [{ ...pair, marked: { exact: 0, overlapping: 1 }, named: { exact: 0, overlapping: 1 } }],
  });
  expect(await label('0-13', '--clear')).toEqual({ id, spans: [] });
  expect(await flywheel('history', project, id)).toMatchObject({
    history: [
      { what: 'span', description: '“A silent hymn”: not set → Cliche, major, “worn”' },
      { what: 'span', description: '“A silent hymn”: Cliche, major, “worn” → not set' },
    ],
  });
  expect(await flywheel('stats', project)).toMatchObject({ labels: 0, spanLabels: 1, labelled: 0 });
  expect(await flywheel('check', project)).toMatchObject({ ok: true });

  for (const [args, code] of [
    [['0-99', '--severity', 'minor'], 'SPAN_INVALID'],
    [['0-9'], 'INPUT_INVALID'],
    [['nine', '--severity', 'minor'], 'INPUT_INVALID'],
    [['0-9', '--severity', 'bad'], 'INPUT_INVALID'],
    [['0-9', '--severity', 'minor', '--clear'], 'INPUT_INVALID'],
  ] as const)
    expect(await label(...args)).toMatchObject({ error: { code } });
  expect(await flywheel('label', project, id, '--as', 'Ben')).toMatchObject({
    error: { code: 'INPUT_INVALID' },
  });
  expect(await flywheel('agreement', project)).toMatchObject({ error: { code: 'INPUT_INVALID' } });
}, 120_000);
