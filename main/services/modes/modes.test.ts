import { describe, expect, it } from 'vitest';
import { generatedEdits } from '../../../tests/support/generated-edits.ts';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import type { Clause } from '../../../shared/domain/filter/filter.ts';
import type { Result } from '../../../shared/result/result.ts';
import { type Database, prepare } from '../../db/database.ts';
import { numberOf, rowsOf } from '../../db/query.ts';
import type { OpenProject } from '../project/open-project.ts';
import { getItem } from '../items/get-item.ts';
import { countItems } from '../items/list-items.ts';
import { checkProject } from '../project/check-project.ts';
import { listClusters } from '../clusters/list-clusters.ts';
import { listChanges } from '../clusters/list-changes.ts';
import { updateClusters } from '../clusters/run-cluster-job.ts';
import type { Actor } from '../review/act.ts';
import { failureModes } from '../review/failure-modes.ts';
import { undo } from '../review/history.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { setLabel } from '../review/set-label.ts';
import { setSpanLabel } from '../review/set-span-label.ts';
import { assignModes, needsModes } from './assign-modes.ts';
import { decideCluster } from './decide-cluster.ts';
import { createMode, mergeModes, retireMode, updateMode } from './edit-mode.ts';
import { getMode, listModes } from './list-modes.ts';
import { modeHistory } from './mode-history.ts';
import { modeSegments } from './mode-segments.ts';
import { previewSplit } from './preview-split.ts';
import { setMembers } from './set-members.ts';
import { splitMode } from './split-mode.ts';
import { redoModes, undoModes } from './undo-modes.ts';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const anna: Actor = { annotator: 'anna', device: 'device-a', now: 1_800_000_000_000 };
const ben: Actor = { ...anna, annotator: 'ben' };

/** A project with clusters of four ways in which outputs go wrong, in three weeks. */
async function clustered(): Promise<OpenProject> {
  const project = newProject();
  const rows = generatedEdits({ from: 1, to: 3 }, 100, [0, 1, 2, 3]);
  await importRows(
    project,
    rows.map((row, index) => Object.assign(row, { prompt_version: index % 2 === 0 ? 'v1' : 'v2' })),
  );
  const job = { full: false, settings: {}, dataFolder: '/nowhere' };
  value(await updateClusters(job, jobContext(project)));
  return project;
}

interface StoredMode {
  readonly how: string;
  readonly mode: string;
}

/** The failure mode of a change as it is stored. */
function storedMode(database: Database, interactionId: string, place: string): StoredMode | null {
  const row = rowsOf<StoredMode>(
    database,
    `SELECT m.how, f.id AS mode FROM change_modes AS m JOIN changes AS c ON c.seq = m.change_seq
     JOIN interactions AS i ON i.seq = c.interaction_seq JOIN failure_modes AS f ON f.seq = m.mode_seq
     WHERE i.id = ? AND c.place = ?`,
  ).get(interactionId, place);
  return row ?? null;
}

async function firstOfCluster(database: Database, id: string) {
  const subject = { kind: 'cluster', id } as const;
  const { changes } = value(await listChanges(database, { subject, order: 'typical', limit: 3 }));
  const [change] = changes;
  if (change === undefined) throw new Error('The cluster is empty.');
  return change;
}

describe('failure modes of changes', { timeout: 60_000 }, () => {
  it('come from a confirmed cluster, and go with the decision', async () => {
    const project = await clustered();
    const { database } = project;
    const [cluster] = value(await listClusters(database));
    if (cluster === undefined) throw new Error('There is no cluster.');
    value(decideCluster(database, anna, { cluster: cluster.id, modes: [], create: 'Long words' }));
    const report = value(await assignModes(jobContext(project)));
    expect(report.assigned).toBeGreaterThanOrEqual(cluster.changes);
    // Clusters that wait for a decision are left alone.
    const taken = `SELECT count(*) FROM change_modes AS m JOIN change_clusters AS g ON g.change_seq = m.change_seq
      WHERE m.how = 'near' AND g.cluster_seq IS NOT NULL`;
    expect(numberOf(database, taken)).toBe(0);
    const { modes, interactions } = listModes(database);
    expect(modes).toMatchObject([
      { name: 'Long words', clusters: [{ id: cluster.id }], colour: cluster.colour, status: 'open' },
    ]);
    const [mode] = modes;
    expect(interactions).toBe(300);
    expect(mode?.changes).toBe(report.assigned);
    expect(mode?.weeks.map(({ of }) => of)).toEqual([100, 100, 100]);
    const seen = mode?.weeks.reduce((sum, week) => sum + week.interactions, 0);
    expect(seen).toBe(mode?.interactions);
    expect(mode?.share?.share).toBeCloseTo((mode?.interactions ?? 0) / 300);
    // The same again writes nothing.
    expect(value(await assignModes(jobContext(project))).changed).toBe(0);
    expect(needsModes(database)).toBe(false);
    expect(value(toEnd(undoModes(database, anna))).description).toBe(
      `Cluster “${cluster.name}” confirmed as “Long words”`,
    );
    expect(needsModes(database)).toBe(true);
    expect(value(await assignModes(jobContext(project))).assigned).toBe(0);
    expect(listModes(database).modes).toEqual([]);
    toEnd(redoModes(database, anna));
    expect(value(await assignModes(jobContext(project)))).toMatchObject({ assigned: report.assigned });
    expect(checkProject(database).problems).toEqual([]);
  });

  it('are given to what joins clusters as if all were gone through anew', async () => {
    const project = await clustered();
    const { database } = project;
    const [cluster] = value(await listClusters(database));
    value(decideCluster(database, anna, { cluster: cluster?.id ?? '', modes: [], create: 'Long words' }));
    const before = value(await assignModes(jobContext(project)));
    await importRows(project, generatedEdits({ from: 4, to: 4 }, 100, [0, 1, 2, 3]));
    const job = { full: false, settings: {}, dataFolder: '/nowhere' };
    const looked: number[] = [];
    value(await updateClusters(job, { ...jobContext(project), report: ({ rows }) => looked.push(rows) }));
    const given = numberOf(database, 'SELECT count(*) FROM change_modes');
    expect(given).toBeGreaterThan(before.assigned);
    expect(looked.at(-1)).toBeLessThan(before.changes);
    expect(value(await assignModes(jobContext(project)))).toMatchObject({ assigned: given, changed: 0 });
  });

  it('are what people say of a single change, at once, until they take it back', async () => {
    const project = await clustered();
    const { database } = project;
    const [cluster, other] = value(await listClusters(database));
    value(decideCluster(database, anna, { cluster: cluster?.id ?? '', modes: null, create: 'Long words' }));
    value(decideCluster(database, anna, { cluster: other?.id ?? '', modes: null, create: 'Numbers' }));
    await assignModes(jobContext(project));
    const [words, numbers] = ['Long words', 'Numbers'].map(
      (name) => listModes(database).modes.find((mode) => mode.name === name)?.id ?? '',
    ) as [string, string];
    const change = await firstOfCluster(database, cluster?.id ?? '');
    const unit = { interactionId: change.interactionId, place: change.place };
    const now = () => storedMode(database, change.interactionId, change.place);
    expect(now()).toEqual({ how: 'cluster', mode: words });
    value(toEnd(setMembers(database, anna, { id: words, units: [unit], verdict: 'out' })));
    expect(now()).toBeNull();
    value(toEnd(setMembers(database, anna, { id: numbers, units: [unit], verdict: 'in', from: words })));
    expect(now()).toEqual({ how: 'person', mode: numbers });
    await assignModes(jobContext(project));
    expect(now()).toEqual({ how: 'person', mode: numbers });
    toEnd(undoModes(database, anna));
    toEnd(undoModes(database, anna));
    expect(now()).toEqual({ how: 'cluster', mode: words });
    // The same by labels in the review, of which the project's own word on an example is the stronger one.
    const [, start = 0, end = 0] = (/^(\d+)-(\d+)/.exec(change.place) ?? []).map(Number);
    const label = {
      start,
      end,
      added: change.added,
      value: { failureMode: numbers, severity: null, note: null },
    };
    value(setSpanLabel(database, ben, { interactionId: change.interactionId, ...label }));
    expect(now()).toEqual({ how: 'person', mode: numbers });
    value(undo(database, ben));
    expect(now()).toEqual({ how: 'cluster', mode: words });
    expect(toEnd(undoModes(database, ben))).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_UNDO' } });
  });

  it('come from what is nearest to examples where nobody says anything, and not where it is said not to be like this', async () => {
    const project = await clustered();
    const { database } = project;
    const [cluster] = value(await listClusters(database));
    const subject = { kind: 'cluster', id: cluster?.id ?? '' } as const;
    const { changes } = value(await listChanges(database, { subject, order: 'newest', limit: 40 }));
    const id = value(createMode(database, anna, { name: 'Long words' }));
    const units = changes.slice(0, 20).map(({ interactionId, place }) => ({ interactionId, place }));
    value(toEnd(setMembers(database, anna, { id, units, verdict: 'in' })));
    value(await assignModes(jobContext(project)));
    const counts = (how: string) =>
      numberOf(database, 'SELECT count(*) FROM change_modes WHERE how = ?', how);
    expect(counts('person')).toBe(20);
    expect(counts('near')).toBeGreaterThan(20);
    const near = changes.slice(20).find((change) => storedMode(database, change.interactionId, change.place));
    const unit = { interactionId: near?.interactionId ?? '', place: near?.place ?? '' };
    value(toEnd(setMembers(database, anna, { id, units: [unit], verdict: 'out' })));
    expect(storedMode(database, unit.interactionId, unit.place)).toBeNull();
    value(await assignModes(jobContext(project)));
    expect(storedMode(database, unit.interactionId, unit.place)).toBeNull();
  });

  it('are divided among the parts of a split by their examples', async () => {
    const project = await clustered();
    const { database } = project;
    const clusters = value(await listClusters(database)).slice(0, 2);
    const [one, other] = clusters;
    value(decideCluster(database, anna, { cluster: one?.id ?? '', modes: null, create: 'Wording' }));
    const id = listModes(database).modes[0]?.id ?? '';
    value(decideCluster(database, anna, { cluster: other?.id ?? '', modes: [id] }));
    await assignModes(jobContext(project));
    const { parts } = value(await previewSplit(database, { subject: { kind: 'mode', id }, parts: 2 }));
    expect(parts).toHaveLength(2);
    const split = parts.map(({ name, examples }, part) => ({
      name: `${part} ${name}`,
      examples: examples.map(({ interactionId, place }) => ({ interactionId, place })),
    }));
    const ids = value(toEnd(splitMode(database, anna, { id, parts: split })));
    expect(ids[0]).toBe(id);
    await assignModes(jobContext(project));
    const { modes } = listModes(database);
    expect(modes.map(({ name }) => name)).toEqual(split.map(({ name }) => name));
    // The two clusters go apart again, but for a few.
    for (const [index, { changes }] of modes.entries())
      expect(Math.abs(changes - (parts[index]?.count ?? 0))).toBeLessThan(10);
    expect(value(toEnd(undoModes(database, anna))).description).toMatch(/^A failure mode split/);
    expect(listModes(database).modes).toMatchObject([{ id, name: 'Wording' }]);
    expect(checkProject(database).problems).toEqual([]);
  });

  it('are counted by segment, with what is elsewhere', async () => {
    const project = await clustered();
    const { database } = project;
    const id = value(createMode(database, anna, { name: 'Of the first version' }));
    const units = rowsOf<{ interactionId: string; place: string }>(
      database,
      `SELECT i.id AS interactionId, c.place FROM changes AS c JOIN interactions AS i ON i.seq = c.interaction_seq
       JOIN prompt_versions AS p ON p.seq = i.prompt_version_seq WHERE p.name = 'v1' ORDER BY c.seq LIMIT 30`,
    ).all();
    value(toEnd(setMembers(database, anna, { id, units, verdict: 'in' })));
    const segments = value(await modeSegments(database, { id }));
    const versions = segments.filter(({ field }) => field === 'prompt_version');
    expect(versions).toMatchObject([
      { value: 'v1', interactions: 30, of: 150, ratio: null },
      { value: 'v2', interactions: 0, of: 150, ratio: 0 },
    ]);
    expect(versions[0]?.share.share).toBeCloseTo(0.2);
  });
});

describe('failure modes', () => {
  it('have one name each among those in use, in any letter case', () => {
    const { database } = newProject();
    const one = value(createMode(database, anna, { name: 'Cliché' }));
    const taken = { ok: false, error: { code: 'MODE_INVALID' } };
    expect(createMode(database, anna, { name: ' CLICHÉ ' })).toMatchObject(taken);
    const typo = value(createMode(database, anna, { name: 'Typo' }));
    expect(createMode(database, anna, { name: ' TYPO ' })).toMatchObject(taken);
    expect(updateMode(database, anna, { id: one, change: { name: 'typo' } })).toMatchObject(taken);
    expect(updateMode(database, anna, { id: typo, change: { name: 'TYPO' } })).toMatchObject({ ok: true });
    expect(updateMode(database, anna, { id: one, change: { name: '  ' } })).toMatchObject(taken);
    // A retired one does not block its name, but cannot come back beside the new one.
    value(retireMode(database, anna, typo));
    value(createMode(database, ben, { name: 'Typo' }));
    expect(toEnd(undoModes(database, anna))).toMatchObject({
      ok: false,
      error: { code: 'MODE_INVALID', message: expect.stringContaining('“TYPO”') },
    });
    toEnd(undoModes(database, ben));
    expect(toEnd(undoModes(database, anna))).toEqual({ ok: true, value: { description: '“TYPO” retired' } });
  });

  it('have parents that are no circle', () => {
    const { database } = newProject();
    const [top, middle, leaf] = ['Style', 'Wording', 'Cliché'].map((name) =>
      value(createMode(database, anna, { name })),
    ) as [string, string, string];
    value(updateMode(database, anna, { id: middle, change: { parent: top } }));
    value(updateMode(database, anna, { id: leaf, change: { parent: middle } }));
    for (const parent of [top, middle, leaf])
      expect(updateMode(database, anna, { id: top, change: { parent } })).toMatchObject({
        error: { code: 'MODE_INVALID' },
      });
    const parentOf = (id: string) => value(getMode(database, id)).parent;
    expect([top, middle, leaf].map(parentOf)).toEqual([null, top, middle]);
    // What is merged into another takes its kinds along.
    const other = value(createMode(database, anna, { name: 'Language' }));
    value(mergeModes(database, anna, { from: [middle], into: other }));
    expect(parentOf(leaf)).toBe(other);
  });

  it('that were merged stand as one everywhere, until that is taken back', () => {
    const { database } = newProject();
    const [cliche, stale] = ['Cliché', 'Stale'].map((name) =>
      value(createMode(database, anna, { name })),
    ) as [string, string];
    const [item = ''] = addInteractions(database, 1);
    const said = { failureMode: cliche, severity: null, note: null };
    value(setSpanLabel(database, ben, { interactionId: item, start: 0, end: 6, added: null, value: said }));
    value(setLabel(database, ben, { interactionId: item, question: 'failure_mode', value: 'Cliché' }));
    expect(mergeModes(database, anna, { from: [cliche], into: cliche })).toMatchObject({
      error: { code: 'MODE_INVALID' },
    });
    value(mergeModes(database, ben, { from: [cliche], into: stale }));
    expect(value(getMode(database, cliche)).id).toBe(stale);
    const shown = () => value(getItem(database, item));
    const counted = (field: Clause['field'], named: string) =>
      value(countItems(database, { filter: [{ field, operator: '=', value: named }] })).total;
    expect(shown()).toMatchObject({
      labels: [{ question: 'failure_mode', value: stale }],
      spans: [{ failureMode: stale, failureModeName: 'Stale' }],
    });
    for (const named of ['Stale', 'stale', 'Cliché', stale, cliche])
      expect([counted('span.failure_mode', named), counted('label.failure_mode', named)]).toEqual([1, 1]);
    expect(failureModes(database)).toMatchObject([{ id: stale, count: 2 }]);
    expect(failureModes(database).map(({ name }) => name)).toEqual(['Stale']);
    expect(value(modeHistory(database, { id: stale })).map(({ description }) => description)).toEqual([
      '“Cliché” merged into “Stale”',
      '“Stale” made',
    ]);
    // Somebody else's step is not anna's to take back.
    expect(value(toEnd(undoModes(database, anna))).description).toBe('“Stale” made');
    toEnd(redoModes(database, anna));
    expect(value(toEnd(undoModes(database, ben))).description).toBe('“Cliché” merged into “Stale”');
    expect(failureModes(database).map(({ name }) => name)).toEqual(['Cliché', 'Stale']);
    expect(shown()).toMatchObject({ labels: [{ value: cliche }], spans: [{ failureModeName: 'Cliché' }] });
    value(retireMode(database, ben, cliche));
    expect(shown()).toMatchObject({ labels: [{ value: 'Cliché' }], spans: [{ failureModeName: 'Cliché' }] });
    toEnd(undoModes(database, ben));
    expect(value(modeHistory(database, { id: stale }))[0]).toMatchObject({ annotator: 'ben', stands: false });
  });

  it('that were merged into each other stand as the one that was made first', () => {
    const { database } = newProject();
    const [one, other] = ['Cliché', 'Stale'].map((name) => value(createMode(database, anna, { name }))) as [
      string,
      string,
    ];
    const standing = () => failureModes(database).map(({ id }) => id);
    value(mergeModes(database, anna, { from: [one], into: other }));
    value(toEnd(undoModes(database, anna)));
    value(mergeModes(database, ben, { from: [other], into: one }));
    value(toEnd(redoModes(database, anna)));
    expect(standing()).toEqual([one]);
    expect(value(getMode(database, other)).id).toBe(one);
    rebuildFolds(database);
    expect(standing()).toEqual([one]);
    expect(checkProject(database).problems).toEqual([]);
    value(toEnd(undoModes(database, ben)));
    expect(standing()).toEqual([other]);
  });

  it('that are not what people did are found by a check', () => {
    const { database } = newProject();
    const id = value(createMode(database, anna, { name: 'Cliché' }));
    const problems = () => checkProject(database).problems.map(({ rule, rows }) => [rule, rows]);
    expect(problems()).toEqual([]);
    prepare(database, `UPDATE failure_modes SET status = 'fixed' WHERE id = ?`).run(id);
    expect(problems()).toEqual([['failure_modes', 1]]);
  });
});
