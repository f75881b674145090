import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importRows, type ImportTextOptions } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import type { OpenProject } from '../project/open-project.ts';
import { changeUserBy } from './change-user.ts';
import { compileMapper } from './plan-import.ts';
import { retryRejects } from './retry-rejects.ts';

const outputs = [
  {
    id: 'a1',
    session: 's1',
    user: 'ana',
    order: 7,
    input: '1?',
    output: 'One.',
    time: '2025-01-01T10:00:00Z',
  },
  {
    id: 'a2',
    session: 's1',
    user: 'ana',
    order: 8,
    input: '2?',
    output: 'Two.',
    time: '2025-01-01T10:20:00Z',
  },
  {
    id: 'b1',
    session: 's2',
    user: 'ben',
    order: 7,
    input: '3?',
    output: 'Three.',
    time: '2025-01-01T10:10:00Z',
  },
  {
    id: 'c1',
    session: 's3',
    user: 'cem',
    order: 9,
    input: '4?',
    output: 'Four.',
    time: '2025-01-01T11:00:00Z',
  },
  {
    id: 'c2',
    session: 's3',
    user: 'cem',
    order: 9,
    input: '5?',
    output: 'Five.',
    time: '2025-01-01T11:00:00Z',
  },
];

const feed: Mapping = [
  { target: 'session', path: 'session' },
  { target: 'user', path: 'user' },
  { target: 'created_at', path: 'at' },
  { target: 'outcome.sold', path: 'sold' },
];

function joining(join: JoinMethod, options: ImportTextOptions = {}): ImportTextOptions {
  return { mapping: feed, brings: 'attachments', ...options, options: { ...options.options, join } };
}

function refuse(row: string, interaction: string) {
  return compileMapper(feed, 'attachments', { options: { join: { by: 'key', row, interaction } } });
}

/** Which interactions have which outcomes: `a1=1`. */
function soldOf({ database }: OpenProject): unknown[] {
  return database
    .prepare(
      `SELECT i.external_id || '=' || CAST(s.number AS INTEGER) FROM signals AS s JOIN interactions AS i ON i.seq = s.interaction_seq
       WHERE s.kind = 'outcome' ORDER BY 1`,
    )
    .pluck()
    .all();
}

function reasonsOf({ database }: OpenProject): unknown[] {
  return database.prepare(`SELECT line || ' ' || reason FROM rejects ORDER BY line`).pluck().all();
}

function temporaryTables({ database }: OpenProject): unknown {
  return database.prepare('SELECT count(*) FROM temp.sqlite_schema').pluck().get();
}

describe('a join by session', () => {
  it('is with the last interaction that was not after the row', async () => {
    const project = newProject();
    await importRows(project, outputs);
    await importRows(
      project,
      [
        { session: 's1', at: '2025-01-01T10:19:59Z', sold: 1 },
        { session: 's1', at: '2025-01-01T10:20:00Z', sold: 2 },
        { session: 's1', sold: 3 },
        { session: 's2', at: '2025-01-01T10:00:00Z', sold: 4 },
        { session: 's3', at: '2025-01-01T12:00:00Z', sold: 5 },
        { at: '2025-01-01T12:00:00Z', sold: 6 },
      ],
      joining({ by: 'session', which: 'last' }),
    );
    expect(soldOf(project)).toEqual(['a1=1', 'a2=2', 'a2=3']);
    expect(reasonsOf(project)).toEqual(['4 no_match', '5 ambiguous_match', '6 missing_id']);
  });

  it('may be with all of them', async () => {
    const project = newProject();
    await importRows(project, outputs);
    const rows = [
      { session: 's1', sold: 1 },
      { session: 's9', sold: 1 },
    ];
    const report = await importRows(project, rows, joining({ by: 'session', which: 'all' }));
    expect(report).toMatchObject({ attached: 1, rejected: 1, signalsAdded: 2 });
    expect(soldOf(project)).toEqual(['a1=1', 'a2=1']);
  });
});

describe('a join by user and time', () => {
  it('is with the last interaction of the user within the window', async () => {
    const project = newProject();
    await importRows(project, outputs);
    const report = await importRows(
      project,
      [
        { user: 'ana', at: '2025-01-01T10:15:00Z', sold: 1 },
        { user: 'ana', at: '2025-01-01T10:50:00Z', sold: 2 },
        { user: 'ana', at: '2025-01-01T10:50:01Z', sold: 3 },
        { user: 'ben', at: '2025-01-01T10:09:59Z', sold: 4 },
        { user: 'cem', at: '2025-01-01T11:01:00Z', sold: 5 },
        { user: 'ana', sold: 6 },
      ],
      joining({ by: 'user_window', minutes: 30 }),
    );
    expect(soldOf(project)).toEqual(['a1=1', 'a2=2']);
    expect(reasonsOf(project)).toEqual(['3 no_match', '4 no_match', '5 ambiguous_match', '6 missing_id']);
    expect(report).toMatchObject({ attached: 2, rejected: 4 });
    expect(temporaryTables(project)).toBe(0);
  });

  it('gives no pseudonyms to users of interactions that were not to have any', async () => {
    const project = newProject();
    const pseudonymKey = Buffer.alloc(32, 7).toString('base64url');
    await importRows(project, outputs, {
      options: { join: { by: 'user_window', minutes: 1 } },
      pseudonymKey,
    });
    const users = project.database.prepare('SELECT DISTINCT user FROM interactions ORDER BY 1').pluck().all();
    expect(users).toEqual(['ana', 'ben', 'cem']);
  });

  it('finds users by their pseudonyms', async () => {
    const project = newProject();
    const pseudonymKey = Buffer.alloc(32, 7).toString('base64url');
    await importRows(project, outputs, { options: { pseudonymise: true }, pseudonymKey });
    const rows = [{ user: 'ana', at: '2025-01-01T10:15:00Z', sold: 1 }];
    const join = { by: 'user_window', minutes: 30 } as const;
    expect(await importRows(project, rows, joining(join))).toMatchObject({ rejected: 1 });
    await importRows(project, rows, joining(join, { pseudonymKey }));
    expect(soldOf(project)).toEqual(['a1=1']);
    const key = { by: 'key', row: '{user}/{order}', interaction: '{user}/{meta.order}' } as const;
    await importRows(project, [{ user: 'ben', order: 7, sold: 2 }], joining(key, { pseudonymKey }));
    expect(soldOf(project)).toEqual(['a1=1', 'b1=2']);
    const uneven = { by: 'key', row: '{id}', interaction: '{user}/{meta.order}' } as const;
    expect(
      compileMapper(feed, 'attachments', {
        options: { join: uneven },
        changeUser: changeUserBy(pseudonymKey),
      }),
    ).toMatchObject({ ok: false, error: { code: 'MAPPING_INVALID' } });
  });
});

describe('a join by key', () => {
  const join = { by: 'key', row: '{who}-{order}', interaction: '{user}-{meta.order}' } as const;

  it('is with the one interaction whose fields give the same', async () => {
    const project = newProject();
    await importRows(project, outputs);
    const rows = [
      { who: 'ana', order: 8, sold: 1 },
      { who: 'ben', order: '7', sold: 2 },
      { who: 'cem', order: 9, sold: 3 },
      { who: 'ana', order: 9, sold: 4 },
      { who: 'ana', sold: 5 },
    ];
    const report = await importRows(project, rows, joining(join));
    expect(soldOf(project)).toEqual(['a2=1', 'b1=2']);
    expect(reasonsOf(project)).toEqual(['3 ambiguous_match', '4 no_match', '5 missing_id']);
    expect(report.unmapped).toEqual({});
  });

  it('is refused where it cannot mean anything', () => {
    expect(refuse('{a}', '{customer}')).toMatchObject({ ok: false, error: { code: 'MAPPING_INVALID' } });
    expect(refuse('fixed', '{user}')).toMatchObject({ ok: false, error: { code: 'MAPPING_INVALID' } });
    expect(refuse('{a', '{user}')).toMatchObject({ ok: false, error: { code: 'MAPPING_INVALID' } });
  });

  it('goes on by the same way when rejects are tried again', async () => {
    const project = newProject();
    const { sourceId } = await importRows(project, [{ who: 'ana', order: 8, sold: 1 }], joining(join));
    expect(reasonsOf(project)).toEqual(['1 no_match']);
    await importRows(project, outputs);
    const retried = await retryRejects(project.database, { sourceId: sourceId ?? '' });
    expect(retried).toMatchObject({ ok: true, value: { tried: 1, attached: 1, rejected: 0 } });
    expect(soldOf(project)).toEqual(['a2=1']);
    expect(temporaryTables(project)).toBe(0);
  });

  it('is shown before anything is written', async () => {
    const project = newProject();
    await importRows(project, outputs);
    const rows = [
      { who: 'ana', order: 8, sold: 1 },
      { who: 'zoe', order: 1, sold: 1 },
    ];
    const report = await importRows(project, rows, joining(join, { dryRun: true }));
    expect(report.coverage).toMatchObject({
      method: join,
      rows: 2,
      joined: 1,
      reasons: { no_match: 1 },
      examples: [{ line: 2, message: expect.stringContaining('zoe-1') }],
    });
    expect(soldOf(project)).toEqual([]);
    expect(reasonsOf(project)).toEqual([]);
  });
});

const joins: readonly JoinMethod[] = [
  { by: 'session', which: 'last' },
  { by: 'session', which: 'all' },
  { by: 'user_window', minutes: 2 },
  { by: 'key', row: '{user}{k}', interaction: '{user}{meta.k}' },
];
const minute = fc.integer({ min: 0, max: 5 });
const at = (minutes: number) => new Date(Date.UTC(2025, 0, 1, 10, minutes)).toISOString();
const names = { user: fc.constantFrom('u', 'v'), session: fc.constantFrom('s', 't'), k: fc.nat(2), minute };

describe('any join', () => {
  it('is the same in every order of imports and rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...joins),
        fc.array(fc.record(names), { minLength: 1, maxLength: 6 }),
        fc.array(fc.record(names), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (join, made, came, isFeedFirst) => {
          const interactions = made.map(({ minute: minutes, ...row }, index) => ({
            ...row,
            id: `i${index}`,
            input: `Question ${index}`,
            output: `Answer ${index}`,
            time: at(minutes),
          }));
          const rows = came.map(({ minute: minutes, ...row }, index) => ({
            ...row,
            sold: index,
            at: at(minutes),
          }));
          const inOrder = newProject();
          await importRows(inOrder, interactions);
          await importRows(inOrder, rows, joining(join));
          const other = newProject();
          if (!isFeedFirst) await importRows(other, interactions.toReversed());
          const { sourceId } = await importRows(other, rows.toReversed(), joining(join));
          if (isFeedFirst) {
            await importRows(other, interactions.toReversed());
            await retryRejects(other.database, { sourceId: sourceId ?? '' });
          }
          expect(soldOf(other)).toEqual(soldOf(inOrder));
          expect(reasonsOf(other)).toHaveLength(reasonsOf(inOrder).length);
        },
      ),
      { numRuns: 15 },
    );
  });
});
