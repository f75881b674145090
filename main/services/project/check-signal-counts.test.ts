import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../db/database.ts';
import { rowsOf } from '../../db/query.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { OpenProject } from './open-project.ts';
import { undoImport } from '../imports/undo-import.ts';
import { setLabel } from '../review/set-label.ts';
import { runSignals } from '../signals/run-signals.ts';
import { saveSignalSettings } from '../signals/save-settings.ts';
import { checkSignalCounts } from './check-signal-counts.ts';

const act = fc.oneof(
  fc.record({ kind: fc.constant('import' as const), rows: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('undo' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('label' as const), which: fc.nat(), value: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('signal' as const),
    which: fc.nat(),
    number: fc.double({ min: 0, max: 9, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('settings' as const), idleCapMs: fc.constantFrom(1000, 60_000) }),
  fc.record({ kind: fc.constant('measure' as const), all: fc.boolean() }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Imports, signals, labels, deletions and settings in any order. */
async function apply(project: OpenProject, one: Act, place: number): Promise<void> {
  const { database } = project;
  switch (one.kind) {
    case 'import':
      await importRows(
        project,
        Array.from({ length: one.rows }, (_, row) => ({
          id: `${place}-${row}`,
          input: `question ${row}`,
          output: `one two three ${place}`,
          edit: row % 2 === 0 ? `one two four ${place}` : null,
          rating: 1 + ((place + row) % 5),
          action: ['accepted', 'discarded', 'edited'][row % 3],
          dwell_ms: 100 * (row + 1) * (place + 1),
          session: `s${place % 2}`,
          model: row % 2 === 0 ? 'small' : 'large',
          time: `2026-0${1 + (place % 6)}-0${1 + row}T10:00:00Z`,
        })),
        { name: `import ${place}` },
      );
      return;
    case 'undo': {
      const ids = rowsOf<{ id: string }>(
        database,
        `SELECT id FROM sources WHERE state = 'done' ORDER BY seq`,
      ).all();
      const source = ids[one.which % Math.max(1, ids.length)];
      if (source !== undefined) await undoImport(database, { sourceId: source.id });
      return;
    }
    case 'label': {
      const found = interactionAt(project, one.which);
      if (found !== null)
        setLabel(
          database,
          { annotator: 'Ana', device: 'device-a', now: place },
          { interactionId: found.id, question: 'rating', value: one.value },
        );
      return;
    }
    case 'signal': {
      const found = interactionAt(project, one.which);
      if (found !== null)
        prepare(
          database,
          `INSERT INTO signals (interaction_seq, source_seq, kind, name, number) SELECT seq, source_seq, 'explicit', 'rating', ? FROM interactions WHERE seq = ?`,
        ).run(one.number, found.seq);
      return;
    }
    case 'settings':
      saveSignalSettings(
        database,
        { ...readSignalSettings(database).settings, idleCapMs: one.idleCapMs },
        place,
      );
      return;
    case 'measure':
      await measure(project, one.all);
  }
}

function interactionAt({ database }: OpenProject, which: number): { seq: number; id: string } | null {
  const all = rowsOf<{ seq: number; id: string }>(
    database,
    'SELECT seq, id FROM interactions ORDER BY seq',
  ).all();
  return all[which % Math.max(1, all.length)] ?? null;
}

async function measure(project: OpenProject, all: boolean): Promise<void> {
  const done = await runSignals({ all }, jobContext(project));
  if (!done.ok) throw new Error(done.error.message);
}

/** What is stored of values and counts, by what it is about and not by how it is numbered. */
function stored({ database }: OpenProject): unknown {
  return [
    rowsOf(
      database,
      `SELECT v.interaction_seq, c.week, c.model, v.body, v.bins FROM signal_values AS v JOIN signal_cells AS c ON c.seq = v.cell_seq ORDER BY 1`,
    ).all(),
    rowsOf(
      database,
      `SELECT c.week, c.model, s.signal, s.value, s.count FROM signal_counts AS s JOIN signal_cells AS c ON c.seq = s.cell_seq
       WHERE s.count <> 0 ORDER BY 1, 2, 3, 4`,
    ).all(),
  ];
}

describe('counts of signals', () => {
  it('are what values say after any acts, and the same as those made anew', async () => {
    let measured = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 8 }), async (acts) => {
        const project = newProject();
        await apply(project, { kind: 'import', rows: 4 }, 99);
        await measure(project, false);
        for (const [place, one] of acts.entries()) {
          await apply(project, one, place);
          // Also while values are behind: what was deleted is counted until it is taken out.
          expect([one.kind, checkSignalCounts(project.database).problems]).toEqual([one.kind, []]);
        }
        await measure(project, false);
        measured += checkSignalCounts(project.database).looked;
        const caughtUp = stored(project);
        await measure(project, true);
        expect(stored(project)).toEqual(caughtUp);
        expect(checkSignalCounts(project.database).problems).toEqual([]);
        project.close();
      }),
      { numRuns: 8 },
    );
    expect(measured).toBeGreaterThan(10);
  }, 120_000);

  it.each([
    ['a count', 'UPDATE signal_counts SET count = count + 1'],
    ['an interaction', 'UPDATE signal_cells SET interactions = interactions + 1'],
    ['a sum by week', 'UPDATE signal_weeks SET count = count + 1'],
    ['a sum by group', 'UPDATE signal_coverage SET known = known + 1'],
  ])('are found wrong where %s is', async (_, sql) => {
    const project = newProject();
    await apply(project, { kind: 'import', rows: 4 }, 0);
    await measure(project, false);
    expect(checkSignalCounts(project.database)).toMatchObject({ looked: 4, problems: [] });
    project.database.prepare(sql).run();
    expect(checkSignalCounts(project.database).problems).toHaveLength(1);
  });
});
