import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { readWhole } from '../../test-files.ts';
import { compileMapping } from '../../../../shared/domain/mapping/map-row.ts';
import type { ArrivingRow } from '../adapter.ts';
import { arrivingMapping } from '../arriving-mapping.ts';
import { cupsAdapter } from './cups.ts';

function event(state: string, seconds: number, more: JsonObject = {}): JsonObject {
  return {
    session_index: 3,
    UserId: 7,
    TimeGenerated: '2022-08-08T16:05:28.904Z',
    StateName: state,
    HiddenState: state === 'Shown' ? 'UserTyping' : 'UserBeforeAction',
    TimeSpentInState: seconds,
    CurrentSuggestion: '"print(\\"a\\")"',
    CurrentPrompt: '"import b\\n"',
    Measurements: { confidence: 0.5, numTokens: 4, timeSinceIssuedMs: 400, timeSinceDisplayedMs: 30 },
    EditPercentage: [0, 0.1, 0.2, 0.3, 0.4],
    LabeledState: `while until ${state}`,
    Task: 'Classes',
    ...more,
  };
}

function fold(events: readonly JsonObject[]): { rows: readonly ArrivingRow[]; skipped: readonly string[] } {
  const expander = cupsAdapter.open();
  const parts = [...events.map((row) => expander.push(row)), expander.end()];
  return { rows: parts.flatMap(({ rows }) => rows), skipped: parts.flatMap(({ skipped }) => skipped) };
}

function signal(row: ArrivingRow | undefined, name: string): string | number | boolean | null {
  return row?.signals?.find((one) => one.name === name)?.value ?? null;
}

describe('cupsAdapter', () => {
  it('folds a suggestion from its display to the decision', () => {
    const { rows, skipped } = fold([
      event('Shown', 90),
      event('Replay', 1.5, { TimeGenerated: '2022-08-08T16:05:30.404Z' }),
      event('Accepted', 0.25, { TimeGenerated: '2022-08-08T16:05:30.654Z' }),
    ]);
    expect(skipped).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      output: 'print("a")',
      messages: [{ role: 'user', content: 'import b\n' }],
      session: '3',
      user: '7',
      created_at: '2022-08-08T16:05:28.904Z',
      Task: 'Classes',
      labels: [{ question: 'activity', value: 'while until Accepted', annotator: '7' }],
      events: [
        { StateName: 'Shown', LabeledState: 'while until Shown' },
        { StateName: 'Replay', LabeledState: 'while until Replay' },
        { StateName: 'Accepted', LabeledState: 'while until Accepted' },
      ],
    });
    const names = [
      'action',
      'dwell_ms',
      'time_to_action_ms',
      'latency_ms',
      'completion_tokens',
      'edit_share_3',
    ];
    expect(names.map((name) => signal(rows[0], name))).toEqual(['accepted', 1750, 1750, 370, 4, 0.2]);
    expect(rows[0]?.signals).toContainEqual({
      kind: 'explicit',
      name: 'confidence',
      value: 0.5,
      origin: 'model:copilot',
    });
    expect(rows[0]?.signals?.[0]).toMatchObject({ name: 'action', at: '2022-08-08T16:05:30.654Z' });
  });

  it('gives shares of editing to accepted suggestions only', () => {
    const { rows } = fold([event('Shown', 1), event('Rejected', 1)]);
    expect([signal(rows[0], 'action'), signal(rows[0], 'edit_share_1')]).toEqual(['discarded', null]);
    expect(rows[0]?.['EditPercentage']).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  });

  it('calls ignored what another suggestion followed, and says nothing of the last', () => {
    const { rows } = fold([event('Shown', 1), event('Replay', 2), event('Shown', 3)]);
    expect(rows.map((row) => [signal(row, 'action'), signal(row, 'dwell_ms')])).toEqual([
      ['ignored', 2000],
      [null, 0],
    ]);
    expect(rows.map((row) => row.labels?.length ?? 0)).toEqual([1, 0]);
  });

  it('keeps the suggestions a developer browsed', () => {
    const { rows } = fold([
      event('Shown', 1),
      event('Browsing', 1, { CurrentSuggestion: '"other"' }),
      event('Accepted', 1, { CurrentSuggestion: '"other"' }),
    ]);
    expect([rows[0]?.output, rows[0]?.['suggestions']]).toEqual(['other', ['print("a")', 'other']]);
  });

  it('begins with whatever event a session begins', () => {
    const { rows } = fold([event('Replay', 9), event('Accepted', 1), event('Rejected', 1)]);
    expect(rows.map((row) => [signal(row, 'action'), signal(row, 'dwell_ms')])).toEqual([
      ['accepted', 1000],
      ['discarded', 0],
    ]);
  });

  it('keeps sessions apart, and only so many of them open', () => {
    const other = { session_index: 4, CurrentSuggestion: 'plain text' };
    const { rows } = fold([
      event('Shown', 1),
      event('Shown', 1, other),
      event('Accepted', 1),
      event('Rejected', 1, other),
    ]);
    expect(rows.map((row) => [row.output, signal(row, 'action')])).toEqual([
      ['print("a")', 'accepted'],
      ['plain text', 'discarded'],
    ]);
    const expander = cupsAdapter.open();
    const early = Array.from({ length: 130 }, (_, index) =>
      expander.push(event('Shown', 1, { session_index: index })),
    );
    expect(early.flatMap((part) => part.rows)).toHaveLength(30);
    expect(expander.end().rows).toHaveLength(100);
  });

  it('counts telemetry without end', () => {
    const { rows } = fold([event('Shown', 1), ...Array.from({ length: 1000 }, () => event('Replay', 1))]);
    expect(rows[0]?.['events']).toHaveLength(500);
    expect([rows[0]?.['events_left_out'], signal(rows[0], 'dwell_ms')]).toEqual([501, 1_000_000]);
  });

  it('stands whatever the fields hold', () => {
    const junk: readonly Json[] = [null, '', '"', '"\\u12"', -1, 1e300, [], [null], {}, { a: [] }, true];
    for (const value of junk) {
      const odd = Object.fromEntries(Object.keys(event('Shown', 1)).map((name) => [name, value]));
      const { rows } = fold([
        event('Shown', 1),
        event('Replay', 1, { ...odd, StateName: 'Replay' }),
        event('Accepted', 1),
      ]);
      expect(rows.some((row) => signal(row, 'action') === 'accepted')).toBe(true);
    }
    expect(fold([{ constructor: 'x' }]).skipped).toEqual(['a row that is no suggestion event']);
    expect(fold([event('Shown', 1, { CurrentSuggestion: '' })]).skipped).toEqual([
      'a suggestion without a text',
    ]);
  });
});

const file = '../shared/data/copilot-cups/data_labeled_study.jsonl';

describe.skipIf(!existsSync(file))('the published study (skipped where ../shared/data is absent)', () => {
  it('keeps every event and every decision', async () => {
    const mapper = compileMapping(arrivingMapping);
    const { rows: events } = await readWhole(file);
    expect(events.every(({ value }) => cupsAdapter.recognises(value))).toBe(true);
    const { rows, skipped } = fold(events.map(({ value }) => value));
    expect(skipped).toEqual([]);
    expect(rows.every((row) => mapper.ok && mapper.value(row).ok)).toBe(true);
    // 1,150 events of Shown, and one session that begins with a Replay.
    expect(rows).toHaveLength(1151);
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const action = String(signal(row, 'action'));
      counts[action] = (counts[action] ?? 0) + 1;
    }
    expect(counts).toEqual({ accepted: 386, discarded: 710, ignored: 45, null: 10 });
    const kept = rows.flatMap((row) => row['events'] as JsonObject[]);
    expect(kept).toHaveLength(3490);
    expect(kept.filter((one) => one['StateName'] === 'Replay')).toHaveLength(1239);
    expect(rows.filter((row) => row['suggestions'] !== undefined)).toHaveLength(5);
    expect(rows.filter((row) => row.labels !== undefined)).toHaveLength(1130);
    expect(rows.filter((row) => row.messages !== undefined).length).toBeGreaterThan(1000);
  });
});
