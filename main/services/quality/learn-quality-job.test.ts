import { describe, expect, it } from 'vitest';
import type { QualityModel } from '../../../shared/contract/quality-operations.ts';
import { defaultSignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Result } from '../../../shared/result/result.ts';
import { addImportedLabel, newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { valuesOf } from '../../db/query.ts';
import { latestLabelActSql } from '../../db/tables/quality-models.ts';
import { answeredSeqsSql, measuredRowsSql, scoredSeqSql } from '../../db/tables/quality-rows.ts';
import { insertSignalSettings } from '../../db/tables/signal-settings.ts';
import type { OpenProject } from '../project/open-project.ts';
import { learnFromLabels, runLearnQuality } from './learn-quality-job.ts';
import { qualityDistribution } from './quality-distribution.ts';
import { readQualityModel } from './quality-model.ts';
import { qualityOfItem } from './quality-of-item.ts';
import { qualityTrial } from './quality-trial.ts';
import { qualityWeights } from './quality-weights.ts';

/** Interactions whose verdict is that what was accepted is good, but for one in ten; returns their ids. */
async function addLabelled(project: OpenProject, count: number): Promise<string[]> {
  await importRows(
    project,
    Array.from({ length: count }, (_, place) => ({
      id: `i${place}`,
      input: `Question ${place}`,
      output: `Answer ${place}`,
      user: `u${place % 20}`,
      action: isAccepted(place) ? 'accepted' : 'discarded',
      annotator: 'Ada',
      verdict: isGood(place) ? 'good' : 'bad',
    })),
  );
  return valuesOf<string>(project.database, 'SELECT id FROM interactions ORDER BY seq').all();
}

function isAccepted(place: number): boolean {
  return place % 2 === 1;
}

function isGood(place: number): boolean {
  return isAccepted(place) !== (place % 10 === 0);
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function learn(project: OpenProject): Promise<QualityModel> {
  valueOf(await runLearnQuality({ scales: [] }, jobContext(project)));
  const { model } = readQualityModel(project.database);
  if (model === null) throw new Error('No model was kept.');
  return model;
}

describe('learning quality from labels', () => {
  it('keeps a model that says what it was made from, and when it is outdated', async () => {
    const project = newProject();
    const { database } = project;
    const [discarded = '', accepted = ''] = await addLabelled(project, 120);
    const model = await learn(project);
    expect(model.labels).toMatchObject({
      count: 120,
      good: 72,
      bad: 48,
      found: 120,
      undecided: 0,
      unmeasured: 0,
      questions: [{ id: 'verdict', name: 'Verdict' }],
    });
    expect(model.folds).toMatchObject({ by: 'session_and_user', groups: 20 });
    // Of 72 good ones 60 are told from all bad ones by what was accepted.
    expect(model.learned.figures.auc).toBeGreaterThan(60 / 72 - 0.01);
    expect(model.weighted?.figures.count).toBe(120);
    expect(readQualityModel(database).outdated).toEqual([]);

    const bad = valueOf(qualityOfItem(database, discarded));
    const good = valueOf(qualityOfItem(database, accepted));
    expect(bad.weighted?.score).toBeLessThan(good.weighted?.score ?? 0);
    expect(bad.weighted?.parts.find(({ signal }) => signal === 'accepted')?.moves).toBeLessThan(0);
    expect(bad.learned?.score).toBeLessThan(0.5);
    expect(good.learned?.score).toBeGreaterThan(0.8);
    expect(good.learned?.isOutdated).toBe(false);

    insertSignalSettings(database, { revision: 1, settings: defaultSignalSettings }, 0);
    await importRows(project, [{ id: 'later', input: 'Question', output: 'Answer' }]);
    expect(readQualityModel(database).outdated).toEqual(['settings', 'imports']);
  });

  it('asks for more labels where there are few', async () => {
    const project = newProject();
    await addLabelled(project, 49);
    expect(await runLearnQuality({ scales: [] }, jobContext(project))).toMatchObject({
      ok: false,
      error: { code: 'QUALITY_TOO_FEW_LABELS' },
    });
    expect(readQualityModel(project.database).model).toBeNull();
  });

  it('counts what annotators say by their mean, and leaves out what they are split on', async () => {
    const project = newProject();
    const said = (await addLabelled(project, 100)).slice(0, 30);
    for (const id of said) addImportedLabel(project.database, id, 'Bo', 'verdict', 'good');
    const split = said.filter((_, place) => !isGood(place)).length;
    expect(split).toBeGreaterThan(0);
    expect((await learn(project)).labels).toMatchObject({ count: 100 - split, undecided: split });
  });

  it('says what values are missing', async () => {
    const project = newProject();
    await addLabelled(project, 60);
    const learned = await learnFromLabels({ scales: [] }, jobContext(project));
    expect(learned.ok || learned.error.message).toContain('60 more have no signal values yet');
  });

  it('counts interactions by score', async () => {
    const project = newProject();
    await addLabelled(project, 60);
    await learn(project);
    const { bins, known, unknown } = valueOf(await qualityDistribution(project.database));
    const scores = valuesOf<number>(project.database, 'SELECT quality FROM signal_values').all();
    expect({ known, unknown }).toEqual({ known: 60, unknown: 0 });
    for (const score of new Set(scores))
      expect(bins[Math.floor(Math.round(score * 100) / 5)]).toBe(
        scores.filter((one) => one === score).length,
      );
  });

  it('lends interactions to try weights on', async () => {
    const project = newProject();
    await addLabelled(project, 60);
    await learn(project);
    const trial = valueOf(await qualityTrial(project.database, { scales: [] }, new AbortController().signal));
    expect(trial.labelled).toHaveLength(60);
    expect(trial.labelled[1]).toMatchObject({ isGood: true, values: { accepted: 1, discarded: 0 } });
    expect(trial.examples.map(({ values }) => values['accepted'])).toEqual([0, 1]);
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
