import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { jaccard, shinglesOf } from '../../../shared/domain/text/shingles.ts';
import { importRows } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { prepare } from '../../db/database.ts';
import { rowsOf } from '../../db/query.ts';
import type { OpenProject } from '../project/open-project.ts';
import { type ExportLine, type ExportSummary, type PassOptions, startExportPass } from './export-pass.ts';
import { inputHash } from './split-groups.ts';

const recipe: Recipe = {
  format: 'trl-prompt-completion',
  filter: [],
  validation: 0.3,
  test: 0.3,
  seed: 1,
  target: 'edit-or-output',
  groupBy: 'session',
};

/** Four texts of 20 words with up to nine more: those of one with nearly as many are alike, others by way of them. */
const input = fc
  .record({ text: fc.integer({ min: 0, max: 3 }), more: fc.integer({ min: 0, max: 9 }) })
  .map(({ text, more }) =>
    Array.from({ length: 20 + more }, (_, at) => `${'abcd'[text]}${'x'.repeat(at)}`).join(' '),
  );
const row = fc.record({
  input,
  session: fc.option(fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'), { nil: undefined }),
  user: fc.option(fc.constantFrom('u1', 'u2', 'u3', 'u4'), { nil: undefined }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 20 });
const choices = fc.record({
  groupBy: fc.constantFrom('session', 'user', 'interaction'),
  keepsNearDuplicates: fc.boolean(),
  seed: fc.integer({ min: 0, max: 99 }),
});

interface Row {
  readonly input: string;
  readonly session: string | undefined;
  readonly user: string | undefined;
}

async function addRows(project: OpenProject, added: readonly Row[], from = 0): Promise<void> {
  await importRows(
    project,
    added.map((one, index) => ({ ...one, output: `answer ${from + index}`, id: `${from + index}` })),
  );
}

interface Exported extends ExportSummary {
  readonly lines: readonly ExportLine[];
}

async function run(
  project: OpenProject,
  changes: Partial<Recipe> = {},
  options: PassOptions = {},
): Promise<Exported> {
  const lines: ExportLine[] = [];
  const pass = await startExportPass(
    project.database,
    isWhole(changes) ? changes : { ...recipe, ...changes },
    (line) => void lines.push(line),
    options,
  );
  if (!pass.ok) throw new Error(pass.error.message);
  for (;;) {
    const step = pass.value.next();
    if (step.done === true) return { ...step.value, lines };
  }
}

function isWhole(changes: Partial<Recipe>): changes is Recipe {
  return changes.format !== undefined && changes.seed !== undefined;
}

/** Which part each row is in, by its number; those left out are not there. */
async function partsOf(project: OpenProject, changes: Partial<Recipe>): Promise<ReadonlyMap<number, string>> {
  const { lines } = await run(project, changes);
  return new Map(lines.map(({ part, text }) => [Number(/answer (\d+)/u.exec(text)?.[1]), part]));
}

describe('a stable split', () => {
  it('has no session or user, no equal and no nearly equal input on two sides', async () => {
    await fc.assert(
      fc.asyncProperty(rows, choices, async (all, changes) => {
        const project = newProject();
        await addRows(project, all);
        const parts = await partsOf(project, changes);
        const belongTogether = (a: Row, b: Row): boolean => {
          const { groupBy, keepsNearDuplicates } = changes;
          if (a.input === b.input) return true;
          if (groupBy !== 'interaction' && a[groupBy] !== undefined && a[groupBy] === b[groupBy]) return true;
          return keepsNearDuplicates && jaccard(shinglesOf([a.input]), shinglesOf([b.input])) >= 0.8;
        };
        for (const [at, a] of all.entries()) {
          for (const [other, b] of all.entries()) {
            if (!parts.has(at) || !parts.has(other) || !belongTogether(a, b)) continue;
            expect(parts.get(other)).toBe(parts.get(at));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('moves no row as data grows, and leaves none out that was in, or the other way round', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, choices, async (first, later, changes) => {
        const project = newProject();
        await addRows(project, first);
        const before = await partsOf(project, changes);
        await addRows(project, later, first.length);
        const after = await partsOf(project, changes);
        for (const index of first.keys()) expect(after.get(index)).toBe(before.get(index));
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on what the filter finds', async () => {
    await fc.assert(
      fc.asyncProperty(rows, choices, async (all, changes) => {
        const project = newProject();
        await addRows(project, all);
        const parts = await partsOf(project, changes);
        const filter: Recipe['filter'] = [{ field: 'user', operator: '=', value: 'u1' }];
        for (const [index, part] of await partsOf(project, { ...changes, filter }))
          expect(part).toBe(parts.get(index));
      }),
      { numRuns: 15 },
    );
  });

  it('counts what it leaves out because it joins two parts', async () => {
    const project = newProject();
    const sessions = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const apart = sessions.map((session) => ({ input: `all of ${session}`, session, user: undefined }));
    const joining = sessions.map((session, index) => ({
      ...apart[index],
      input: `all of ${sessions[(index + 1) % 12]}`,
      session,
      user: undefined,
    }));
    await addRows(project, [...apart, ...joining]);
    const { counts, funnel } = await run(project);
    const parts = await partsOf(project, {});
    const joined = sessions.filter((_, index) => parts.get(index) !== parts.get((index + 1) % 12));
    expect(joined.length).toBeGreaterThan(0);
    expect(counts.exported).toBe(24 - joined.length);
    expect(funnel.find(({ step }) => step === 'split')).toMatchObject({
      lost: [{ rule: 'joins_two_parts', rows: joined.length }],
    });
  });
});

/** Without a test part. */
const withoutSplit: Recipe = {
  format: recipe.format,
  filter: [],
  validation: 0,
  seed: 1,
  target: recipe.target,
  groupBy: 'interaction',
};

describe('a frozen test set', () => {
  it('is kept out of training and validation, by interaction and by input, and not out of later test sets', async () => {
    const project = newProject();
    const all = Array.from({ length: 40 }, (_, index) => ({
      input: `question ${index}`,
      session: undefined,
      user: undefined,
    }));
    await addRows(project, all);
    const first = await run(project, { groupBy: 'interaction' });
    const tested = first.lines.filter(({ part }) => part === 'test').map(({ itemId }) => itemId);
    expect(tested.length).toBeGreaterThan(3);
    const [alone, ...others] = tested;
    freeze(project, 'snapshot-a', others);
    freeze(project, 'snapshot-b', [alone ?? '']);
    // An equal input that is logged later.
    await addRows(project, all, 40);

    const training = await run(project, withoutSplit);
    expect(training.frozen).toEqual(['snapshot-a', 'snapshot-b']);
    expect(training.counts.exported).toBe(80 - 2 * tested.length);
    expect(training.funnel.find(({ step }) => step === 'split')?.lost).toMatchObject([
      { rule: 'in_frozen_test_set', rows: 2 * tested.length },
    ]);
    // What is kept out uses nothing of a limit up.
    const most = 80 - 2 * tested.length;
    expect((await run(project, { ...withoutSplit, limits: { total: most } })).counts.exported).toBe(most);
    const again = await run(project, { groupBy: 'interaction' });
    expect(again.counts).toMatchObject({ exported: 80, test: 2 * tested.length });
    const remade = await run(project, withoutSplit, { frozen: ['snapshot-b'] });
    expect(remade.counts.exported).toBe(78);
    const evaluation = await run(project, { format: 'inspect', groupBy: 'interaction', validation: 0 });
    expect(evaluation.counts.skipped).toEqual([]);
  });
});

function freeze({ database }: OpenProject, id: string, items: readonly string[]): void {
  const { lastInsertRowid: seq } = prepare(
    database,
    `INSERT INTO snapshots (id, created_at, path, manifest) VALUES (?, 0, '/x', '{}')`,
  ).run(id);
  prepare(database, 'INSERT INTO frozen_snapshots (snapshot_seq, frozen_at) VALUES (?, 0)').run(seq);
  const read = rowsOf<{ readonly messages: string }>(
    database,
    'SELECT messages FROM interactions WHERE id = ?',
  );
  const insert = prepare(
    database,
    'INSERT INTO frozen_rows (snapshot_seq, interaction_id, input_hash) VALUES (?, ?, ?)',
  );
  for (const item of items) insert.run(seq, item, inputHash(JSON.parse(read.get(item)?.messages ?? '[]')));
}
