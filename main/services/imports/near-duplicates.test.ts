import { describe, expect, it } from 'vitest';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { Database } from '../../db/database.ts';
import { setDerivedVersion } from '../../db/tables/derived.ts';
import { countNearDuplicates, groupedThrough, setGroupedThrough } from '../../db/tables/near-duplicates.ts';
import type { OpenProject } from '../project/open-project.ts';
import {
  dissolveLoneGroups,
  markNearDuplicates,
  needsNearDuplicates,
  runNearDuplicates,
} from './near-duplicates.ts';
import { undoImport } from './undo-import.ts';

const letters =
  'The invoice of last month was sent to the wrong address, please send it once more to the new one';
const weather =
  'Tomorrow it will rain in the north while the south stays dry and sunny until late in the evening';

function row(id: string, output: string, input: unknown = 'What should I write?') {
  return { id, input, output };
}

/** An input with instructions before it. */
function told(content: string) {
  return [
    { role: 'system', content: `${letters} ${weather}` },
    { role: 'user', content },
  ];
}

async function mark(project: OpenProject): Promise<void> {
  expect(await markNearDuplicates(jobContext(project))).toBe(true);
  expect(needsNearDuplicates(project.database)).toBe(false);
  expect(project.database.pragma('foreign_key_check')).toEqual([]);
}

/** External ids of each group, sorted. */
function groupsOf(database: Database): string[] {
  return database
    .prepare(
      `SELECT group_concat(id, ' ') FROM (SELECT group_seq, external_id AS id FROM near_duplicates
       JOIN interactions ON seq = interaction_seq ORDER BY external_id) GROUP BY group_seq ORDER BY 1`,
    )
    .pluck()
    .all()
    .map(String);
}

describe('markNearDuplicates', () => {
  it('groups interactions that differ in case, white space, numbers and a few words, and keeps them all', async () => {
    const project = newProject();
    await importRows(project, [
      row('a1', letters),
      row('w1', weather),
      row('a2', `${letters.toUpperCase()} `),
      row('a3', letters.replace('month', 'week')),
      row('other', 'Something else entirely, about which nobody else wrote a single word so far'),
      row('w2', weather.replace('Tomorrow', 'Today')),
      row('n1', '42 apples and 7 pears for the cake that we bake'),
      row('n2', '1 apples and 19 pears for the cake that we bake'),
    ]);
    expect(needsNearDuplicates(project.database)).toBe(true);
    await mark(project);
    expect(groupsOf(project.database)).toEqual(['a1 a2 a3', 'n1 n2', 'w1 w2']);
    expect(countNearDuplicates(project.database)).toEqual({ groups: 3, interactions: 7 });
    expect(project.database.prepare('SELECT count(*) FROM interactions').pluck().get()).toBe(8);
  });

  it('does not count what the system was told, which is the same everywhere', async () => {
    const project = newProject();
    await importRows(project, [
      row('a', 'Yes, tomorrow at noon', told('Is the shop open?')),
      row('b', 'It costs four coins a piece', told('How much are they?')),
    ]);
    await mark(project);
    expect(groupsOf(project.database)).toEqual([]);
  });

  it('leaves interactions without words alone', async () => {
    const project = newProject();
    await importRows(project, [row('a', '?', '!'), row('b', '...', '!'), row('c', '!!', '?')]);
    await mark(project);
    expect(groupsOf(project.database)).toEqual([]);
  });

  it('adds what comes later to the groups that are there', async () => {
    const project = newProject();
    await importRows(project, [row('a1', letters), row('w1', weather), row('w2', `${weather}!`)]);
    await mark(project);
    expect(groupsOf(project.database)).toEqual(['w1 w2']);
    await importRows(project, [row('a2', `${letters}.`), row('w3', `${weather}?`)]);
    expect(needsNearDuplicates(project.database)).toBe(true);
    await mark(project);
    expect(groupsOf(project.database)).toEqual(['a1 a2', 'w1 w2 w3']);
  });

  it('leaves no group of one after an import was undone, nor one of what took the place of another', async () => {
    const project = newProject();
    await importRows(project, [row('a1', letters)]);
    const { sourceId } = await importRows(project, [
      row('a2', `${letters}!`),
      row('w1', weather),
      row('w2', `${weather}!`),
    ]);
    await mark(project);
    expect(groupsOf(project.database)).toEqual(['a1 a2', 'w1 w2']);
    await undoImport(project.database, { sourceId: sourceId ?? '' });
    expect(countNearDuplicates(project.database)).toEqual({ groups: 0, interactions: 0 });
    dissolveLoneGroups(project.database);
    expect(groupsOf(project.database)).toEqual([]);
    // The same seqs once more, with other texts.
    await importRows(project, [row('n1', 'one two three'), row('w3', weather), row('a3', `${letters}?`)]);
    expect(needsNearDuplicates(project.database)).toBe(true);
    await mark(project);
    expect(groupsOf(project.database)).toEqual(['a1 a3']);
  });

  it('goes on after it was cancelled, at every point where it can be', async () => {
    const project = newProject();
    await importRows(
      project,
      Array.from({ length: 1200 }, (_, at) => row(`r${at}`, `${at % 2 === 0 ? letters : weather} ${at}`)),
    );
    let cancelled = 0;
    for (let isDone = false; !isDone;) {
      const abort = new AbortController();
      isDone = await markNearDuplicates(
        jobContext(project, { signal: abort.signal, report: () => abort.abort() }),
      );
      if (!isDone) cancelled++;
      expect(needsNearDuplicates(project.database)).toBe(!isDone);
      // Grouping itself starts anew each time, so let it through once all have a fingerprint.
      if (cancelled === 4) {
        await mark(project);
        isDone = true;
      }
    }
    expect(cancelled).toBe(4);
    expect(countNearDuplicates(project.database)).toEqual({ groups: 2, interactions: 1200 });
  });

  it('makes everything anew after a crash while groups were written, and for fingerprints of an older version', async () => {
    const project = newProject();
    await importRows(project, [row('a1', letters), row('a2', `${letters}!`), row('w1', weather)]);
    await mark(project);
    setGroupedThrough(project.database, 0);
    project.database.prepare('UPDATE near_duplicates SET group_seq = 3').run();
    expect(needsNearDuplicates(project.database)).toBe(true);
    await mark(project);
    expect(groupsOf(project.database)).toEqual(['a1 a2']);
    setDerivedVersion(project.database, 'fingerprints', 0);
    project.database.prepare(`UPDATE fingerprints SET hash = x'00'`).run();
    await mark(project);
    expect(groupsOf(project.database)).toEqual(['a1 a2']);
    expect(groupedThrough(project.database)).toBe(3);
  });

  it('as a job says what it found', async () => {
    const project = newProject();
    expect(await runNearDuplicates({}, jobContext(project))).toEqual({
      ok: true,
      value: { groups: 0, interactions: 0 },
    });
    await importRows(project, [row('a1', letters), row('a2', `${letters}!`)]);
    expect(await runNearDuplicates({}, jobContext(project))).toEqual({
      ok: true,
      value: { groups: 1, interactions: 2 },
    });
  });
});
