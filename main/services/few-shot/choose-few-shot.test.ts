import { describe, expect, it } from 'vitest';
import { type FewShotChoice, fewShotChoiceSchema } from '../../../shared/contract/few-shot-operations.ts';
import { type FewShotOptions, usualFewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { addChange, addMode } from '../../../tests/support/failure-modes.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { addImportedLabel, newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { createId } from '../../db/create-id.ts';
import { prepare } from '../../db/database.ts';
import { rowsOf } from '../../db/query.ts';
import type { OpenProject } from '../project/open-project.ts';
import { chooseFewShot } from './choose-few-shot.ts';
import { fewShotSets, removeFewShotSet, saveFewShotSet, setLive } from './few-shot-sets.ts';
import { fewShotText, measureFewShotText } from './write-few-shot.ts';

const topics = ['refund of the broken lamp', 'delivery date of parcels', 'password of the account'];

/** Twelve edited interactions of the first topic, six of the second, three of the third; and others that nobody edited. */
function rows() {
  const edited = topics.flatMap((topic, at) =>
    Array.from({ length: 12 / 2 ** at }, (_, number) => ({
      id: `${at}-${number}`,
      input: `Question ${number} about the ${topic}`,
      output: `We are sorry. An answer about the ${topic}, at length.`,
      edit: `An answer about the ${topic}.`,
      model: at === 0 ? 'large' : 'small',
    })),
  );
  const rated = [5, 1].map((rating) => ({
    id: `rated-${rating}`,
    input: 'Opening hours of the shop on holidays',
    output: 'We open at nine.',
    model: 'small',
    rating,
  }));
  const unknown = {
    id: 'unknown',
    input: 'Opening hours on Sunday',
    output: 'We are closed.',
    model: 'small',
  };
  return [...edited, ...rated, unknown];
}

async function projectWithRows(): Promise<OpenProject> {
  const project = newProject();
  await importRows(project, rows());
  return project;
}

async function choose(
  project: OpenProject,
  changes: Partial<FewShotOptions> = {},
  compare: string | null = null,
): Promise<FewShotChoice> {
  const options = { ...usualFewShotOptions, ...changes };
  const chosen = await chooseFewShot({ options, compare, dataFolder: useTempFolder() }, jobContext(project));
  if (!chosen.ok) throw new Error(chosen.error.message);
  return fewShotChoiceSchema.parse(JSON.parse(JSON.stringify(chosen.value)));
}

/** Which topic each example is of. */
function topicsOf({ examples }: FewShotChoice): string[] {
  return examples.map(({ input }) => topics.find((topic) => input.includes(topic)) ?? input);
}

describe('choosing few-shot examples', () => {
  it('covers what is asked, most first, and explains each example', async () => {
    const choice = await choose(await projectWithRows(), { most: 4, order: 'chosen' });
    expect(choice).toMatchObject({ found: 24, good: 22, considered: 22, measured: 24, notes: [] });
    expect(new Set(topicsOf(choice)).size).toBe(4);
    expect(choice.coverage).toBeGreaterThan(choice.chance);
    expect(topicsOf(choice).at(-1)).toBe(topics[0]);
    const last = choice.examples.at(-1);
    expect(last?.covers).toBe(12);
    expect(last?.why).toContain('Nearest to 12 of 24 interactions (50 %), such as “Question');
    expect(last?.why).toContain('Quality 0.65, of an edit.');
    expect(last?.aloneCount).toBeGreaterThan(0);
    expect(last?.alone.map(({ id }) => id)).not.toContain(last?.id);
    const rated = choice.examples.find(({ isEdited }) => !isEdited);
    expect(rated).toMatchObject({
      quality: 0.75,
      evidence: [{ kind: 'rating', name: 'rating', value: '5', score: 1 }],
    });
  });

  it('keeps to the budget, and says so where nothing fits', async () => {
    const project = await projectWithRows();
    const choice = await choose(project, { budget: 120 });
    expect(choice.tokens).toBeLessThanOrEqual(120);
    expect(choice.examples.length).toBeGreaterThan(1);
    const content = { examples: choice.examples.map(({ id }) => id), counters: [] };
    const text = await measureFewShotText(project.database, { ...content, format: choice.options.format });
    // The head and the tail of the block are of the format, not of an example.
    expect(text.ok && text.value.tokens).toBeLessThanOrEqual(choice.tokens + 10);
    await expect(choose(project, { budget: 20 })).rejects.toThrow(/No example fits into 20 tokens/u);
    const none = { filter: [{ field: 'model', operator: '=', value: 'none' }] } as const;
    await expect(choose(project, { filter: [...none.filter] })).rejects.toThrow(/finds no interaction/u);
  });

  it('is the same each time, and by both methods within limits', async () => {
    const project = await projectWithRows();
    for (const method of ['facility', 'centre'] as const) {
      const first = await choose(project, { method, most: 3 });
      expect(await choose(project, { method, most: 3 })).toEqual(first);
      expect(new Set(topicsOf(first)).size).toBe(3);
    }
  });

  it('takes segments in turn, until one gains nothing more', async () => {
    // Every input about the lamp has the same words.
    const choice = await choose(await projectWithRows(), { by: 'model', most: 4 });
    expect(choice.groups).toEqual([
      { name: 'large', candidates: 12, chosen: 1 },
      { name: 'small', candidates: 10, chosen: 3 },
    ]);
  });

  it('mixes in no evidence that is not asked for', async () => {
    const project = await projectWithRows();
    const [unknown = ''] = rowsOf<{ id: string }>(
      project.database,
      "SELECT id FROM interactions WHERE external_id = 'unknown'",
    )
      .all()
      .map(({ id }) => id);
    addImportedLabel(project.database, unknown, 'Ana', 'verdict', 'good');
    expect((await choose(project)).good).toBe(23);
    expect((await choose(project, { evidence: ['rating'] })).good).toBe(22);
    expect((await choose(project, { evidence: [] })).good).toBe(21);
  });

  it('stops where nobody waits any more', async () => {
    const project = await projectWithRows();
    const stopped = new AbortController();
    const reported: number[] = [];
    const context = jobContext(project, {
      signal: stopped.signal,
      report: ({ done }) => {
        reported.push(done);
        stopped.abort();
      },
    });
    const input = { options: usualFewShotOptions, compare: null, dataFolder: useTempFolder() };
    expect(await chooseFewShot(input, context)).toMatchObject({ error: { code: 'JOB_CANCELLED' } });
    expect(reported).toEqual([24]);
  });

  it('leaves out what a frozen test set has', async () => {
    const project = await projectWithRows();
    const { database } = project;
    prepare(
      database,
      "INSERT INTO snapshots (seq, id, created_at, path, manifest) VALUES (1, ?, 0, '', '{}')",
    ).run(createId());
    prepare(database, 'INSERT INTO frozen_snapshots (snapshot_seq) VALUES (1)').run();
    prepare(
      database,
      `INSERT INTO frozen_rows (snapshot_seq, interaction_id)
       SELECT 1, id FROM interactions WHERE external_id LIKE '0-%'`,
    ).run();
    prepare(database, 'UPDATE frozen_snapshots SET frozen_at = 0').run();
    const choice = await choose(project);
    expect(choice.considered).toBe(10);
    expect(choice.notes).toEqual([
      '12 good answers passed over, being in a frozen test set.',
      'No further example within the budget covers anything better.',
    ]);
    expect(topicsOf(choice)).not.toContain(topics[0]);
  });
});

describe('counter-examples', () => {
  it('show the most frequent failure modes before and after, where fewest else changed', async () => {
    const project = await projectWithRows();
    const { database } = project;
    const [often, seldom] = [createId(), createId()];
    const modes = [addMode(database, often, 'Apologises'), addMode(database, seldom, 'Too long')];
    const change = (interaction: number, place: string, mode: number | null) =>
      addChange(database, { interaction, place, mode, clusters: {} });
    change(1, '0-1', modes[0] ?? 0);
    change(1, '2-3', null);
    change(2, '0-1', modes[0] ?? 0);
    change(3, '0-1', modes[1] ?? 0);
    prepare(database, 'UPDATE failure_modes SET definition = ? WHERE id = ?').run('Says sorry.', often);

    const choice = await choose(project, { counters: 3 });
    expect(choice.counters.map(({ mode, cases }) => [mode.name, cases])).toEqual([
      ['Apologises', 2],
      ['Too long', 1],
    ]);
    expect(choice.counters[0]).toMatchObject({
      bad: 'We are sorry. An answer about the refund of the broken lamp, at length.',
      good: 'An answer about the refund of the broken lamp.',
      input: 'Question 1 about the refund of the broken lamp',
    });
    expect(choice.notes.at(-1)).toContain('1 counter-example fewer than asked for');
    const used = new Set(choice.counters.map(({ id }) => id));
    expect(choice.examples.filter(({ id }) => used.has(id))).toEqual([]);

    const counters = choice.counters.map(({ id, mode }) => ({ id, modeId: mode.id }));
    const text = fewShotText(database, { examples: [], counters, format: 'fewshot-anthropic' });
    expect(text.ok && text.value).toContain('<why_bad>\nApologises: Says sorry.\n</why_bad>');
  });
});

function bodyOf({ examples, options, tokens, coverage }: FewShotChoice, name: string) {
  return { name, examples: examples.map(({ id }) => id), counters: [], options, tokens, coverage };
}

describe('kept sets', () => {
  it('are live one at a time, and compared with what is chosen now', async () => {
    const project = await projectWithRows();
    const { database } = project;
    const first = await choose(project, { most: 2 });
    expect(first.comparison).toBeNull();
    expect(saveFewShotSet(database, bodyOf(first, 'One'), 1)).toMatchObject({ ok: true });
    expect(saveFewShotSet(database, bodyOf(first, 'one'), 2)).toMatchObject({
      error: { code: 'FEW_SHOT_SET_EXISTS' },
    });
    expect(setLive(database, { name: 'One', liveFor: '' })).toMatchObject({ ok: true });

    const second = await choose(project, { most: 4 });
    expect(second.comparison).toMatchObject({ name: 'One', stays: 2, out: [], missing: 0 });
    expect(second.comparison?.in).toHaveLength(2);
    expect(second.comparison?.before.coverage).toBeCloseTo(first.coverage);
    expect(second.comparison?.after.coverage).toBeCloseTo(second.coverage);

    saveFewShotSet(database, bodyOf(second, 'Two'), 3);
    setLive(database, { name: 'Two', liveFor: '' });
    expect(fewShotSets(database).map(({ name, liveFor }) => [name, liveFor])).toEqual([
      ['Two', ''],
      ['One', null],
    ]);
    expect((await choose(project, { most: 2 }, 'One')).comparison).toMatchObject({
      stays: 2,
      in: [],
      out: [],
    });
    expect(removeFewShotSet(database, 'One')).toMatchObject({ ok: true });
    await expect(choose(project, {}, 'One')).rejects.toThrow(/no few-shot set “One”/u);
  });
});
