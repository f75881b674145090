import { existsSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importRows } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import type { OpenProject } from '../project/open-project.ts';

const file = joinPath(import.meta.dirname, '../../../../shared/data/coauthor/suggestion_queries_300.jsonl');
const querySchema = z.object({
  session_id: z.string(),
  query_index: z.int(),
  t_query: z.int(),
  t_end: z.int().nullable(),
  suggestions: z.array(z.string()),
  outcome: z.string(),
});

const outputs: Mapping = [
  { target: 'output', path: 'output' },
  { target: 'session', path: 'session' },
  { target: 'created_at', path: 'asked' },
];
const feed: Mapping = [
  { target: 'session', path: 'session' },
  { target: 'created_at', path: 'ended' },
  { target: 'outcome.taken', path: 'taken' },
];

function readQueries() {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => querySchema.parse(JSON.parse(line)))
    .filter(({ t_end: end, suggestions }) => end !== null && suggestions.length > 0)
    .map((query) => ({
      session: query.session_id,
      place: query.query_index,
      output: query.suggestions.join('\n'),
      asked: query.t_query,
      ended: query.t_end,
      taken: query.outcome !== 'dismissed',
    }));
}

function takenOf({ database }: OpenProject): unknown[] {
  return database
    .prepare(
      `SELECT i.session || ' ' || (i.meta ->> 'place') || ' ' || s.number FROM signals AS s
       JOIN interactions AS i ON i.seq = s.interaction_seq WHERE s.name = 'taken' ORDER BY 1`,
    )
    .pluck()
    .all();
}

describe.skipIf(!existsSync(file))('CoAuthor (skipped where ../shared/data is absent)', () => {
  it('cut into outputs and outcomes, and joined by key, has the outcomes that it had', async () => {
    const queries = readQueries();
    expect(queries.length).toBeGreaterThan(3000);
    const whole = newProject();
    await importRows(whole, queries, { mapping: [...outputs, { target: 'outcome.taken', path: 'taken' }] });
    const cut = await joined(queries, {
      by: 'key',
      row: '{session}#{place}',
      interaction: '{session}#{meta.place}',
    });
    expect(takenOf(cut)).toEqual(takenOf(whole));
  });

  it('joined by session has each outcome at the last query before it, although some end after the next began', async () => {
    const queries = readQueries();
    const sessions = Map.groupBy(queries, ({ session }) => session);
    const expected = queries.map(({ session, ended, taken }) => {
      const before = (sessions.get(session) ?? []).filter(({ asked }) => asked <= (ended ?? 0));
      const last = before.toSorted((a, b) => b.asked - a.asked)[0];
      return `${session} ${last?.place} ${taken ? '1.0' : '0.0'}`;
    });
    const cut = await joined(queries, { by: 'session', which: 'last' });
    expect(takenOf(cut)).toEqual(expected.toSorted());
  });
});

/** Outputs and outcomes imported apart, the outcomes in another order. */
async function joined(queries: ReturnType<typeof readQueries>, join: JoinMethod): Promise<OpenProject> {
  const project = newProject();
  await importRows(
    project,
    queries.map(({ session, place, output, asked }) => ({ session, place, output, asked })),
    { mapping: outputs },
  );
  const rows = queries.map(({ session, place, ended, taken }) => ({ session, place, ended, taken }));
  const report = await importRows(project, rows.toReversed(), {
    mapping: feed,
    brings: 'attachments',
    options: { join },
  });
  expect(report).toMatchObject({ attached: queries.length, rejected: 0 });
  return project;
}
