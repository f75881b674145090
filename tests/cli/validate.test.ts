import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { fileReportSchema, type FileReport } from '../../shared/contract/export-operations.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

let folder = '';

beforeEach(() => {
  folder = useTempFolder();
});

async function flywheel(...args: readonly string[]) {
  return runProgram(process.execPath, [launcher, ...args], { environment });
}

async function run(...args: readonly string[]) {
  return flywheel('validate', ...args);
}

async function validate(
  path: string,
  format: string,
): Promise<FileReport & { readonly code: number | null }> {
  const { code, stdout } = await run(path, '--format', format, '--json');
  return { code, ...fileReportSchema.parse(JSON.parse(stdout)) };
}

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const good = (question: string): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: 'Yes.' },
    ],
  });

const lines = [
  good('a'),
  '{"messages": [{"role": "user", "content": "b"}]}',
  '{"messages": ',
  '[1]',
  good('a'),
  '{"messages": [{"role": "user", "content": "c"}, {"role": "assistant", "content": "d", "weight": 2}], "id": 1}',
];

const expected = [
  [2, 'example_missing_assistant_message'],
  [3, 'invalid_json'],
  [4, 'data_type'],
  [5, 'duplicate_row'],
  [6, 'unrecognized_key'],
  [6, 'weight'],
  [null, 'too_few_rows'],
];

function listed({ problems }: FileReport): readonly (readonly [number | null, string])[] {
  return problems.map(({ line, rule }) => [line, rule]);
}

test('validate names rule, line and mend, and exits with 1', async () => {
  const path = write('rows.jsonl', `${lines.join('\n')}\n`);
  const report = await validate(path, 'openai-chat');
  expect(listed(report)).toEqual(expected);
  expect(report).toMatchObject({ code: 1, format: 'openai-chat', rows: 6, rowsWithErrors: 4, notListed: 0 });
  expect(report.findings).toContainEqual({
    rule: 'weight',
    level: 'error',
    message: 'Message 2 has a weight that is not 0 or 1, or is not the assistant’s.',
    mend: 'Use the values of the format, on messages of the assistant only.',
    rows: 1,
    lines: [6],
  });
  const shown = await run(path, '--format', 'openai-chat');
  expect(shown.stdout).toContain('line 6: error weight: Message 2 has a weight');
  expect(shown.stdout).toContain('weight (1 row): Use the values of the format');
  expect(shown.stdout).toContain('6 rows read as openai-chat, 4 rows with errors');
});

test('validate reads packed files and lists', async () => {
  const text = `${lines.join('\n')}\n`;
  expect(listed(await validate(write('rows.jsonl.gz', gzipSync(text)), 'openai-chat'))).toEqual(expected);
  expect(listed(await validate(write('rows.jsonl.zst', zstdCompressSync(text)), 'openai-chat'))).toEqual(
    expected,
  );
  const list = write(
    'rows.json',
    '[\n{"instruction": "a", "output": "b"},\n{"instruction": "a", "output": ""}\n]',
  );
  const report = await validate(list, 'alpaca');
  expect(listed(report)).toEqual([[3, 'empty_content']]);
  expect(report).toMatchObject({ code: 1, rows: 2 });
});

test('validate exits with 0 where there are only warnings, and with 2 where the format is none', async () => {
  const path = write('rows.jsonl', `\ufeff${good('a')}\n`);
  const report = await validate(path, 'trl-messages');
  expect(listed(report)).toEqual([[null, 'byte_order_mark']]);
  expect(report.code).toBe(0);
  expect((await run(path, '--format', 'none')).code).toBe(2);
  expect((await run(join(folder, 'none.jsonl'), '--format', 'alpaca')).code).toBe(1);
});

test('validate accepts what export writes, with earlier answers left out of what is learned', async () => {
  const project = join(folder, 'p.flywheel');
  const messages = [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello.' },
    { role: 'user', content: 'Where is it?' },
  ];
  const rows = write('in.json', JSON.stringify([{ messages, output: 'Far off.', edit: 'In Oslo.' }]));
  const out = join(folder, 'out.jsonl');
  await flywheel('init', project);
  await flywheel('import', project, rows);
  const args = ['--format', 'axolotl', '--trains', 'last', '--out', out];
  expect((await flywheel('export', project, ...args)).code).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    messages: [{}, { train: false }, {}, { content: 'In Oslo.', train: true }],
  });
  expect(await validate(out, 'axolotl')).toMatchObject({ code: 0, rows: 1, problems: [] });
  expect(listed(await validate(out, 'openai-chat')).map(([, rule]) => rule)).toContain(
    'message_unrecognized_key',
  );
});

test('the help names formats whose service is closing', async () => {
  for (const command of ['export', 'validate'])
    expect((await flywheel(command, '--help')).stdout).toMatch(
      /openai-chat: OpenAI takes no new fine-tuning jobs/,
    );
});

const data = resolve(import.meta.dirname, '../../../shared/data');
const isThere = existsSync(data);

describe.skipIf(!isThere)('published files (skipped where ../shared/data is absent)', () => {
  test('the rows of the toy file of OpenAI’s notebook that lack a system and a user message', async () => {
    const report = await validate(
      join(data, 'tool-exports/openai-finetune/toy_chat_fine_tuning.jsonl'),
      'openai-chat',
    );
    expect(listed(report)).toEqual([
      [3, 'missing_system_message'],
      [4, 'missing_user_message'],
      [null, 'too_few_rows'],
      [null, 'changing_system_prompt'],
    ]);
    expect(report).toMatchObject({ code: 0, rows: 5, rowsWithErrors: 0 });
  });

  test('LAMP’s own chat files have no error', async () => {
    const files = globSync('lamp/sft_chat_format/**/*.json', { cwd: data });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const report = await validate(join(data, file), 'openai-chat');
      expect(report.rows).toBeGreaterThan(20);
      expect(report).toMatchObject({ code: 0, rowsWithErrors: 0 });
    }
  });
});
