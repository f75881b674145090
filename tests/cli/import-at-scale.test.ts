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

function write(name: string, rows: readonly (object | string)[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `${rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')}\n`,
  );
  return path;
}

/** A trace as Langfuse's interface downloads it. */
const trace = {
  trace: { id: 't1', userId: 'u1', sessionId: 's1', timestamp: '2025-01-01T00:00:00Z' },
  observations: [
    {
      id: 'o1',
      traceId: 't1',
      type: 'GENERATION',
      startTime: '2025-01-01T00:00:00Z',
      model: 'm',
      input: JSON.stringify([{ role: 'user', content: 'Where is it?' }]),
      output: JSON.stringify({ role: 'assistant', content: 'On its way.' }),
    },
  ],
};

/** Nearly the same for every number. */
function mailAbout(parcel: number): string {
  return `Dear customer, your parcel number ${parcel} has left our warehouse and will be with you soon. Write to help@example.org.`;
}

const itemsSchema = z.object({ items: z.array(z.object({ id: z.string() })), total: z.int() });

async function itemsWhere(...clauses: readonly string[]): Promise<number> {
  const where = clauses.flatMap((clause) => ['--where', clause]);
  return itemsSchema.parse(await flywheel('items', project, ...where)).total;
}

test('inspect shows form, tool and first rows of a file without a project', async () => {
  const path = write('trace.json', [JSON.stringify(trace, null, 2)]);
  expect(await flywheel('inspect', path)).toMatchObject({
    shape: { format: 'json' },
    adapter: { id: 'langfuse' },
    brings: 'interactions',
    preview: { accepted: 1, rows: [{ input: 'Where is it?', output: 'On its way.' }] },
  });
});

test('edits of another file are joined on a key, with what did not join', async () => {
  const outputs = write('outputs.jsonl', [
    { id: 'a', call: 'c1', prompt: 'First?', response: 'One.' },
    { id: 'b', call: 'c2', prompt: 'Second?', response: 'Two.' },
  ]);
  const edits = write('edits.csv', ['call_id,final_text,editor', 'c1,One!,ana', 'c9,Nobody.,ben']);
  const joined = await flywheel('import', project, outputs, '--join', edits, '--on', 'call=call_id');
  expect(joined).toMatchObject({
    imported: 2,
    attached: 1,
    rejected: 1,
    files: [{ imported: 2 }, { attached: 1, rejected: 1, editsAdded: 1 }],
  });
  expect(await itemsWhere('edited=yes')).toBe(1);
  expect(await flywheel('rejects', project)).toMatchObject({
    total: 1,
    rejects: [{ reason: 'no_match', line: 3 }],
  });
  const more = write('more.jsonl', [{ id: 'c9', prompt: 'Third?', response: 'Three.' }]);
  await flywheel('import', project, more);
  // The join looked among the interactions of its own import only, and goes on doing so.
  expect(await flywheel('rejects', project, '--retry')).toMatchObject({
    sources: [{ tried: 1, attached: 0, rejected: 1 }],
  });
});

test('a trace and the scores of its tool are joined without being told how', async () => {
  const traces = write('trace.json', [JSON.stringify(trace, null, 2)]);
  const base = {
    traceId: 't1',
    source: 'ANNOTATION',
    authorUserId: 'ana',
    timestamp: '2025-01-02T00:00:00Z',
  };
  const scores = {
    data: [
      {
        ...base,
        id: 's1',
        observationId: 'o1',
        name: 'output',
        dataType: 'CORRECTION',
        value: 0,
        stringValue: 'Monday.',
      },
      { ...base, id: 's2', name: 'quality', dataType: 'NUMERIC', value: 0.5 },
    ],
    meta: { page: 1 },
  };
  const joined = await flywheel('import', project, traces, '--join', write('scores.json', [scores]));
  expect(joined).toMatchObject({
    imported: 1,
    attached: 2,
    rejected: 0,
    files: [{}, { editsAdded: 1, signalsAdded: 1 }],
  });
  const { items } = itemsSchema.parse(await flywheel('items', project));
  expect(await flywheel('show', project, items[0]?.id ?? '')).toMatchObject({
    externalId: 'o1',
    session: 's1',
    edits: [{ text: 'Monday.', annotator: 'ana' }],
    signals: expect.arrayContaining([expect.objectContaining({ name: 'quality', number: 0.5 })]) as unknown,
  });
});

test('a mapping file gives paths and transforms; rejects are tried again with another one', async () => {
  const rows = write('rows.jsonl', [
    { q: 'One?', a: 'Yes.', at: '18.08.2021 15:31', mark: 1 },
    { q: 'Two?', b: 'No.', at: '19.08.2021 09:00', mark: 0 },
  ]);
  const entries = [
    { target: 'input', path: 'q' },
    { target: 'output', path: 'a' },
    { target: 'created_at', path: 'at', transform: { kind: 'date', format: 'DD.MM.YYYY HH:mm' } },
    {
      target: 'rating',
      path: 'mark',
      transform: { kind: 'values', values: { '1': 'up', '0': 'down' }, otherwise: 'keep' },
    },
    { target: 'prompt_version', path: '', transform: { kind: 'constant', value: 'v7' } },
  ];
  const mapFile = join(folder, 'map.json');
  writeFileSync(mapFile, JSON.stringify(entries));
  const imported = await flywheel('import', project, rows, '--map-file', mapFile, '--no-guess');
  expect(imported).toMatchObject({ imported: 1, rejected: 1, unmapped: {} });
  expect(
    await itemsWhere('prompt_version=v7', 'created_at>=2021-08-18', 'created_at<2021-08-19', 'thumbs=1'),
  ).toBe(1);
  expect(await flywheel('rejects', project, '--retry', '--map', 'output=b')).toMatchObject({
    sources: [{ tried: 1, imported: 1, rejected: 0 }],
  });
  expect(await itemsWhere('prompt_version=v7')).toBe(2);
  expect(await flywheel('check', project)).toMatchObject({ problems: [] });
  writeFileSync(mapFile, '{"mapping": 1}');
  expect(await flywheel('import', project, rows, '--map-file', mapFile)).toMatchObject({
    error: { code: 'MAPPING_INVALID' },
  });
});

test('a dry run tells per field what would happen, and rejects are written to a file', async () => {
  const rows = write('rows.jsonl', [
    { input: 'x', output: 'y', rating: 3 },
    { input: 'x', output: 'z' },
    '{"broken',
  ]);
  expect(await flywheel('import', project, rows, '--dry-run')).toMatchObject({
    imported: 2,
    rejected: 1,
    source: null,
    targets: [
      { target: 'output', filled: 2, distinct: 2 },
      { target: 'input', filled: 2, distinct: 1 },
      { target: 'rating', filled: 1, empty: 1 },
    ],
  });
  await flywheel('import', project, rows);
  const out = join(folder, 'rejects.jsonl');
  expect(await flywheel('rejects', project, '--out', out)).toMatchObject({ rows: 1 });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    line: 3,
    reason: 'invalid_json',
    raw: '{"broken',
  });
});

test('users get pseudonyms, personal data is counted, near-duplicates are marked and none is dropped', async () => {
  const rows = write('rows.jsonl', [
    { id: '1', user: 'ana', input: 'Where is my parcel?', output: mailAbout(1) },
    { id: '2', user: 'ana', input: 'Where is my parcel?', output: mailAbout(2) },
    {
      id: '3',
      user: 'ben',
      input: 'May I return it?',
      output: 'Within thirty days, in its box, with the receipt.',
    },
  ]);
  const imported = await flywheel('import', project, rows, '--pseudonymise', '--scan-personal-data');
  expect(imported).toMatchObject({
    imported: 3,
    personalData: { affected: 2, kinds: [{ kind: 'email', findings: 2 }] },
  });
  expect(await itemsWhere('user=ana')).toBe(0);
  expect(await flywheel('near-duplicates', project)).toEqual({ groups: 1, interactions: 2 });
  expect(await itemsWhere('near_duplicate=yes')).toBe(2);
  expect(await itemsWhere('near_duplicate=no')).toBe(1);
  const { items } = itemsSchema.parse(await flywheel('items', project, '--where', 'near_duplicate=yes'));
  expect(await itemsWhere(`near_duplicate_of=${items[0]?.id ?? ''}`)).toBe(2);
  expect(await itemsWhere()).toBe(3);
});

test('a folder is one source', async () => {
  write('a.jsonl', [{ id: '1', input: 'x', output: 'y' }]);
  write('b.csv', ['id,input,output', '2,x,z']);
  expect(await flywheel('import', project, folder)).toMatchObject({ imported: 2, rejected: 0 });
  expect(await flywheel('sources', project)).toMatchObject({ sources: [{ imported: 2 }] });
});
