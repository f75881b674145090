import { describe, expect, it } from 'vitest';
import { addImportedLabel, addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { jobContext } from '../../../tests/support/test-import.ts';
import { type Database, prepare } from '../../db/database.ts';
import { answeredSeqsSql, measuredRowsSql, scoredSeqSql } from '../../db/tables/quality-rows.ts';
import { latestLabelActSql } from '../../db/tables/quality-models.ts';
import { insertSignalSettings } from '../../db/tables/signal-settings.ts';
import { defaultSignalSettings } from '../../../shared/domain/signals/settings.ts';
import { learnFromLabels } from './learn-quality-job.ts';
import { readQualityModel } from './quality-model.ts';
import { qualityOfItem } from './quality-of-item.ts';
import { qualityTrial } from './quality-trial.ts';
import { qualityWeights } from './quality-weights.ts';

/** Interactions whose verdict is that what was accepted is good, but for one in ten. */
function addLabelled(database: Database, count: number): string[] {
  const ids = addInteractions(database, count);
  prepare(
    database,
    `INSERT OR IGNORE INTO signal_cells (seq, week, surface, model, prompt_version_seq, segment, interactions)
     VALUES (1, '2026-W40', '', '', 0, '', 0)`,
  ).run();
  const insert = prepare(
    database,
    `INSERT INTO signal_values (interaction_seq, cell_seq, quality, body)
     SELECT seq, 1, ?, ? FROM interactions WHERE id = ?`,
  );
  for (const [place, id] of ids.entries()) {
    const accepted = place % 2;
    insert.run(0.25 + accepted / 2, JSON.stringify({ accepted, copied: place % 3 === 0 ? 1 : 0 }), id);
    const isGood = (accepted === 1) !== (place % 10 === 0);
    addImportedLabel(database, id, 'Ada', 'verdict', isGood ? 'good' : 'bad');
  }
  return ids;
}

describe('learning quality from labels', () => {
  it('keeps a model that says what it was made from, and when it is outdated', async () => {
    const project = newProject();
    const { database } = project;
    const [first = ''] = addLabelled(database, 120);
    const learned = await learnFromLabels({ scales: [] }, jobContext(project));
    if (!learned.ok) throw new Error(learned.error.message);
    expect(learned.value.labels).toMatchObject({ count: 120, found: 120, undecided: 0, unmeasured: 0 });
    expect(learned.value.labels.good + learned.value.labels.bad).toBe(120);
    expect(learned.value.labels.questions).toEqual([{ id: 'verdict', name: 'Verdict' }]);
    // Of 72 good ones 60 are told from all bad ones by what was accepted.
    expect(learned.value.learned.figures.auc).toBeGreaterThan(60 / 72 - 0.01);
    expect(learned.value.weighted?.figures.count).toBe(120);
    expect(readQualityModel(database)).toEqual({ model: learned.value, outdated: [] });

    const both = qualityOfItem(database, first);
    expect(both.ok && both.value.weighted?.score).toBeLessThan(0.5);
    expect(both.ok && both.value.learned?.score).toBeLessThan(0.5);
    expect(both.ok && both.value.learned?.isOutdated).toBe(false);

    insertSignalSettings(database, { revision: 1, settings: defaultSignalSettings }, 0);
    addInteractions(database, 1);
    expect(readQualityModel(database).outdated).toEqual(['settings', 'imports']);
  });

  it('asks for more labels where there are few, or all of one kind', async () => {
    const project = newProject();
    addLabelled(project.database, 49);
    const few = await learnFromLabels({ scales: [] }, jobContext(project));
    expect(few).toMatchObject({ ok: false, error: { code: 'QUALITY_TOO_FEW_LABELS' } });
    expect(readQualityModel(project.database).model).toBeNull();
  });

  it('counts what annotators say by their mean, and leaves out what they are split on', async () => {
    const project = newProject();
    const ids = addLabelled(project.database, 100);
    const said = ids.slice(0, 30);
    for (const id of said) addImportedLabel(project.database, id, 'Bo', 'verdict', 'good');
    const learned = await learnFromLabels({ scales: [] }, jobContext(project));
    if (!learned.ok) throw new Error(learned.error.message);
    // Of thirty, eighteen were bad to Ada: odd numbers are accepted and good, but for every tenth.
    const split = said.filter((_, place) => (place % 2 === 1) === (place % 10 === 0)).length;
    expect(learned.value.labels).toMatchObject({ count: 100 - split, undecided: split });
  });

  it('says what values are missing, and of what to work them out', async () => {
    const project = newProject();
    for (const id of addInteractions(project.database, 60))
      addImportedLabel(project.database, id, 'Ada', 'verdict', 'good');
    const learned = await learnFromLabels({ scales: [] }, jobContext(project));
    expect(learned.ok || learned.error.message).toContain('60 more have no signal values yet');
  });

  it('lends interactions to try weights on', async () => {
    const project = newProject();
    addLabelled(project.database, 60);
    const trial = await qualityTrial(project.database, { scales: [] }, new AbortController().signal);
    if (!trial.ok) throw new Error(trial.error.message);
    expect(trial.value.labelled).toHaveLength(60);
    expect(trial.value.labelled[1]).toEqual({ isGood: true, values: { accepted: 1, copied: 0 } });
    expect(trial.value.examples.map(({ values }) => values['accepted'])).toEqual([0, 1]);
  });

  it('explains weights, and why labels take no part', () => {
    const { database } = newProject();
    insertSignalSettings(
      database,
      { revision: 1, settings: { ...defaultSignalSettings, weights: { accepted: 7 } } },
      0,
    );
    const { signals, leftOut } = qualityWeights(database);
    expect(signals.find(({ id }) => id === 'accepted')).toMatchObject({
      defaultWeight: 3,
      weight: 7,
      sameAs: ['Discarded'],
    });
    expect(leftOut.find(({ id }) => id === 'label')?.reason).toContain('compared with');
  });

  it.each([
    ['labelled interactions', answeredSeqsSql, 'labels USING COVERING INDEX labels_by_answer (question=?)'],
    ['their values', measuredRowsSql, 'SEARCH v USING INTEGER PRIMARY KEY'],
    ['examples', scoredSeqSql, 'USING COVERING INDEX signal_values_by_quality (quality>?)'],
    ['the latest act', latestLabelActSql, 'USING COVERING INDEX events_by_type (type=?)'],
  ])('finds %s by index', (_, sql, step) => {
    const { database } = newProject();
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/gu).map(() => '[]'));
    const plan = rows.map((row) => String(Object(row).detail)).join('\n');
    expect(plan).toContain(step);
    expect(plan).not.toMatch(/SCAN (?:labels|signal_values|events|interactions|v|i)\b/u);
  });
});
