import { describe, expect, it } from 'vitest';
import { mapUnits } from '../../../shared/domain/clusters/map-places.ts';
import { unpackLong, unpackShort } from '../../../shared/domain/clusters/packed-column.ts';
import { addInteractions, newProject } from '../../../tests/support/temp-project.ts';
import { type Database, prepare } from '../../db/database.ts';
import { pointsSql } from '../../db/tables/map-points.ts';
import { readMap } from './read-map.ts';

/** A run with one cluster of two small groups; every fourth change is in none. */
function addRun(database: Database, changes: number): void {
  database.transaction(() => addInteractions(database, changes))();
  database.exec(`
    INSERT INTO vector_models VALUES (1, 'lexical', '1');
    INSERT INTO cluster_runs (seq, id, state, model_seq, settings, stats, model, created_at)
      VALUES (1, 'run', 'current', 1, '{}', '{}', x'00', 0);
    INSERT INTO clusters (seq, run_seq, id, name, colour, terms, created_at)
      VALUES (5, 1, 'cluster-a', 'utilize → use', 3, '{}', 0);
    INSERT INTO micro_clusters (seq, run_seq, cluster_seq, centroid, size, x, y)
      VALUES (7, 1, 5, x'00', 300, 0.5, 0.25), (8, 1, 5, x'00', 100, -0.5, 0);
    INSERT INTO changes (seq, interaction_seq, kind, place, start_unit, end_unit, start_added, end_added, digest, week)
      SELECT seq, seq, 'output', '', 0, 0, 0, 0, seq % 10, CASE WHEN seq % 2 = 0 THEN 20724 ELSE 20731 END
      FROM interactions;
    INSERT INTO change_clusters (change_seq, run_seq, micro_seq, cluster_seq, similarity, interaction_seq)
      SELECT seq, 1, iif(seq % 4 = 1, 8, 7), 5, 0.5, interaction_seq FROM changes WHERE seq % 4 <> 0;
    INSERT INTO signals (interaction_seq, source_seq, kind, name, text, origin)
      SELECT seq, source_seq, 'implicit', 'action', iif(seq % 3 = 0, 'discarded', 'accepted'), 'row' FROM interactions;
  `);
}

describe('readMap', () => {
  it('says what to do before there are clusters', async () => {
    const { database } = newProject();
    expect(await readMap(database, {})).toMatchObject({
      error: { code: 'RUN_NOT_FOUND', message: expect.stringContaining('clustering') },
    });
  });

  it('gives every change a place and what it is coloured by', async () => {
    const { database } = newProject();
    addRun(database, 400);
    const read = await readMap(database, {});
    if (!read.ok) throw new Error(read.error.message);
    const map = read.value;
    expect(map).toMatchObject({
      total: 400,
      shown: 400,
      clusters: [{ id: 'cluster-a', name: 'utilize → use', colour: 3 }],
      modes: [],
      weeks: ['2026-W40', '2026-W41'],
      actions: ['accepted', 'discarded'],
    });
    const seqs = unpackLong(map.seq);
    expect([...seqs]).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
    expect([...unpackShort(map.cluster)].filter((cluster) => cluster === -1)).toHaveLength(100);
    expect([...unpackShort(map.mode)].every((mode) => mode === -1)).toBe(true);
    expect(unpackShort(map.week)[1]).toBe(0);
    expect(unpackShort(map.action)[2]).toBe(1);
    const [x, y] = [unpackShort(map.x), unpackShort(map.y)];
    // Those of the second group lie about it, those of none outside of all.
    expect(Math.hypot((x[0] ?? 0) / mapUnits + 0.5, (y[0] ?? 0) / mapUnits)).toBeLessThan(0.35);
    expect(Math.hypot((x[3] ?? 0) / mapUnits, (y[3] ?? 0) / mapUnits)).toBeGreaterThan(1);
    expect(new Set([...x].map((value, at) => `${value} ${y[at]}`)).size).toBe(400);
  });

  it('takes the same sample of a large project every time, from everywhere', async () => {
    const { database } = newProject();
    addRun(database, 3000);
    const sampleOf = async () => {
      const read = await readMap(database, { limit: 300 });
      if (!read.ok) throw new Error(read.error.message);
      return read.value;
    };
    const map = await sampleOf();
    expect(map.total).toBe(3000);
    expect(map.shown).toBeGreaterThan(290);
    expect(map.shown).toBeLessThanOrEqual(300);
    const seqs = [...unpackLong(map.seq)];
    for (let from = 0; from < 3000; from += 500) {
      const here = seqs.filter((seq) => seq > from && seq <= from + 500);
      expect(here.length).toBeGreaterThan(40);
      expect(here.length).toBeLessThan(60);
    }
    expect(await sampleOf()).toEqual(map);
  });

  it('looks everything but the changes up by an index', () => {
    const { database } = newProject();
    const plan = prepare(database, `EXPLAIN QUERY PLAN ${pointsSql}`)
      .all(1, 1, 1)
      .map((row) => JSON.stringify(row));
    expect(plan.filter((line) => line.includes('SCAN'))).toHaveLength(1);
  });
});
