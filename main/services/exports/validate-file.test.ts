import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../../shared/contract/export-operations.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { exportFormats, type Recipe } from '../../../shared/domain/export/recipe.ts';
import type { Result } from '../../../shared/result/result.ts';
import { importRows, importText, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { OpenProject } from '../project/open-project.ts';
import { exportRecipe } from './run-export.ts';
import { validateFile } from './validate-file.ts';

const supervised = exportFormats.filter(
  (format) => formats[format].kind === 'supervised' && formats[format].layout === undefined,
);

const recipe: Omit<Recipe, 'format'> = {
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};

const pairs = resolve(import.meta.dirname, '../../../../shared/data/lamp/lamp_pairs.jsonl');
const isThere = existsSync(pairs);

async function exported(project: OpenProject, format: Recipe['format']) {
  const path = join(useTempFolder(), 'rows.jsonl');
  const manifest = valueOf(
    await exportRecipe({ recipe: { ...recipe, format }, path, overwrite: false }, jobContext(project)),
  );
  return { path, manifest };
}

function errorsOf({ findings }: FileReport): readonly string[] {
  return findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
}

describe('validateFile', () => {
  it('reads more rows than it lists problems', async () => {
    const path = join(useTempFolder(), 'rows.jsonl');
    writeFileSync(path, '{"messages": []}\n'.repeat(1500));
    const report = valueOf(await validateFile({ path, format: 'openai-chat' }));
    expect(report).toMatchObject({ rows: 1500, rowsWithErrors: 1500, notListed: 1401 });
    expect(report.problems).toHaveLength(100);
    expect(report.findings[0]).toMatchObject({ rule: 'missing_messages_list', rows: 1500 });
    expect(report.findings[0]?.lines).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('ends where nobody waits for it', async () => {
    const path = join(useTempFolder(), 'rows.jsonl');
    writeFileSync(path, '{"messages": []}\n');
    expect(await validateFile({ path, format: 'openai-chat' }, AbortSignal.abort())).toMatchObject({
      error: { code: 'JOB_CANCELLED' },
    });
  });

  it('reads the texts of few-shot sets, with the lines that examples begin on', async () => {
    const folder = useTempFolder();
    const check = async (name: string, text: string, format: Recipe['format']) => {
      writeFileSync(join(folder, name), text);
      return valueOf(await validateFile({ path: join(folder, name), format }));
    };
    const block =
      '<examples>\n<example>\n<input>a</input>\n<output> </output>\n</example>\n<example>\n<input>b</input>\n</example>\n';
    const report = await check('a.txt', block, 'fewshot-anthropic');
    expect(report).toMatchObject({ rows: 2, rowsWithErrors: 2 });
    expect(report.problems.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'empty_content'],
      [6, 'example_parts'],
      [9, 'unclosed_tag'],
    ]);
    expect(report.findings.map(({ mend }) => mend.length > 0)).toEqual([true, true, true]);
    expect(await check('a.md', 'Nothing here.', 'fewshot-markdown')).toMatchObject({
      rows: 0,
      findings: [{ rule: 'no_examples' }],
    });
    const turns = [
      { role: 'user', content: 'a' },
      { role: 'assistant', content: '' },
      { role: 'user', content: 'b' },
    ];
    expect(await check('a.json', JSON.stringify(turns), 'fewshot-openai')).toMatchObject({
      rows: 1,
      rowsWithErrors: 1,
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'last_message_not_assistant' })]),
    });
    const prompt = { _type: 'few_shot', examples: [{ input: 'a', output: 'b' }, { input: 'c' }] };
    expect(await check('b.json', JSON.stringify(prompt), 'fewshot-langchain')).toMatchObject({
      rows: 2,
      rowsWithErrors: 1,
      findings: [{ rule: 'missing_content' }],
    });
    expect(await validateFile({ path: join(folder, 'no.md'), format: 'fewshot-markdown' })).toMatchObject({
      error: { code: 'FILE_NOT_FOUND' },
    });
  });

  it('refuses tables', async () => {
    const path = join(useTempFolder(), 'rows.csv');
    writeFileSync(path, 'instruction,output\na,b\nc,d\n');
    expect(await validateFile({ path, format: 'alpaca' })).toMatchObject({
      error: { code: 'FORMAT_NOT_SUPPORTED' },
    });
  });
});

describe('what is exported', () => {
  it.each(supervised)('as %s has no error, whatever conversations there are', async (format) => {
    const project = newProject();
    const call = { id: 'call_abc', type: 'function', function: { name: 'track', arguments: '{"n":1}' } };
    const conversations = [
      [{ role: 'user', content: 'Where?' }],
      [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello.' },
        { role: 'user', content: 'Where is it?' },
      ],
      [
        { role: 'user', content: 'Which?' },
        { role: 'assistant', content: '', tool_calls: [call] },
        { role: 'tool', content: 'Oslo', tool_call_id: 'call_abc' },
      ],
      [
        { role: 'user', content: 'One' },
        { role: 'user', content: 'Two' },
      ],
    ];
    const mapping = (['messages', 'output', 'edit'] as const).map((name) => ({ target: name, path: name }));
    const rows = conversations.map((messages, index) => ({
      messages,
      output: `It will ship 😀 on day ${index}.`,
      edit: `It ships 😀 on the day ${index}.`,
    }));
    await importRows(project, rows, { mapping });
    const { path, manifest } = await exported(project, format);
    const report = valueOf(await validateFile({ path, format }));
    expect(errorsOf(report)).toEqual([]);
    expect(report.rows).toBe(manifest.counts.exported);
    expect(report.rows).toBeGreaterThan(1);
  });
});

describe.skipIf(!isThere)('LAMP (skipped where ../shared/data is absent)', () => {
  it('is valid in every supervised format', async () => {
    const project = newProject();
    const mapping = [
      { target: 'input', path: 'instruction' },
      { target: 'output', path: 'ai_output' },
      { target: 'edit', path: 'human_edit' },
    ] as const;
    valueOf(await importText(project, readFileSync(pairs), { mapping }));
    for (const format of supervised) {
      const { path, manifest } = await exported(project, format);
      const report = valueOf(await validateFile({ path, format }));
      expect(errorsOf(report), format).toEqual([]);
      expect(report.rows, format).toBe(manifest.counts.exported);
      expect(report.rows, format).toBeGreaterThan(250);
    }
  });
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
