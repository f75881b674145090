import { describe, expect, it } from 'vitest';
import { importRows, plainMapping } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { OutcomeSummary } from '../../../shared/contract/outcome-operations.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { defaultSignalSettings, type OutcomeDefinition } from '../../../shared/domain/signals/settings.ts';
import { readFeedEnds } from '../../db/tables/outcome-feeds.ts';
import { insertSignalSettings } from '../../db/tables/signal-settings.ts';
import type { OpenProject } from '../project/open-project.ts';
import { undoImport } from '../imports/undo-import.ts';
import { listOutcomes } from './list-outcomes.ts';
import { outcomeCoverage } from './outcome-coverage.ts';

const feed: Mapping = [
  { target: 'external_id', path: 'id' },
  { target: 'created_at', path: 'at' },
  { target: 'outcome.replied', path: 'replied' },
];

/** One interaction a day from 1 January, with replies to some of them, the last on 20 January. */
async function projectWithReplies(): Promise<OpenProject> {
  const project = newProject();
  await importRows(
    project,
    Array.from({ length: 20 }, (_, index) => ({
      id: `m${index + 1}`,
      input: `Question ${index + 1}`,
      output: `Answer ${index + 1}`,
      time: `2025-01-${String(index + 1).padStart(2, '0')}T12:00:00Z`,
    })),
  );
  const report = await importRows(
    project,
    [
      { id: 'm1', replied: true, at: '2025-01-02T12:00:00Z' },
      { id: 'm2', replied: 'yes', at: '2025-01-05T12:00:00Z' },
      { id: 'm3', replied: 1, at: '2025-01-19T12:00:00Z' },
      { id: 'm4', replied: false, at: '2025-01-05T12:00:00Z' },
      { id: 'm19', replied: true, at: '2025-01-20T12:00:00Z' },
      { id: 'zz', replied: true, at: '2025-01-20T12:00:00Z' },
    ],
    { mapping: feed, brings: 'attachments' },
  );
  expect(report).toMatchObject({ attached: 5, rejected: 1 });
  return project;
}

function define({ database }: OpenProject, outcome: Partial<OutcomeDefinition>): void {
  const definition: OutcomeDefinition = {
    name: 'replied',
    title: 'Replied',
    direction: 'good',
    unit: 'yes_no',
    strength: 5,
    horizonDays: 7,
    missing: 'no',
    ...outcome,
  };
  const settings = { ...defaultSignalSettings, outcomes: [definition] };
  insertSignalSettings(database, { revision: 1, settings }, 0);
}

async function replied({ database }: OpenProject): Promise<OutcomeSummary> {
  const listed = await listOutcomes(database, {});
  if (!listed.ok) throw new Error(listed.error.message);
  expect(listed.value.outcomes).toHaveLength(1);
  expect(listed.value.interactions).toBe(20);
  const [outcome] = listed.value.outcomes;
  if (outcome === undefined) throw new Error('There is no outcome.');
  return outcome;
}

describe('outcomes', () => {
  it('that are in the log alone are known where they were logged', async () => {
    expect(await replied(await projectWithReplies())).toMatchObject({
      isDefined: false,
      isLogged: true,
      yes: 4,
      noByValue: 1,
      noByHorizon: 0,
      pending: 0,
      unknown: 15,
      rate: { share: 0.8 },
      medianDelayDays: 1,
    });
  });

  it('that are defined count a no where the horizon is over, and wait where it is not', async () => {
    const project = await projectWithReplies();
    define(project, {});
    const outcome = await replied(project);
    // The feed ends on the 20th: up to the 13th the horizon is over. m3 came after 16 days, m19 came early.
    expect(outcome).toMatchObject({
      isDefined: true,
      feedEnd: Date.UTC(2025, 0, 20, 12),
      yes: 2,
      noByValue: 1,
      noByLate: 1,
      noByHorizon: 9,
      pending: 7,
      early: 1,
      unknown: 0,
      rate: { share: 2 / 13 },
      medianDays: null,
      bySurface: [{ surface: null, pending: 7 }],
    });
    expect(outcome.delays.at(-1)?.days).toBe(7);
    expect(outcome.delays[1]).toMatchObject({ days: 0.25, share: 0 });
  });

  it('that may be missing for other reasons are unknown then, not a no', async () => {
    const project = await projectWithReplies();
    define(project, { missing: 'unknown' });
    expect(await replied(project)).toMatchObject({ yes: 4, noByValue: 1, unknown: 9, pending: 6 });
  });

  it('wait no longer where a later row shows that the feed went on', async () => {
    const project = await projectWithReplies();
    define(project, {});
    const later = [{ id: 'm20', replied: true, at: '2025-02-10T12:00:00Z' }];
    await importRows(project, later, { mapping: feed, brings: 'attachments' });
    expect(await replied(project)).toMatchObject({ pending: 0, early: 0, noByLate: 2, noByHorizon: 14 });
  });

  it('are followed as far as their feed tells, not to the newest interaction', async () => {
    const project = await projectWithReplies();
    await importRows(project, [{ id: 'n', input: 'New', output: 'One', time: '2025-06-01T00:00:00Z' }]);
    expect(readFeedEnds(project.database).get('replied')).toBe(Date.UTC(2025, 0, 20, 12));
    const mapping: Mapping = [...plainMapping, { target: 'outcome.sold', path: 'sold' }];
    const rows = [{ id: 'o', input: 'Two', output: 'Two', time: '2025-05-01T00:00:00Z', sold: 1 }];
    await importRows(project, rows, { mapping });
    expect(readFeedEnds(project.database).get('sold')).toBe(Date.UTC(2025, 5, 1));
  });

  it('go with the import that brought them', async () => {
    const project = await projectWithReplies();
    const [coverage] = outcomeCoverage(project.database);
    await undoImport(project.database, { sourceId: coverage?.sourceId ?? '' });
    expect(outcomeCoverage(project.database)).toEqual([]);
    expect(await listOutcomes(project.database, {})).toMatchObject({ ok: true, value: { outcomes: [] } });
  });
});

describe('the coverage of a join', () => {
  it('says what found its interaction, and why the rest did not', async () => {
    const { database } = await projectWithReplies();
    expect(outcomeCoverage(database)).toMatchObject([
      {
        method: { by: 'id' },
        rows: 6,
        joined: 5,
        reasons: { no_match: 1 },
        examples: [{ line: 6, reason: 'no_match' }],
        outcomes: ['replied'],
      },
    ]);
  });
});
