import { describe, expect, it } from 'vitest';
import { generatedEdits } from '../../../tests/support/generated-edits.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import type { ChangeSubject } from '../../../shared/contract/cluster-operations.ts';
import { type Database, prepare } from '../../db/database.ts';
import { rowsOf } from '../../db/query.ts';
import { getCluster, listClusters } from './list-clusters.ts';
import { listChanges } from './list-changes.ts';
import { updateClusters } from './run-cluster-job.ts';
import { similarChanges } from './similar-changes.ts';

async function clustered() {
  const project = newProject();
  const rows = generatedEdits({ from: 1, to: 3 }, 60, [0, 1, 2]);
  await importRows(
    project,
    rows.map((row, index) => Object.assign(row, index % 7 === 0 ? { time: undefined } : {})),
  );
  await updateClusters({ full: false, settings: {}, dataFolder: '/nowhere' }, jobContext(project));
  const clusters = await listClusters(project.database);
  if (!clusters.ok) throw new Error('no clusters');
  return { database: project.database, clusters: clusters.value };
}

/** Every page of a subject, in pages of 7. */
async function allPages(
  database: Database,
  subject: ChangeSubject,
  order: 'typical' | 'borderline' | 'newest',
) {
  const found = [];
  let after: string | undefined;
  for (;;) {
    const page = await listChanges(database, {
      subject,
      order,
      limit: 7,
      ...(after === undefined ? {} : { after }),
    });
    if (!page.ok) throw new Error(page.error.message);
    found.push(...page.value.changes);
    if (page.value.nextAfter === null) return { found, total: page.value.total };
    after = page.value.nextAfter;
  }
}

function key({ interactionId, place }: { readonly interactionId: string; readonly place: string }): string {
  return `${interactionId} ${place}`;
}

describe('changes of a subject', { timeout: 30_000 }, () => {
  it('come in pages, each once, in every order', async () => {
    const { database, clusters } = await clustered();
    const [largest] = clusters;
    const subject = { kind: 'cluster', id: largest?.id ?? '' } as const;
    const [typical, borderline, newest] = [
      await allPages(database, subject, 'typical'),
      await allPages(database, subject, 'borderline'),
      await allPages(database, subject, 'newest'),
    ];
    expect(typical.total).toBe(largest?.changes);
    for (const { found } of [typical, borderline, newest]) {
      expect(new Set(found.map(key)).size).toBe(largest?.changes);
      expect(found.every(({ clusterId }) => clusterId === largest?.id)).toBe(true);
    }
    const similarities = typical.found.map(({ similarity }) => similarity ?? 0);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    expect(borderline.found.map(key)).toEqual(typical.found.map(key).toReversed());
    const weeks = newest.found.map(({ week }) => week ?? '');
    expect(weeks).toEqual(weeks.toSorted().toReversed());
    expect(weeks.at(-1)).toBe('');
  });

  it('are those of a failure mode, or in neither', async () => {
    const { database, clusters } = await clustered();
    prepare(database, `INSERT INTO failure_modes (id, name, created_at) VALUES ('m', 'Long words', 0)`).run();
    prepare(
      database,
      `INSERT INTO change_modes (change_seq, mode_seq, how, similarity, interaction_seq, week)
       SELECT change_seq, (SELECT seq FROM failure_modes WHERE id = 'm'), 'person', similarity, interaction_seq, week
       FROM change_clusters WHERE change_seq <= 20`,
    ).run();
    const mode = await allPages(database, { kind: 'mode', id: 'm' }, 'newest');
    expect(mode).toMatchObject({ total: 20 });
    expect(mode.found).toHaveLength(20);
    expect(mode.found[0]).toMatchObject({ how: 'person', failureMode: { id: 'm', name: 'Long words' } });
    prepare(
      database,
      'UPDATE change_clusters SET cluster_seq = NULL WHERE change_seq BETWEEN 11 AND 40',
    ).run();
    const unclassified = await allPages(database, { kind: 'unclassified' }, 'typical');
    const inNone = rowsOf(
      database,
      'SELECT 1 FROM change_clusters WHERE cluster_seq IS NULL AND change_seq > 20',
    ).all().length;
    expect(unclassified.found).toHaveLength(inNone);
    expect(unclassified.total).toBe(inNone);
    expect(clusters.length).toBeGreaterThan(2);
  });

  it('are refused where subject or place are not there', async () => {
    const { database, clusters } = await clustered();
    const order = 'typical' as const;
    expect(await listChanges(database, { subject: { kind: 'cluster', id: 'x' }, order })).toMatchObject({
      error: { code: 'CLUSTER_NOT_FOUND' },
    });
    expect(await listChanges(database, { subject: { kind: 'mode', id: 'x' }, order })).toMatchObject({
      error: { code: 'MODE_NOT_FOUND' },
    });
    const subject = { kind: 'cluster', id: clusters[0]?.id ?? '' } as const;
    expect(await listChanges(database, { subject, order, after: 'no key' })).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect(await getCluster(database, { id: 'x' })).toMatchObject({ error: { code: 'CLUSTER_NOT_FOUND' } });
    expect(await listChanges(newProject().database, { subject, order })).toMatchObject({
      error: { code: 'RUN_NOT_FOUND' },
    });
  });

  it('that are like one change are of its cluster, and do not name it itself', async () => {
    const { database, clusters } = await clustered();
    const subject = { kind: 'cluster', id: clusters[0]?.id ?? '' } as const;
    const page = await listChanges(database, { subject, order: 'typical', limit: 1 });
    const [one] = page.ok ? page.value.changes : [];
    const { interactionId, place } = one ?? { interactionId: '', place: '' };
    const similar = await similarChanges(database, { interactionId, place, limit: 10 });
    if (!similar.ok) throw new Error(similar.error.message);
    expect(similar.value.changes).toHaveLength(10);
    expect(similar.value.changes.every(({ clusterId }) => clusterId === one?.clusterId)).toBe(true);
    expect(similar.value.changes.map((change) => change.interactionId)).not.toContain(interactionId);
    expect(await similarChanges(database, { interactionId, place: 'x' })).toMatchObject({
      error: { code: 'ITEM_NOT_FOUND' },
    });
  });
});

describe('clusters', () => {
  it('tell their share of interactions with its interval, and weeks with what was logged', async () => {
    const { database, clusters } = await clustered();
    const [largest] = clusters;
    expect(largest?.share?.share).toBeCloseTo((largest?.interactions ?? 0) / 180);
    expect(largest?.share?.low).toBeLessThan(largest?.share?.share ?? 0);
    expect(largest?.weeks.map(({ week }) => week)).toEqual(['2026-W32', '2026-W33', '2026-W34']);
    const known = rowsOf(database, 'SELECT 1 FROM interactions WHERE created_at IS NOT NULL').all().length;
    expect(largest?.weeks.reduce((sum, { of }) => sum + of, 0)).toBe(known);
    expect(clusters.map(({ changes }) => changes)).toEqual(
      clusters.map(({ changes }) => changes).toSorted((a, b) => b - a),
    );
    expect(new Set(clusters.map(({ name }) => name)).size).toBe(clusters.length);
    expect(largest).toMatchObject({ state: 'proposed', failureModes: [], drift: null, isDrifting: false });
  });
});
