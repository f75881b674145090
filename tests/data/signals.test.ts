import Database from 'better-sqlite3';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../../shared/contract/velocity-operations.ts';
import { mappingSchema } from '../../shared/contract/import-operations.ts';
import type { Mapping } from '../../shared/domain/mapping/mapping.ts';
import { isTarget } from '../../shared/domain/mapping/target.ts';
import { createId } from '../../main/db/create-id.ts';
import { importFile } from '../../main/services/imports/run-import.ts';
import type { OpenProject } from '../../main/services/project/open-project.ts';
import { runSignals } from '../../main/services/signals/run-signals.ts';
import { velocityReport } from '../../main/services/velocity/velocity-report.ts';
import { newProject } from '../support/temp-project.ts';
import { jobContext } from '../support/test-import.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

/** Public data sets lie beside the repository where they are there at all; they are never part of it. */
function describeWith(path: string, name: string, tests: (path: string) => void): void {
  const isThere = existsSync(join(data, path));
  describe.skipIf(!isThere)(
    isThere ? name : `${name} (skipped: ${path} is not beside the repository)`,
    () => {
      tests(join(data, path));
    },
  );
}

async function importInto(project: OpenProject, path: string, mapping?: Mapping): Promise<void> {
  const input = { path, sourceId: createId(), ...(mapping === undefined ? {} : { mapping }) };
  const result = await importFile(input, jobContext(project));
  if (!result.ok) throw new Error(result.error.message);
}

async function workOutSignals(project: OpenProject): Promise<void> {
  const result = await runSignals({ all: false }, jobContext(project));
  if (!result.ok) throw new Error(result.error.message);
}

/** Metrics by their id, with groups by user. */
async function metricsByUser(project: OpenProject): Promise<ReadonlyMap<string, Metric>> {
  const report = await velocityReport(project.database, { by: 'user', only: {}, now: Date.now() });
  if (!report.ok) throw new Error(report.error.message);
  return new Map(report.value.metrics.map((metric) => [metric.id, metric]));
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

interface CupsSuggestion {
  readonly user: string;
  readonly state: 'Accepted' | 'Rejected' | null;
  /** Whether another suggestion of the session came after it. */
  readonly isFollowed: 0 | 1;
  readonly seconds: number;
  /** Share of the accepted text that was changed at the last of five later times. */
  readonly changed: number | null;
}

/** The suggestions of the file, folded by SQL alone: nothing of the app reads it. */
function cupsSuggestions(path: string): CupsSuggestion[] {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE logged (line INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO logged (body) VALUES (?)');
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n')) insert.run(line);
  const suggestions = database.prepare<[], CupsSuggestion>(`
    WITH events AS (
      SELECT line, body ->> 'session_index' AS session, body ->> 'UserId' AS user, body ->> 'StateName' AS state,
        body ->> 'TimeSpentInState' AS seconds, body ->> '$.EditPercentage[4]' AS changed,
        lag(body ->> 'StateName') OVER in_session AS before
      FROM logged WINDOW in_session AS (PARTITION BY body ->> 'session_index', body ->> 'UserId' ORDER BY line)
    ), numbered AS (
      SELECT *, sum(state = 'Shown' OR before IS NULL OR before IN ('Accepted', 'Rejected')) OVER
        (PARTITION BY session, user ORDER BY line) AS number FROM events
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY session, user, number ORDER BY line) AS place,
        max(number) OVER (PARTITION BY session, user) AS newest FROM numbered
    )
    SELECT CAST(user AS TEXT) AS user, max(CASE WHEN state IN ('Accepted', 'Rejected') THEN state END) AS state,
      number < newest AS isFollowed, sum(CASE WHEN place > 1 THEN seconds ELSE 0 END) AS seconds,
      max(CASE WHEN state = 'Accepted' THEN changed END) AS changed
    FROM placed GROUP BY session, user, number`);
  const rows = suggestions.all();
  database.close();
  return rows;
}

describeWith('copilot-cups/data_labeled_study.jsonl', 'Copilot CUPS: 21 developers', (path) => {
  it('has the acceptance, dwell time and edits of each that a query of the file finds', async () => {
    const project = newProject();
    await importInto(project, path);
    await workOutSignals(project);
    const metrics = await metricsByUser(project);
    const byUser = Map.groupBy(cupsSuggestions(path), ({ user }) => user);
    expect(byUser.size).toBe(21);
    for (const [user, suggestions] of byUser) {
      const of = (id: string) => metrics.get(id)?.groups.find(({ value }) => value === user)?.overall;
      const accepted = suggestions.filter(({ state }) => state === 'Accepted');
      const known = suggestions.filter(({ state, isFollowed }) => state !== null || isFollowed === 1);
      expect(of('acceptance'), user).toMatchObject({ yes: accepted.length, n: known.length });
      const dwell = median(suggestions.map(({ seconds }) => seconds * 1000));
      expect(of('dwell')?.value, user).toBeCloseTo(dwell ?? 0, 0);
      const kept = accepted.flatMap(({ changed }) => (changed === null ? [] : [1 - changed]));
      expect(of('survival')?.n, user).toBe(kept.length);
      expect(of('survival')?.value, user).toBeCloseTo(median(kept) ?? 0, 6);
    }
    const counted = [...byUser.values()].flat();
    expect(counted.filter(({ state }) => state === 'Accepted')).toHaveLength(386);
    expect(counted.filter(({ state }) => state === 'Rejected')).toHaveLength(710);
  });
});

interface WriterFigures {
  readonly shown: number;
  readonly accepted: number;
  readonly discarded: number;
  readonly requeried: number;
  readonly decisionMs: number | null;
}

/** What a writer did, by the stored values of signals of their sessions. */
function figuresOfWriter(bodies: readonly string[]): WriterFigures {
  const values = bodies.map((body): Record<string, number> => JSON.parse(body));
  const count = (id: string) => values.filter((value) => value[id] === 1).length;
  const times = values.flatMap(({ accepted, discarded, time_to_action: time }) =>
    time !== undefined && (accepted === 1 || discarded === 1) ? [time] : [],
  );
  return {
    shown: values.length,
    accepted: count('accepted'),
    discarded: count('discarded'),
    requeried: count('requeried'),
    decisionMs: median(times),
  };
}

interface SessionValues {
  readonly session: string;
  readonly body: string;
}

describeWith('coauthor/raw_sessions', 'CoAuthor: ten sessions of eight writers', (path) => {
  const sessions = readdirSync(existsSync(path) ? path : data).map((name) => name.replace('.jsonl', ''));

  function writersOf(): ReadonlyMap<string, string> {
    const lines = readFileSync(join(data, 'coauthor/sessions_300.jsonl'), 'utf8').trimEnd().split('\n');
    const rows = lines.map((line): { session_id: string; writer: string } => JSON.parse(line));
    return new Map(rows.map(({ session_id, writer }) => [session_id, writer]));
  }

  function byWriter(rows: readonly SessionValues[]): ReadonlyMap<string, WriterFigures> {
    const writers = writersOf();
    const bodies = Map.groupBy(rows, ({ session }) => writers.get(session) ?? '');
    return new Map(
      [...bodies]
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([writer, of]) => [writer, figuresOfWriter(of.map(({ body }) => body))]),
    );
  }

  /** The raw logs name no session in their rows: each file is one. */
  async function fromRawSessions(): Promise<ReadonlyMap<string, WriterFigures>> {
    const project = newProject();
    for (const session of sessions) await importInto(project, join(path, `${session}.jsonl`));
    await workOutSignals(project);
    const rows = project.database.prepare<[], SessionValues>(
      `SELECT replace(s.name, '.jsonl', '') AS session, v.body FROM signal_values AS v
       JOIN interactions AS i ON i.seq = v.interaction_seq JOIN sources AS s ON s.seq = i.source_seq`,
    );
    return byWriter(rows.all());
  }

  async function fromDerivedFile(): Promise<ReadonlyMap<string, WriterFigures>> {
    const project = newProject();
    const text = readFileSync(join(import.meta.dirname, 'mappings/coauthor.json'), 'utf8');
    const mapping = mappingSchema.parse(JSON.parse(text)).map((entry) => {
      const { target, path: column } = entry;
      if (!isTarget(target)) throw new Error(`${target} is not a target.`);
      return { target, path: column };
    });
    await importInto(project, join(data, 'coauthor/suggestion_queries_300.jsonl'), mapping);
    await workOutSignals(project);
    // Queries before anything was shown have no output that could be accepted: the raw logs give no interaction of them.
    const rows = project.database.prepare<[string], SessionValues>(
      `SELECT i.session, v.body FROM signal_values AS v JOIN interactions AS i ON i.seq = v.interaction_seq
       WHERE i.session IN (SELECT value FROM json_each(?)) AND i.meta ->> 't_shown' IS NOT NULL`,
    );
    return byWriter(rows.all(JSON.stringify(sessions)));
  }

  it('has the same rates and decision times of each writer from raw logs and from the derived file', async () => {
    const raw = await fromRawSessions();
    expect(raw.size).toBe(8);
    expect(raw).toEqual(await fromDerivedFile());
    expect([...raw.values()].reduce((sum, { shown }) => sum + shown, 0)).toBe(114);
  });
});
