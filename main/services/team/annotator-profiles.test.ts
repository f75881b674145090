import { describe, expect, it } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { type Database, prepare } from '../../db/database.ts';
import { actsSql, answerCountsSql, labelsOfAnnotatorSql } from '../../db/tables/team.ts';
import { setLabel } from '../review/set-label.ts';
import { setGoldAnswer } from '../review/set-mark.ts';
import { writeEdit } from '../review/write-edit.ts';
import { annotatorAnswers } from './annotator-answers.ts';
import { annotatorProfiles } from './annotator-profiles.ts';

const day = 86_400_000;

/** Ana works on two days, ten seconds an interaction; Bo's labels were imported. */
function project(): Database {
  const { database } = newProject();
  const ids = addInteractions(database, 6);
  ids.forEach((id, index) => {
    const now = (index < 4 ? 0 : day) + index * 10_000;
    const actor = { annotator: 'Ana', device: 'device-a', now };
    const answer = { interactionId: id, question: 'verdict', value: index === 0 ? 'bad' : 'good' };
    expect(setLabel(database, actor, answer)).toMatchObject({ ok: true });
    if (index === 1)
      expect(writeEdit(database, actor, { interactionId: id, text: 'Other' })).toMatchObject({ ok: true });
    if (index === 5)
      expect(setGoldAnswer(database, actor, { ...answer, value: 'good' })).toMatchObject({ ok: true });
    addImportedLabel(database, id, 'Bo', 'verdict', 'bad');
    addImportedLabel(database, id, 'Bo', 'issues', ['tone', 'facts']);
  });
  return database;
}

async function profilesOf(database: Database) {
  const read = await annotatorProfiles(database, {});
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

describe('annotatorProfiles', () => {
  it('tells how much everybody did, and how fast those who worked here', async () => {
    const profiles = await profilesOf(project());
    expect(profiles).toEqual([
      {
        name: 'Ana',
        kind: 'person',
        labels: 6,
        items: 6,
        edits: 1,
        spans: 0,
        gold: [],
        activeDays: 2,
        firstAt: 0,
        lastAt: day + 50_000,
        pace: { items: 4, milliseconds: 40_000, perHour: 360 },
      },
      {
        name: 'Bo',
        kind: 'imported',
        labels: 12,
        items: 6,
        edits: 0,
        spans: 0,
        gold: [{ question: 'verdict', answered: 1, right: 0 }],
        activeDays: 0,
        firstAt: null,
        lastAt: null,
        pace: null,
      },
    ]);
  });

  it('knows nobody in a new project', async () => {
    expect(await profilesOf(newProject().database)).toEqual([]);
  });

  it('ends when nobody waits for it', async () => {
    const read = await annotatorProfiles(project(), {}, AbortSignal.abort());
    expect(read).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } });
  });
});

describe('annotatorAnswers', () => {
  it('counts the answers of one annotator beside those of everyone', async () => {
    const database = project();
    const read = await annotatorAnswers(database, { annotator: 'Ana' });
    expect(read).toMatchObject({
      value: [{ question: 'verdict', name: 'Verdict', own: 6, everyone: 12, answersLeftOut: 0 }],
    });
    const [verdict] = read.ok ? read.value : [];
    expect(verdict?.answers.map(({ value, own, everyone }) => [value, own, everyone])).toEqual([
      ['good', 5, 5],
      ['needs_work', 0, 0],
      ['bad', 1, 7],
    ]);
    const other = await annotatorAnswers(database, { annotator: 'Bo' });
    expect(other).toMatchObject({
      value: [
        { question: 'verdict' },
        {
          question: 'issues',
          own: 6,
          answers: [
            { value: 'tone', own: 6 },
            { value: 'facts', own: 6 },
          ],
        },
      ],
    });
  });

  it('leaves out what nobody could count, and says who is not there', async () => {
    const database = project();
    const [id = ''] = prepare(database, 'SELECT id FROM interactions').pluck().all().map(String);
    addImportedLabel(database, id, 'Cy', 'note', 'Some words');
    expect(await annotatorAnswers(database, { annotator: 'Cy' })).toEqual({ ok: true, value: [] });
    expect(await annotatorAnswers(database, { annotator: 'Zoe' })).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
  });
});

describe('queries about an annotator', () => {
  it.each([
    [
      'labels',
      labelsOfAnnotatorSql,
      'SEARCH labels USING COVERING INDEX labels_by_annotator (annotator_seq=?)',
    ],
    ['acts', actsSql, 'SEARCH events USING INDEX events_by_actor (actor_seq=? AND seq>?)'],
    ['answers', answerCountsSql, 'SEARCH labels USING COVERING INDEX labels_by_answer (question=?)'],
  ])('find %s by index, without sorting', (_, sql, step) => {
    const rows = newProject()
      .database.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...sql.matchAll(/\?/g).map(() => '1'));
    const plan = rows.map((row) => String(Object(row).detail)).join('\n');
    expect(plan).toContain(step);
    expect(plan).not.toContain('TEMP B-TREE');
  });
});
