import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { jaccard, shinglesOf } from '../../../../shared/domain/text/shingles.ts';
import { importRows } from '../../../../tests/support/test-import.ts';
import { newProject } from '../../../../tests/support/temp-project.ts';
import { type ExportPreview, previewExport } from '../preview-export.ts';

const recipe: Recipe = {
  format: 'trl-prompt-completion',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit-or-output',
  groupBy: 'interaction',
};

async function exported(rows: readonly object[], changes: Partial<Recipe>): Promise<ExportPreview> {
  const project = newProject();
  await importRows(project, rows);
  const preview = await previewExport(project.database, { recipe: { ...recipe, ...changes }, lines: 100 });
  if (!preview.ok) throw new Error(preview.error.message);
  return preview.value;
}

const words = Array.from(
  { length: 40 },
  (_, index) => `word${String.fromCharCode(97 + (index % 26))}${index > 25 ? 'x' : ''}`,
);
const long = words.join(' ');

describe('the step that leaves duplicates out', () => {
  it('keeps the first of rows with the same texts, apart from white space, and says which it is', async () => {
    const { lines, reports, funnel } = await exported(
      [
        { input: 'a  question', output: 'An answer.', id: '1' },
        { input: 'a question', output: ' An\nanswer. ', id: '2' },
        { input: 'A question', output: 'An answer.', id: '3' },
        { input: 'a question', output: 'Another answer.', id: '4' },
      ],
      { duplicates: { exact: true } },
    );
    expect(lines).toHaveLength(3);
    expect(lines[0]?.text).toContain('a  question');
    expect(reports.duplicates).toMatchObject({ exact: 1, near: 0 });
    expect(reports.duplicates?.examples).toMatchObject([{ keptItemId: lines[0]?.itemId, share: 1 }]);
    expect(funnel.find(({ step }) => step === 'unique')).toMatchObject({
      rows: 3,
      lost: [{ rule: 'duplicate', rows: 1 }],
    });
  });

  it('leaves out what shares the given part of its pairs of words with a row that stays', async () => {
    const rows = [
      { input: 'q', output: long },
      { input: 'q', output: `${long} and one more` },
      { input: 'q', output: words.toReversed().join(' ') },
    ];
    const near = await exported(rows, { duplicates: { exact: true, near: 0.8 } });
    expect(near.lines).toHaveLength(2);
    expect(near.reports.duplicates).toMatchObject({ exact: 0, near: 1 });
    expect(near.reports.duplicates?.examples[0]?.share).toBeCloseTo(40 / 43, 5);
    const strict = await exported(rows, { duplicates: { exact: true, near: 0.95 } });
    expect(strict.lines).toHaveLength(3);
  });

  it('compares texts as they are exported, and not a good answer with a bad one', async () => {
    const input = long;
    const rows = [
      { input, output: 'short', edit: 'other' },
      { input, output: 'short', edit: 'words' },
    ];
    const { lines } = await exported(rows, {
      format: 'trl-kto',
      badFrom: 0,
      duplicates: { exact: false, near: 0.8 },
    });
    expect(lines.map(({ text }) => /"label":(true|false)/u.exec(text)?.[1])).toEqual(['true', 'false']);
  });

  it('of any rows, leaves no two that share so much, and none out without one that stays and does', async () => {
    const text = fc
      .array(fc.constantFrom('red', 'green', 'blue', 'white'), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ input: text, output: text }), { minLength: 1, maxLength: 25 }),
        fc.constantFrom(0.5, 0.8, 1),
        async (rows, near) => {
          const { lines, reports, counts } = await exported(
            rows.map((row, index) => ({ ...row, id: `${index}` })),
            { duplicates: { exact: true, near } },
          );
          const kept = lines.map(({ text: line }) => shinglesOf(textsOf(line)));
          const all = rows.map(({ input, output }) => shinglesOf([input, output]));
          for (const [at, a] of kept.entries())
            for (const b of kept.slice(at + 1)) expect(jaccard(a, b)).toBeLessThan(near);
          for (const row of all) expect(kept.some((one) => jaccard(one, row) >= near)).toBe(true);
          const left = reports.duplicates;
          expect(counts.exported + (left?.exact ?? 0) + (left?.near ?? 0)).toBe(rows.length);
        },
      ),
      { numRuns: 15 },
    );
  });
});

function textsOf(line: string): string[] {
  return [...line.matchAll(/"content":"([^"]*)"/gu)].map(([, content]) => content ?? '');
}
