import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Consensus } from '../../../shared/domain/agreement/consensus.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { type Clause, filterOperators } from '../../../shared/domain/filter/filter.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import { validateClause } from '../../../shared/domain/filter/validate-clause.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { addImportedLabel, newProject } from '../../../tests/support/temp-project.ts';
import { idsOfItems } from '../../db/tables/items.ts';
import type { OpenProject } from '../project/open-project.ts';
import { undo } from '../review/history.ts';
import { setLabel } from '../review/set-label.ts';
import { setResolution } from '../review/set-resolution.ts';
import { previewExport } from './preview-export.ts';
import { exportRecipe } from './run-export.ts';

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};
const actor = { annotator: 'ana', device: 'device-a', now: 1_750_000_000_000 };

type Given = Readonly<Record<string, LabelValue>>;

/** Interactions with these answers to the verdict, by annotator. */
async function project(given: readonly Given[], question = 'verdict') {
  const opened = newProject();
  const { database } = opened;
  database.pragma('synchronous = OFF');
  const rows = given.map((_, index) => ({ input: `q${index}`, output: `o${index}`, edit: `e${index}` }));
  await importRows(opened, rows);
  const ids = idsOfItems(
    database,
    given.map((_, index) => index + 1),
  );
  for (const [index, answers] of given.entries())
    for (const [annotator, value] of Object.entries(answers))
      addImportedLabel(database, ids[index] ?? '', annotator, question, value);
  return { opened, ids };
}

function clause(text: string): Clause {
  const parsed = parseClause(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function negated(asked: Clause): Clause {
  return { ...asked, not: true };
}

async function exported(
  { opened, ids }: { readonly opened: OpenProject; readonly ids: readonly string[] },
  filter: readonly Clause[],
  consensus?: Consensus,
) {
  const preview = await previewExport(opened.database, {
    recipe: { ...recipe, filter: [...filter], ...(consensus === undefined ? {} : { consensus }) },
    lines: 100,
  });
  if (!preview.ok) throw new Error(preview.error.message);
  const { lines, counts, findings } = preview.value;
  return {
    items: lines.map(({ itemId }) => ids.indexOf(itemId)),
    open: counts.skipped.find(({ rule }) => rule === 'no_consensus')?.rows ?? 0,
    listed: findings.find(({ rule }) => rule === 'no_consensus')?.items.map((id) => ids.indexOf(id)),
    counts,
  };
}

const three = [
  { ana: 'good', bo: 'good', cy: 'bad' },
  { ana: 'good', bo: 'bad' },
  { ana: 'good', bo: 'good', cy: 'good' },
  { bo: 'bad' },
  {},
];

describe('the consensus of a recipe', () => {
  it('asks for the one answer under a rule, and counts and lists where there is none', async () => {
    const made = await project(three);
    const good = [clause('label.verdict=good')];
    expect(await exported(made, good)).toMatchObject({ items: [0, 1, 2], open: 0, listed: undefined });
    expect(await exported(made, good, { rule: 'majority' })).toMatchObject({
      items: [0, 2],
      open: 1,
      listed: [1],
      counts: {
        matching: 3,
        exported: 2,
        skipped: [{ rule: 'no_consensus', message: 'There is no consensus on verdict.', rows: 1 }],
      },
    });
    expect(await exported(made, good, { rule: 'majority', expert: 'ana' })).toMatchObject({
      items: [0, 1, 2],
      open: 0,
    });
    expect(await exported(made, good, { rule: 'expert', expert: 'cy' })).toMatchObject({
      items: [2],
      open: 2,
      listed: [1, 3],
    });
    expect(await exported(made, good, { rule: 'adjudicated' })).toMatchObject({ items: [2], open: 2 });
    expect(await exported(made, [clause('label.verdict!=good')], { rule: 'majority' })).toMatchObject({
      items: [3, 4],
      open: 1,
    });
    expect(await exported(made, [clause('label.verdict=')], { rule: 'majority' })).toMatchObject({
      items: [4],
    });
    expect(await exported(made, [], { rule: 'majority' })).toMatchObject({ items: [0, 1, 2, 3, 4], open: 0 });
  });

  it('takes resolutions where it is adjudicated, also of what nobody answered', async () => {
    const made = await project(three);
    const { database } = made.opened;
    const resolve = (item: number, value: LabelValue) =>
      setResolution(database, actor, { interactionId: made.ids[item] ?? '', question: 'verdict', value });
    resolve(1, 'good');
    resolve(2, 'bad');
    resolve(4, 'good');
    const good = [clause('label.verdict=good')];
    expect(await exported(made, good, { rule: 'adjudicated' })).toMatchObject({ items: [1, 4], open: 1 });
    expect(await exported(made, good, { rule: 'majority' })).toMatchObject({ items: [0, 2], open: 1 });
    undo(database, actor);
    expect(await exported(made, good, { rule: 'adjudicated' })).toMatchObject({ items: [1], open: 1 });
  });

  it('does not decide what another clause leaves out', async () => {
    const made = await project(three);
    const { database } = made.opened;
    for (const annotator of ['ana', 'bo'])
      setLabel(
        database,
        { ...actor, annotator },
        { interactionId: made.ids[1] ?? '', question: 'rating', value: 1 },
      );
    const filter = [clause('label.verdict=good'), clause('label.rating>=4')];
    expect(await exported(made, filter, { rule: 'majority' })).toMatchObject({ items: [], open: 0 });
    const byBo = [clause('label.verdict@bo=bad'), clause('label.verdict=good')];
    expect(await exported(made, byBo, { rule: 'majority', expert: 'ana' })).toMatchObject({ items: [1] });
  });

  it('finds the same as no rule at all where one annotator answers', async () => {
    const values: readonly LabelValue[] = ['good', 'bad', 4, '4', 0.5, true, ['good', 'late'], '100%', ''];
    const made = await project(
      values.map((value) => ({ ana: value })),
      'other',
    );
    const consensus = fc.constantFrom<Consensus>(
      { rule: 'majority' },
      { rule: 'expert', expert: 'ana' },
      { rule: 'adjudicated' },
    );
    const asked = fc
      .record({
        field: fc.constant<Clause['field']>('label.other'),
        operator: fc.constantFrom(...filterOperators),
        value: fc.constantFrom('good', 'GOOD', 'late', '4', '0.5', 'yes', 'true', '%', '', 'oo'),
        not: fc.constantFrom<undefined | true>(undefined, true),
      })
      .map(({ not, ...rest }): Clause => (not === undefined ? rest : negated(rest)))
      .filter((one) => validateClause(one).ok);
    await fc.assert(
      fc.asyncProperty(asked, consensus, async (one, rule) => {
        const { items, open } = await exported(made, [one], rule);
        expect(items).toEqual((await exported(made, [one])).items);
        expect(open).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses an expert who is nobody', async () => {
    const { opened } = await project(three);
    const consensus: Consensus = { rule: 'expert', expert: 'zoe' };
    const preview = await previewExport(opened.database, { recipe: { ...recipe, consensus } });
    expect(preview).toMatchObject({
      error: { code: 'INPUT_INVALID', message: 'There is no annotator "zoe". There are: ana, bo, cy.' },
    });
  });

  it('gives the same bytes whoever answered first, and stands in the manifest only where it is asked for', async () => {
    const write = async (given: readonly Given[], consensus?: Consensus) => {
      const { opened } = await project(given);
      const path = join(useTempFolder(), 'x.jsonl');
      const manifest = await exportRecipe(
        {
          recipe: {
            ...recipe,
            validation: 0.3,
            filter: [clause('label.verdict=good')],
            ...(consensus === undefined ? {} : { consensus }),
          },
          path,
          overwrite: false,
        },
        jobContext(opened),
      );
      if (!manifest.ok) throw new Error(manifest.error.message);
      const text = readFileSync(path.replace('.jsonl', '.manifest.json'), 'utf8');
      return { bytes: readFileSync(path), manifest: manifest.value, text };
    };
    const many = Array.from({ length: 40 }, (_, index) => three[index % three.length] ?? {});
    const reversed = many.map((given) => Object.fromEntries(Object.entries(given).toReversed()));
    const consensus: Consensus = { rule: 'majority', expert: 'ana' };
    const [first, second, plain] = [
      await write(many, consensus),
      await write(reversed, consensus),
      await write(many),
    ];
    expect(first.bytes.length).toBeGreaterThan(0);
    expect(second.bytes).toEqual(first.bytes);
    expect(first.manifest.recipe).toMatchObject({ consensus });
    expect(plain.text).not.toContain('consensus');
    expect(Object.keys(plain.manifest.recipe)).toEqual(Object.keys(recipe));
  });
});
