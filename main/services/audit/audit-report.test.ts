import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAttachmentSource,
  addCell,
  type CellValues,
  times,
} from '../../../tests/support/audited-project.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { auditReportSchema } from '../../../shared/contract/audit-operations.ts';
import { type Database, prepare } from '../../db/database.ts';
import { auditReport } from './audit-report.ts';

async function audit(database: Database): Promise<AuditReport> {
  const result = await auditReport(database, { now: 0 });
  if (!result.ok) throw new Error(result.error.message);
  // What the contract promises is what is made.
  return auditReportSchema.parse(result.value);
}

const edited = { edited: 1, edit_distance: 0.2, kept_share: 0.8, usable: 1 };

describe('the coverage matrix', () => {
  it('sums cells of a group over weeks and segments', async () => {
    const { database } = newProject();
    addCell(database, {
      week: '2026-W40',
      surface: 'chat',
      model: 'a',
      promptVersion: 'v1',
      values: times(3, edited),
    });
    addCell(database, {
      week: '2026-W41',
      surface: 'chat',
      model: 'a',
      promptVersion: 'v1',
      values: times(2, {}),
    });
    addCell(database, {
      week: '2026-W41',
      surface: 'mail',
      model: 'a',
      values: times(1, { 'outcome.sold.pending': 1 }),
    });
    const report = await audit(database);
    expect(report.interactions).toBe(6);
    expect(report.silent).toBe(2);
    const [chat, mail] = report.rows;
    expect(chat).toMatchObject({
      surface: 'chat',
      promptVersion: 'v1',
      interactions: 5,
      silent: 2,
      firstWeek: '2026-W40',
      lastWeek: '2026-W41',
    });
    expect(chat?.signals['edited']).toEqual({ known: 3, pending: 0 });
    expect(mail).toMatchObject({ promptVersion: null, interactions: 1 });
    expect(mail?.signals['outcome.sold']).toEqual({ known: 0, pending: 1 });
    expect(report.outcomes).toEqual([{ name: 'sold', count: 0, pending: 1 }]);
    expect(report.without).toEqual({ session: 6, user: 6, time: 0, promptVersion: 1 });
    expect(report.rest).toBeNull();
  });

  it('sums what is beyond 200 groups', async () => {
    const { database } = newProject();
    for (let index = 0; index < 203; index += 1)
      addCell(database, { model: `m${index}`, values: times(index < 200 ? 2 : 1, { accepted: 1 }) });
    const report = await audit(database);
    expect(report.rows).toHaveLength(200);
    expect(report.rest).toMatchObject({ rows: 3, interactions: 3, silent: 0 });
    expect(report.rest?.signals['accepted']).toEqual({ known: 3, pending: 0 });
  });

  const known = fc.constantFrom<Record<string, number>>(
    {},
    { edited: 1 },
    { edited: 0, accepted: 1 },
    { rating: 0.5 },
  );
  const cells = fc.uniqueArray(
    fc.record({
      week: fc.constantFrom('2026-W01', '2026-W02'),
      surface: fc.constantFrom('', 'chat', 'mail'),
      model: fc.constantFrom('', 'a'),
      promptVersion: fc.constantFrom('', 'v1'),
      values: fc.array(known, { minLength: 1, maxLength: 4 }),
    }),
    {
      maxLength: 6,
      selector: ({ week, surface, model, promptVersion }) => [week, surface, model, promptVersion].join('/'),
    },
  );

  it('has the same totals by row, by signal and counted one by one', async () => {
    const { database } = newProject();
    await fc.assert(
      fc.asyncProperty(cells, async (made: readonly CellValues[]) => {
        database.exec('BEGIN');
        for (const cell of made) addCell(database, cell);
        const report = await audit(database);
        database.exec('ROLLBACK');
        const all = made.flatMap(({ values }) => values);
        const sum = (of: (row: AuditReport['rows'][number]) => number) =>
          report.rows.reduce((total, row) => total + of(row), 0);
        expect(report.interactions).toBe(all.length);
        expect(sum(({ interactions }) => interactions)).toBe(all.length);
        expect(report.silent).toBe(all.filter((values) => Object.keys(values).length === 0).length);
        for (const signal of report.signals) {
          const by = all.filter((values) => signal.id in values).length;
          expect(signal.known).toBe(by);
          expect(sum(({ signals }) => signals[signal.id]?.known ?? 0)).toBe(by);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what imports left behind', () => {
  it('tells metadata, lost rows and rows that were not joined apart', async () => {
    const { database } = newProject();
    addCell(database, { values: times(40, { 'outcome.sold': 1 }) });
    prepare(
      database,
      `UPDATE sources SET unmapped = '{"browser": 30, "latency": 40}', skip_reasons = '{"a call that failed": 4}'`,
    ).run();
    addAttachmentSource(database, 'crm', {
      attached: 10,
      rejects: ['no_match', 'no_match', 'ambiguous_match', 'invalid_json'],
      unmapped: { region: 7 },
    });
    const report = await audit(database);
    expect(report.unused).toEqual([
      { name: 'latency', what: 'metadata', count: 40 },
      { name: 'browser', what: 'metadata', count: 30 },
    ]);
    expect(report.discarded.map(({ what, name, count }) => [what, name, count])).toEqual([
      ['unmapped_field', 'region', 7],
      ['rejected_row', 'invalid_json', 1],
      ['event', 'a call that failed', 4],
    ]);
    expect(report.unjoined.map(({ reason, count, joined }) => [reason, count, joined])).toEqual([
      ['ambiguous_match', 1, 10],
      ['no_match', 2, 10],
    ]);
    expect(report.gaps.find(({ kind }) => kind === 'unjoined_outcomes')).toMatchObject({
      affected: 3,
      of: 13,
    });
    expect(report.gaps.find(({ kind }) => kind === 'lost_events')).toBeDefined();
  });

  it('forgets imports that were undone', async () => {
    const { database } = newProject();
    addCell(database, { values: times(1, {}) });
    prepare(database, `UPDATE sources SET unmapped = '{"browser": 1}', state = 'undone'`).run();
    expect((await audit(database)).unused).toEqual([]);
  });
});

describe('loops and gaps', () => {
  it('are blocked where nothing but outputs is logged, and edit capture comes first', async () => {
    const { database } = newProject();
    addCell(database, { surface: 'chat', model: 'a', values: times(100, {}) });
    const report = await audit(database);
    expect(report.loops.map(({ state }) => state)).toEqual(['blocked', 'blocked', 'blocked', 'blocked']);
    const [first] = report.gaps;
    expect(first).toMatchObject({
      kind: 'not_collected',
      signal: 'edited',
      surface: null,
      affected: 100,
      of: 100,
    });
    expect(first?.blocks).toEqual(['prompt', 'few_shot', 'fine_tune']);
    // Share 1, strength 5, three loops that it holds back.
    expect(first?.weight).toBe(20);
    expect(report.gaps.map(({ weight }) => weight)).toEqual(
      report.gaps.map(({ weight }) => weight).toSorted((a, b) => b - a),
    );
    expect(new Set(report.gaps.map(({ id }) => id)).size).toBe(report.gaps.length);
    expect(report.gaps.map(({ kind }) => kind)).toContain('silent_interactions');
  });

  it('are of the surface that lacks it where others have it', async () => {
    const { database } = newProject();
    addCell(database, { surface: 'chat', values: times(70, edited) });
    addCell(database, { surface: 'mail', values: times(30, { accepted: 1 }) });
    const gaps = (await audit(database)).gaps.filter(({ signal }) => signal === 'edited');
    expect(gaps).toMatchObject([{ kind: 'not_collected', surface: 'mail', affected: 30, of: 30 }]);
  });

  it('are ready with what they need', async () => {
    const { database } = newProject();
    const values = times(300, { ...edited, accepted: 1, 'outcome.sold': 1 });
    addCell(database, { week: '2026-W40', promptVersion: 'v1', values });
    addCell(database, { week: '2026-W41', promptVersion: 'v2', values });
    prepare(database, `UPDATE interactions SET edited = 1, session = 's' || seq`).run();
    const report = await audit(database);
    expect(report.loops.map(({ loop, state }) => [loop, state])).toEqual([
      ['prompt', 'ready'],
      ['few_shot', 'ready'],
      ['fine_tune', 'ready'],
      ['outcome', 'ready'],
    ]);
    expect(report.gaps.every(({ blocks }) => blocks.length === 0)).toBe(true);
  });

  it('of outcomes count what waits as logged, but not as known', async () => {
    const { database } = newProject();
    addCell(database, {
      values: [...times(10, { 'outcome.sold': 1 }), ...times(90, { 'outcome.sold.pending': 1 })],
    });
    const { loops, gaps } = await audit(database);
    expect(loops.find(({ loop }) => loop === 'outcome')).toMatchObject({ state: 'weak' });
    expect(gaps.filter(({ signal }) => signal === 'outcome.task_completed')).toEqual([]);
  });

  it('are none in an empty project', async () => {
    const { database } = newProject();
    const report = await audit(database);
    expect(report.gaps).toEqual([]);
    expect(report.rows).toEqual([]);
    expect(report.loops.every(({ state }) => state === 'blocked')).toBe(true);
  });
});
