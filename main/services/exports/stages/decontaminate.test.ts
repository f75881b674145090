import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { importRows } from '../../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../../tests/support/temp-folder.ts';
import { newProject } from '../../../../tests/support/temp-project.ts';
import { previewExport } from '../preview-export.ts';

const recipe: Recipe = {
  format: 'trl-preference',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};

const question = 'Which of the planets that go round our sun has the most moons, and how many?';

async function exportAgainst(rows: readonly object[], path: string, words: number) {
  const project = newProject();
  await importRows(project, rows);
  return previewExport(project.database, {
    recipe: { ...recipe, decontaminate: { path, words } },
    lines: 100,
  });
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(useTempFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('the step that takes out what is in an eval set', () => {
  it.each([
    ['eval.jsonl', `{"id": 1}\n${JSON.stringify({ turns: [{ text: question }], answer: 'Saturn' })}`],
    ['eval.json', JSON.stringify([{ id: 1 }, { q: question }], null, 1)],
    ['eval.csv', `id,question\n1,"${question}"\n`],
    ['eval.txt', `first line\n${question}`],
    ['eval.txt.gz', gzipSync(`first line\n${question}\n`)],
    ['eval.data', `${question}\nand a second line\n`],
  ])('reads %s', async (name, content) => {
    const path = fileOf(name, content);
    const rows = [
      { input: 'a question', output: 'one', edit: 'two' },
      { input: `Tell me: ${question.toUpperCase()} Please.`, output: 'three', edit: 'four' },
      { input: 'another', output: `You asked ${question}`, edit: 'five' },
    ];
    const result = await exportAgainst(rows, path, 13);
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.lines).toHaveLength(1);
    const report = result.value.reports.decontamination;
    expect(report).toMatchObject({
      file: name,
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
      rows: 2,
    });
    expect(report?.examples[0]).toMatchObject({
      words: 'which of the planets that go round our sun has the most moons',
      line: name === 'eval.data' ? 1 : name === 'eval.json' ? 5 : 2,
    });
    expect(result.value.funnel.find(({ step }) => step === 'decontaminated')?.lost).toMatchObject([
      { rule: 'in_eval_set', rows: 2 },
    ]);
  });

  it('says which file is not there', async () => {
    const result = await exportAgainst(
      [{ input: 'q', output: 'a' }],
      join(useTempFolder(), 'none.jsonl'),
      13,
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'FILE_NOT_FOUND' } });
  });

  it('leaves nothing that has so many words in a row in common, and takes nothing else out', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'C', 'd', '7'), { minLength: 1, maxLength: 12 })
      .chain((words) => fc.constantFrom(' ', ', ', '-').map((between) => words.join(between)));
    const row = fc.record({ input: text, output: text, edit: text });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 5, max: 6 }),
        async (rows, texts, words) => {
          const path = fileOf('eval.jsonl', texts.map((t) => JSON.stringify({ t })).join('\n'));
          const own = rows.map((one, index) => ({ ...one, edit: `${one.edit} x${index}` }));
          const result = await exportAgainst(own, path, words);
          if (!result.ok) throw new Error(result.error.message);
          const clean = own.filter((one) =>
            Object.values(one).every((value) => !texts.some((other) => haveInCommon(value, other, words))),
          );
          expect(result.value.lines.map(({ text: line }) => /x\d+"/u.exec(line)?.[0])).toEqual(
            clean.map(({ edit }) => `${edit.split(' ').at(-1)}"`),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});

function haveInCommon(a: string, b: string, inARow: number): boolean {
  const [ofA, ofB] = [runsOf(a, inARow), runsOf(b, inARow)];
  return ofA.some((run) => ofB.includes(run));
}

function runsOf(text: string, inARow: number): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 5) return [];
  if (words.length < inARow) return [`whole: ${words.join(' ')}`];
  return Array.from({ length: words.length - inARow + 1 }, (_, at) => words.slice(at, at + inARow).join(' '));
}
