import { describe, expect, it } from 'vitest';
import { addChange, addCluster, addMode, addRun } from '../../../tests/support/failure-modes.ts';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { type Database, prepare } from '../../db/database.ts';
import { notesSql } from '../../db/tables/coding-notes.ts';
import { reviewedSql } from '../../db/tables/reviewed.ts';
import {
  clusteredChangesSql,
  countEditedSql,
  editedAmongSql,
  placesToSql,
  queueReachSql,
} from '../../db/tables/strata.ts';
import type { Actor } from '../review/act.ts';
import { setSpanLabel } from '../review/set-span-label.ts';
import { estimateModes } from './estimate-modes.ts';
import { listNotes, type NotesInput } from './list-notes.ts';
import { readSaturation } from './read-saturation.ts';

const ana: Actor = { annotator: 'ana', device: 'device-a', now: 1_760_000_000_000 };

/** A note on the first letters of an output. */
function addNote(database: Database, interactionId: string, note: string, minute: number, failureMode = '') {
  const written = setSpanLabel(
    database,
    { ...ana, now: ana.now + minute * 60_000 },
    {
      interactionId,
      start: 0,
      end: 6,
      added: null,
      value: { failureMode: failureMode === '' ? null : failureMode, severity: null, note },
    },
  );
  if (!written.ok) throw new Error(written.error.message);
}

async function notesOf(database: Database, input: NotesInput) {
  const listed = await listNotes(database, input);
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value;
}

describe('notes to be grouped', () => {
  it('lists those without a failure mode and those with one, the newest first, in pages', async () => {
    const { database } = newProject();
    const ids = addInteractions(database, 5);
    ids.forEach((id, index) => addNote(database, id, `note ${index}`, index, index === 2 ? 'Too long' : ''));
    const first = await notesOf(database, { grouped: false, limit: 2 });
    expect(first.notes.map(({ text }) => text)).toEqual(['note 4', 'note 3']);
    expect(first.total).toBe(4);
    const rest = await notesOf(database, { grouped: false, limit: 2, after: first.nextAfter ?? '' });
    expect(rest.notes.map(({ text }) => text)).toEqual(['note 1', 'note 0']);
    expect(rest.nextAfter).toBeNull();
    const { notes, groups } = await notesOf(database, { grouped: true });
    expect(notes).toMatchObject([
      {
        text: 'note 2',
        quote: 'Output',
        place: '0-6',
        annotator: 'ana',
        question: null,
        failureMode: { name: 'Too long' },
      },
    ]);
    expect(groups).toMatchObject([{ name: 'Too long', notes: 1 }]);
  });

  it('goes on behind a note that left the list meanwhile', async () => {
    const { database } = newProject();
    const ids = addInteractions(database, 3);
    ids.forEach((id, index) => addNote(database, id, `note ${index}`, index));
    const { nextAfter } = await notesOf(database, { grouped: false, limit: 1 });
    addNote(database, ids[2] ?? '', 'note 2', 2, 'Tone');
    const { notes } = await notesOf(database, { grouped: false, after: nextAfter ?? '' });
    expect(notes.map(({ text }) => text)).toEqual(['note 1', 'note 0']);
  });
});

describe('saturation', () => {
  it('goes by when an interaction was first looked at', async () => {
    const { database } = newProject();
    const ids = addInteractions(database, 30);
    const backwards = [...ids.entries()].toReversed();
    for (const [index, id] of backwards)
      addNote(database, id, 'seen', 30 - index, index < 5 ? `mode ${index}` : '');
    const read = await readSaturation(database, {});
    expect(read).toMatchObject({
      ok: true,
      value: {
        reviewed: 30,
        modes: 5,
        once: 5,
        // The first five in the file were the last ones reviewed.
        points: [
          { reviewed: 20, modes: 0 },
          { reviewed: 30, modes: 5, newModes: 5 },
        ],
      },
    });
  });
});

/** 20 interactions in a cluster, one of them with a later change in another, and 80 in none; all 10 reviewed of the cluster and 1 of 10 others have the mode. */
function project() {
  const { database } = newProject();
  const ids = addInteractions(database, 100);
  const run = addRun(database, 'current');
  const cluster = addCluster(database, run, 'c1', 'long');
  for (let seq = 1; seq <= 20; seq++)
    addChange(database, { interaction: seq, place: '0-6', mode: null, clusters: { [run]: cluster } });
  const other = addCluster(database, run, 'c2', 'short');
  addChange(database, { interaction: 1, place: '7-9', mode: null, clusters: { [run]: other } });
  for (let index = 0; index < 10; index++) addNote(database, ids[index] ?? '', 'x', index, 'Too long');
  for (let index = 20; index < 30; index++)
    addNote(database, ids[index] ?? '', 'x', index, index === 20 ? 'Too long' : '');
  return { database, ids };
}

async function estimate(database: Database) {
  const read = await estimateModes(database, {});
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

describe('estimates', () => {
  it('weigh what was reviewed by how many there are of its like', async () => {
    const { modes, ...all } = await estimate(project().database);
    expect(all).toEqual({ reviewed: 20, of: 100, isRandom: false, coveredShare: 1, strata: 2 });
    expect(modes).toMatchObject([{ name: 'Too long', found: 11, naiveShare: 0.55 }]);
    expect(modes[0]?.share).toBeCloseTo(0.2 * 1 + 0.8 * 0.1, 10);
    expect(modes[0]?.low).toBeLessThan(0.28);
    expect(modes[0]?.high).toBeLessThan(0.55);
  });

  it('know nothing of strata that nobody looked at', async () => {
    const { database } = project();
    prepare(database, 'UPDATE interactions SET edited = 1 WHERE seq > 50').run();
    const { coveredShare, modes } = await estimate(database);
    expect(coveredShare).toBe(0.5);
    expect(modes[0]?.high).toBeGreaterThan(0.5);
    expect(modes[0]?.low).toBeLessThan(0.25);
  });

  it('are not weighted where what was reviewed is the beginning of a random queue of everything', async () => {
    const { database } = project();
    const settings = {
      filter: [],
      order: { by: 'random' },
      seed: 0,
      limit: null,
      overlap: 100,
      goldEvery: null,
    };
    prepare(
      database,
      `INSERT INTO queues (id, name, settings, created_at, build, through_seq) VALUES ('q', 'q', ?, 0, 1, 100)`,
    ).run(JSON.stringify({ ...settings, blind: false }));
    const put = prepare(database, 'INSERT INTO queue_items VALUES (1, 0, ?, ?)');
    const reviewed = [...Array(10).keys()].flatMap((index) => [index + 1, index + 21]);
    const rest = [...Array(100).keys()].map((index) => index + 1).filter((seq) => !reviewed.includes(seq));
    [...reviewed, ...rest].forEach((seq, index) => put.run(index * 2, seq));
    expect(await estimate(database)).toMatchObject({
      isRandom: true,
      strata: 1,
      modes: [{ share: 0.55, naiveShare: 0.55 }],
    });
    prepare(database, 'DELETE FROM queue_items').run();
    [...rest, ...reviewed].forEach((seq, index) => put.run(index * 2, seq));
    expect(await estimate(database)).toMatchObject({ isRandom: false });
  });

  it('are empty where nothing is reviewed', async () => {
    const { database } = newProject();
    addMode(database, 'm', 'Tone');
    expect(await estimate(database)).toMatchObject({
      reviewed: 0,
      coveredShare: 0,
      modes: [{ share: null, low: 0, high: 1, naiveShare: 0 }],
    });
  });
});

describe('queries of coding and estimates', () => {
  it.each([
    [notesSql, 'span_labels_with_note', 'labels_by_answer (question=?)'],
    [
      reviewedSql,
      'labels USING PRIMARY KEY (interaction_seq>? AND interaction_seq<?)',
      'span_labels USING PRIMARY KEY',
    ],
    [clusteredChangesSql, 'COVERING INDEX change_clusters_by_cluster (run_seq=? AND cluster_seq>?)', ''],
    [countEditedSql, 'COVERING INDEX interactions_by_labelled', ''],
    [editedAmongSql, 'COVERING INDEX interactions_in_order (seq=?)', ''],
    [queueReachSql, 'COVERING INDEX queue_items_by_interaction (interaction_seq=? AND build=?', ''],
    [placesToSql, 'PRIMARY KEY (build=? AND assignee=? AND position<?)', ''],
  ])('use indexes', (sql, ...steps) => {
    const { database } = newProject();
    const rows = prepare(database, `EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '1'));
    const plan = rows.map((row) => String(Object(row).detail)).join('\n');
    for (const step of steps) expect(plan).toContain(step);
  });
});
