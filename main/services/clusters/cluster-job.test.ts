import { describe, expect, it } from 'vitest';
import { generatedEdits, type GeneratedRow } from '../../../tests/support/generated-edits.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { type Database, prepare } from '../../db/database.ts';
import { numberOf, rowsOf } from '../../db/query.ts';
import type { OpenProject } from '../project/open-project.ts';
import { checkProject } from '../project/check-project.ts';
import { undoImport } from '../imports/undo-import.ts';
import { acceptRun } from './accept-run.ts';
import { clusterState, needsClusters } from './cluster-state.ts';
import { driftingBelow, listClusters } from './list-clusters.ts';
import { type ClusterJobInput, updateClusters } from './run-cluster-job.ts';
import { runDifference } from './run-difference.ts';

async function update(project: OpenProject, input: Partial<ClusterJobInput> = {}) {
  const job = { full: false, settings: {}, dataFolder: '/nowhere', ...input };
  const report = await updateClusters(job, jobContext(project));
  if (!report.ok) throw new Error(report.error.message);
  return report.value;
}

async function projectOf(rows: readonly GeneratedRow[]): Promise<OpenProject> {
  const project = newProject();
  await importRows(project, rows);
  return project;
}

/** The cluster of each change of the current run, by the interaction's id in the file and the place. */
function clusterOfChanges(database: Database): Map<string, string | null> {
  const rows = rowsOf<{ readonly change: string; readonly cluster: string | null }>(
    database,
    `SELECT i.external_id || ' ' || c.place AS change, k.id AS cluster
     FROM changes AS c JOIN interactions AS i ON i.seq = c.interaction_seq
     JOIN change_clusters AS a ON a.change_seq = c.seq
     JOIN cluster_runs AS r ON r.seq = a.run_seq AND r.state = 'current'
     LEFT JOIN clusters AS k ON k.seq = a.cluster_seq ORDER BY change`,
  ).all();
  return new Map(rows.map(({ change, cluster }) => [change, cluster]));
}

/** Share of those that were in a cluster which are in one of the same id. */
function keptShare(before: ReadonlyMap<string, string | null>, after: ReadonlyMap<string, string | null>) {
  const members = [...before].filter(([, cluster]) => cluster !== null);
  return members.filter(([change, cluster]) => after.get(change) === cluster).length / members.length;
}

const perWeek = 100;
const eightWeeks = generatedEdits({ from: 1, to: 8 }, perWeek, [0, 1, 2, 3]);
const ninthWeek = generatedEdits({ from: 9, to: 9 }, perWeek, [0, 1, 2, 3]);

describe('clusters of changes', { timeout: 60_000 }, () => {
  it('keep their members and ids when a week comes, joined or made anew', async () => {
    const project = await projectOf(eightWeeks);
    const { database } = project;
    const first = await update(project);
    expect(first).toMatchObject({ changes: 800, pending: false });
    expect(first.clusters).toBeGreaterThanOrEqual(4);
    const before = clusterOfChanges(database);
    await importRows(project, ninthWeek);
    expect(clusterState(database).waiting).toBe(perWeek);
    expect(await update(project)).toMatchObject({ changes: 900, pending: false });
    expect(clusterState(database).waiting).toBe(0);
    expect(keptShare(before, clusterOfChanges(database))).toBe(1);
    expect(await update(project, { full: true })).toMatchObject({ changes: 900, pending: true });
    const difference = await runDifference(database);
    expect(difference).toMatchObject({ ok: true });
    expect(acceptRun(database).ok).toBe(true);
    expect(await update(project)).toMatchObject({ changes: 900, pending: false });
    expect(keptShare(before, clusterOfChanges(database))).toBeGreaterThanOrEqual(0.95);
    expect(numberOf(database, 'SELECT count(DISTINCT run_seq) FROM change_clusters')).toBe(1);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('are the same for the same seed, in whatever order rows came', async () => {
    const projects = [eightWeeks, eightWeeks, eightWeeks.toReversed()].map(async (rows) => {
      const project = await projectOf(rows);
      await update(project, { settings: { seed: 7 } });
      return clusterOfChanges(project.database);
    });
    const [one, again, reversed] = await Promise.all(projects);
    expect(again).toEqual(one);
    expect(reversed).toEqual(one);
    expect(new Set(one?.values()).size).toBeGreaterThan(4);
  });

  it('are the same however often making them was cut off', async () => {
    const rows = eightWeeks.slice(0, 500);
    const [smooth, cut] = [await projectOf(rows), await projectOf(rows)];
    await update(smooth);
    const input = { full: false, settings: {}, dataFolder: '/nowhere' };
    let ends = 0;
    for (;;) {
      const cancelled = new AbortController();
      let left = 1;
      const whenRunning = async () => {
        if (left === 0) cancelled.abort();
        left -= 1;
      };
      const report = await updateClusters(input, jobContext(cut, { signal: cancelled.signal, whenRunning }));
      if (report.ok) break;
      expect(report.error.code).toBe('JOB_CANCELLED');
      ends += 1;
    }
    // Twice in changes, after vectors and after the run.
    expect(ends).toBeGreaterThanOrEqual(4);
    expect(clusterOfChanges(cut.database)).toEqual(clusterOfChanges(smooth.database));
    expect(checkProject(cut.database).problems).toEqual([]);
  });

  it('leave nothing of a run that was cut off while it was written', async () => {
    const project = await projectOf(eightWeeks.slice(0, 200));
    const { database } = project;
    await update(project);
    const before = clusterOfChanges(database);
    prepare(
      database,
      `INSERT INTO cluster_runs (id, state, model_seq, settings, stats, model, created_at)
       SELECT 'cut', 'building', model_seq, settings, stats, model, 0 FROM cluster_runs`,
    ).run();
    prepare(
      database,
      `INSERT INTO change_clusters SELECT change_seq, run_seq + 1, NULL, NULL, 0, interaction_seq, week FROM change_clusters`,
    ).run();
    await update(project);
    expect(clusterOfChanges(database)).toEqual(before);
    expect(numberOf(database, 'SELECT count(*) FROM cluster_runs')).toBe(1);
    expect(numberOf(database, 'SELECT count(*) FROM change_clusters')).toBe(200);
  });

  it('are joined by a new one where enough that is new is alike', async () => {
    const project = await projectOf(eightWeeks);
    await update(project);
    const before = await listClusters(project.database);
    await importRows(project, generatedEdits({ from: 9, to: 9 }, perWeek, [4]));
    await update(project);
    const after = await listClusters(project.database);
    if (!before.ok || !after.ok) throw new Error('no clusters');
    const known = new Set(before.value.map(({ id }) => id));
    const added = after.value.filter(({ id }) => !known.has(id));
    expect(after.value.length - added.length).toBe(known.size);
    const [greeting] = added.toSorted((a, b) => b.changes - a.changes);
    expect(greeting?.name).toContain('hi');
    expect(greeting?.changes).toBeGreaterThan(80);
    expect(greeting?.weeks.at(-1)).toMatchObject({ week: '2026-W40', of: perWeek });
    expect(greeting?.weeks.at(-1)?.interactions).toBe(greeting?.changes);
    expect(greeting?.weeks.at(0)?.interactions).toBe(0);
    expect(after.value.every(({ isDrifting }) => !isDrifting)).toBe(true);
  });

  it('drift where what joins is of another kind than what they were made of', async () => {
    const project = await projectOf(eightWeeks);
    const { database } = project;
    await update(project);
    await importRows(project, ninthWeek);
    const [first, second] = rowsOf<{ readonly seq: number }>(database, 'SELECT seq FROM clusters').all();
    await update(project);
    // As if what is near to one cluster had joined the other.
    prepare(
      database,
      'UPDATE change_clusters SET cluster_seq = ? WHERE cluster_seq = ? AND change_seq > 800',
    ).run(first?.seq, second?.seq);
    prepare(database, 'DELETE FROM change_clusters WHERE cluster_seq = ? AND change_seq > 860').run(
      first?.seq,
    );
    await update(project);
    const drifts = rowsOf<{ readonly drift: number | null }>(
      database,
      'SELECT drift FROM clusters ORDER BY seq',
    ).all();
    expect(drifts[0]?.drift).toBeLessThan(driftingBelow);
  });

  it('go with the import that brought their changes', async () => {
    const project = await projectOf(eightWeeks);
    const { database } = project;
    const { sourceId } = await importRows(project, ninthWeek);
    await update(project);
    expect(numberOf(database, 'SELECT count(*) FROM changes')).toBe(900);
    await undoImport(database, { sourceId: sourceId ?? '' });
    expect(numberOf(database, 'SELECT count(*) FROM changes')).toBe(800);
    expect(clusterState(database).waiting).toBe(0);
    await importRows(project, ninthWeek);
    expect(clusterState(database).waiting).toBe(perWeek);
    expect(await update(project)).toMatchObject({ changes: 900 });
    expect(checkProject(database).problems).toEqual([]);
  });

  it('are not made again and again where vectors of a new version wait to be accepted', async () => {
    const project = await projectOf(eightWeeks.slice(0, 300));
    const { database } = project;
    await update(project);
    prepare(database, `UPDATE vector_models SET version = 'older'`).run();
    await importRows(project, ninthWeek);
    expect(needsClusters(database)).toBe(true);
    expect(await update(project)).toMatchObject({ changes: 400, pending: true });
    expect(needsClusters(database)).toBe(false);
    acceptRun(database);
    expect(await update(project)).toMatchObject({ changes: 400, pending: false });
    expect(numberOf(database, 'SELECT count(DISTINCT model_seq) FROM change_vectors')).toBe(1);
    expect(numberOf(database, 'SELECT count(*) FROM vector_models')).toBe(1);
  });

  it('are few where a cluster has to have more changes, and the difference names those that go', async () => {
    const project = await projectOf(eightWeeks);
    const { database } = project;
    await update(project);
    const made = await update(project, { settings: { leastChanges: 190 } });
    expect(made.pending).toBe(true);
    const difference = await runDifference(database);
    if (!difference.ok) throw new Error('no difference');
    const { removed, kept, added } = difference.value;
    expect(removed.length).toBeGreaterThan(0);
    expect(kept.length + removed.length).toBe(clusterState(database).current?.clusters);
    expect(added).toEqual([]);
    expect(clusterState(database).pending).toMatchObject({ settings: { leastChanges: 190 } });
  });
});
