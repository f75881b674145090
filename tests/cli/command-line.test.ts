/* oxlint-disable typescript/no-unsafe-type-assertion -- what the command line prints is what is tested */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { runProgram, startProgram, type ProgramResult, type RunningProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const built = join(import.meta.dirname, '../../dist/main/cli.js');

/** Node versions to start the launcher with: the one that runs the tests, and the machine's own where there is one. */
const machineNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path)) ?? null;

const dataFolder = makeTempFolder();
const environment = { ...process.env, FLYWHEEL_DATA: dataFolder };

async function flywheel(args: readonly string[], node = process.execPath): Promise<ProgramResult> {
  return runProgram(node, [launcher, ...args], { environment });
}

async function flywheelJson<T>(args: readonly string[], node = process.execPath): Promise<T> {
  const { code, stdout, stderr } = await flywheel([...args, '--json'], node);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as T;
}

beforeAll(() => {
  if (!existsSync(built)) throw new Error('The command line is not built. Run "npm run build" first.');
});

describe.each([
  ['the Node of the tests', process.execPath],
  [`the machine's own Node${machineNode === null ? ' (there is none here)' : ''}`, machineNode],
])('the whole way, started with %s', (_name, node) => {
  test.skipIf(node === null)('init, import, items, label, show, export, check, backup', async () => {
    const folder = useTempFolder();
    const starter = node ?? '';
    const project = join(folder, 'p.flywheel');
    const file = join(folder, 'rows.jsonl');
    const rows = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({
        id: `r${i}`,
        session: `s${i % 8}`,
        question: `Where is order ${i}?`,
        answer: `Order ${i} is late.`,
        fixed: `Order ${i} arrives on day ${i}.`,
      }),
    );
    writeFileSync(file, [...rows, '{"broken":', ''].join('\n'));

    expect(await flywheelJson(['init', project], starter)).toMatchObject({
      path: project,
      name: 'p',
      readOnly: false,
    });

    const map = ['--map', 'input=question', '--map', 'output=answer', '--map', 'edit=fixed'];
    const dry = await flywheelJson(['import', project, file, ...map, '--dry-run'], starter);
    expect(dry).toMatchObject({ read: 41, imported: 40, rejected: 1, source: null });
    expect(await flywheelJson(['items', project], starter)).toEqual({ items: [], total: 0 });

    const imported = await flywheelJson<Record<string, unknown>>(['import', project, file, ...map], starter);
    expect(imported).toMatchObject({ read: 41, imported: 40, duplicates: 0, rejected: 1 });
    expect(Object.keys(imported)).toEqual(
      expect.arrayContaining([
        'source',
        'read',
        'imported',
        'duplicates',
        'rejected',
        'seconds',
        'rows_per_second',
      ]),
    );
    expect(await flywheelJson(['import', project, file, ...map], starter)).toMatchObject({
      imported: 0,
      duplicates: 40,
    });

    const page = await flywheelJson<{ items: { id: string }[]; total: number }>(
      ['items', project, '--limit', '3'],
      starter,
    );
    expect(page.total).toBe(40);
    expect(page.items).toHaveLength(3);
    const id = page.items[0]?.id ?? '';

    expect(
      await flywheelJson(['label', project, id, 'verdict=good', 'rating=4', '--as', 'Ann'], starter),
    ).toMatchObject({
      id,
      labels: expect.arrayContaining([
        expect.objectContaining({ question: 'rating', value: 4, annotator: 'Ann' }),
      ]) as unknown,
    });
    expect(await flywheelJson(['show', project, id], starter)).toMatchObject({
      id,
      output: 'Order 0 is late.',
      edits: [{ text: 'Order 0 arrives on day 0.' }],
    });
    expect(await flywheelJson(['items', project, '--where', 'label.verdict=good'], starter)).toMatchObject({
      total: 1,
    });
    expect(await flywheelJson(['stats', project], starter)).toMatchObject({
      interactions: 40,
      edits: 40,
      labelled: 1,
    });

    const out = join(folder, 'set.jsonl');
    const args = ['export', project, '--format', 'openai-chat', '--out', out, '--split', '0.25'];
    await flywheelJson(args, starter);
    const first = readFileSync(out, 'utf8');
    const validation = readFileSync(join(folder, 'set.validation.jsonl'), 'utf8');
    const lines = [...first.trim().split('\n'), ...validation.trim().split('\n')];
    expect(lines).toHaveLength(40);
    expect(JSON.parse(lines[0] ?? '')).toHaveProperty('messages');
    expect(existsSync(join(folder, 'set.manifest.json'))).toBe(true);
    await flywheelJson(args, starter);
    expect(readFileSync(out, 'utf8')).toBe(first);

    expect(await flywheelJson(['check', project], starter)).toMatchObject({ ok: true });
    const copy = join(folder, 'copy.flywheel');
    await flywheelJson(['backup', project, copy], starter);
    expect(await flywheelJson(['items', copy], starter)).toMatchObject({ total: 40 });
    const { sources } = await flywheelJson<{ sources: unknown[] }>(['sources', project], starter);
    expect(sources).toHaveLength(2);
  });
});

describe('exit codes', () => {
  test('2 for a command line that cannot be meant', async () => {
    const folder = useTempFolder();
    const project = join(folder, 'p.flywheel');
    for (const args of [
      ['nonsense'],
      ['items'],
      ['items', project, '--limit', 'many'],
      ['import', project, 'x.jsonl', '--map', 'output'],
      ['items', project, '--where', 'nothing=1'],
      ['export', project, '--format', 'word', '--out', 'x'],
    ]) {
      expect((await flywheel(args)).code, args.join(' ')).toBe(2);
    }
  });

  test('1 with one sentence, or one JSON value, for a failure', async () => {
    const folder = useTempFolder();
    const missing = join(folder, 'missing.flywheel');
    const text = await flywheel(['items', missing]);
    expect(text).toMatchObject({ code: 1, stdout: '' });
    expect(text.stderr.trim().split('\n')).toHaveLength(1);
    const json = await flywheel(['items', missing, '--json']);
    expect(json).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'PROJECT_NOT_FOUND' } });
  });

  test('one JSON value also for a command line that cannot be meant', async () => {
    const project = join(useTempFolder(), 'p.flywheel');
    for (const args of [
      ['import', '--json'],
      ['items', project, '--limit', 'many', '--json'],
      ['nonsense', '--json'],
      ['show', project, 'no-id', '--json'],
      ['label', project, '01a207bf-81a5-7000-9f36-9135ec2f7dbb', 'verdict=good', '--as', ' ', '--json'],
    ]) {
      const { code, stdout, stderr } = await flywheel(args);
      expect({ code, stderr }, args.join(' ')).toEqual({ code: 2, stderr: '' });
      expect(JSON.parse(stdout), args.join(' ')).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    }
  });

  test('0 and no complaint where the reader closes the pipe early', async () => {
    const output = 'A long answer. '.repeat(20);
    const { project } = await projectOf(
      Array.from({ length: 600 }, (_, i) => ({ output: `${i} ${output}` })),
    );
    const list = [launcher, 'items', project, '--limit', '600', '--json'];
    const running = startProgram(process.execPath, list, { environment });
    running.child.stdout?.once('data', () => running.child.stdout?.destroy());
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('0 for help and version', async () => {
    expect(await flywheel(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
    const help = await flywheel(['export', '--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('--format');
  });
});

describe('what a person reads', () => {
  test('a dry run lists what goes where; without an output the columns are named', async () => {
    const { folder, project } = await projectOf([{ output: 'An answer.', fix: 'The answer.' }]);
    const file = join(folder, 'more.jsonl');
    writeFileSync(file, '{"output":"Another answer."}');
    expect((await flywheel(['import', project, file, '--dry-run'])).stdout).toContain('  output <- output');
    writeFileSync(file, '{"response1":"One.","response2":"Two."}');
    const { code, stderr } = await flywheel(['import', project, file]);
    expect(code).toBe(1);
    expect(stderr).toContain('--map output=COLUMN; there are response1, response2.');
  });

  test('a failure mode by its name; of several answers all are stored or none', async () => {
    const { project, id } = await projectOf([{ output: 'An answer.', edit: 'The answer.' }]);
    const refused = await flywheel(['label', project, id, 'verdict=good', 'rating=9', '--as', 'Ann']);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('1 to 5') as string });
    expect(await flywheelJson(['items', project, '--where', 'labelled=yes'])).toMatchObject({ total: 0 });
    const given = await flywheel(['label', project, id, 'failure_mode=Too long', '--as', 'Ann']);
    expect(given.stdout).toBe('failure_mode = Too long\n');
    expect((await flywheel(['show', project, id])).stdout).toContain('failure_mode = Too long (Ann)');
  });
});

/** A project that holds the rows, and the id of its first interaction. */
async function projectOf(rows: readonly object[]): Promise<{ folder: string; project: string; id: string }> {
  const folder = useTempFolder();
  const project = join(folder, 'p.flywheel');
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  await flywheelJson(['init', project]);
  await flywheelJson(['import', project, file]);
  const { items } = await flywheelJson<{ items: { id: string }[] }>(['items', project]);
  return { folder, project, id: items[0]?.id ?? '' };
}

describe('diff', () => {
  test('shows words and tells changes as JSON', async () => {
    const folder = useTempFolder();
    writeFileSync(join(folder, 'a'), 'hello brave new world');
    writeFileSync(join(folder, 'b'), 'hello old world');
    const args = ['diff', join(folder, 'a'), join(folder, 'b')];
    expect((await flywheel(args)).stdout).toBe('hello [-brave new-]{+old+} world\n\n1 change\n');
    expect(await flywheelJson(args)).toMatchObject({ changes: [{ removed: 'brave new', added: 'old' }] });
  });

  test('never sends control characters of a file to the terminal', async () => {
    const folder = useTempFolder();
    writeFileSync(join(folder, 'a'), 'same \u001b[2J\u0007 text');
    writeFileSync(join(folder, 'b'), 'same \u001b[2J\u0007 words');
    const { stdout } = await flywheel(['diff', join(folder, 'a'), join(folder, 'b')]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('{+words+}');
  });
});

describe('interrupts', () => {
  test('Ctrl+C cancels an import cleanly and says so', async () => {
    const folder = useTempFolder();
    const project = join(folder, 'p.flywheel');
    await flywheelJson(['init', project]);
    const file = join(folder, 'rows.jsonl');
    const row = `${JSON.stringify({ input: 'q', output: 'a'.repeat(600) })}\n`;
    writeFileSync(file, Array.from({ length: 150_000 }, (_, i) => row.replace('"q"', `"q${i}"`)).join(''));
    const running = startProgram(process.execPath, [launcher, 'import', project, file, '--json'], {
      environment,
      ownGroup: true,
    });
    // The lock appears when the project is open; a little later rows are being written.
    await expect.poll(() => existsSync(`${project}.lock`), { timeout: 20_000 }).toBe(true);
    await setTimeout(400);
    // As a terminal does: to the launcher and to the program that it started.
    process.kill(-(running.child.pid ?? 0), 'SIGINT');
    const { code, stdout } = await running.ended;
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'JOB_CANCELLED' } });
    expect(code).toBe(130);
    expect(await flywheelJson(['check', project])).toMatchObject({ ok: true });
    expect(await flywheelJson(['items', project])).toMatchObject({ total: 0 });
  });
});

function serveArgs(project: string): string[] {
  return [launcher, 'serve', project, '--json'];
}

async function address(running: RunningProgram): Promise<URL> {
  return new URL((JSON.parse(await running.line(/address/)) as { address: string }).address);
}

async function answers(url: URL): Promise<boolean> {
  return fetch(new URL('/', url)).then(
    (response) => response.ok,
    () => false,
  );
}

describe('serve', () => {
  test('prints its address, answers, and ends on SIGTERM with nothing left behind', async () => {
    const project = join(useTempFolder(), 'p.flywheel');
    await flywheelJson(['init', project]);
    const running = startProgram(process.execPath, serveArgs(project), { environment });
    const url = await address(running);
    expect(url.hostname).toBe('127.0.0.1');
    expect(await answers(url)).toBe(true);
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    expect(await answers(url)).toBe(false);
    expect(existsSync(`${project}.lock`)).toBe(false);
  });

  test('ends when the program that started it is killed', async () => {
    const project = join(useTempFolder(), 'p.flywheel');
    await flywheelJson(['init', project]);
    const running = startProgram(process.execPath, serveArgs(project), { environment });
    const url = await address(running);
    running.child.kill('SIGKILL');
    await running.ended;
    await expect.poll(async () => answers(url), { timeout: 10_000 }).toBe(false);
  });

  test('says why it cannot', async () => {
    const missing = join(useTempFolder(), 'missing.flywheel');
    const { code, stdout } = await runProgram(process.execPath, serveArgs(missing), { environment });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'PROJECT_NOT_FOUND' } });
  });
});
