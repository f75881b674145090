import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { compileMapping } from '../../../../shared/domain/mapping/map-row.ts';
import type { ArrivingRow } from '../adapter.ts';
import { arrivingMapping } from '../arriving-mapping.ts';
import { readWhole } from '../../test-files.ts';
import { coauthorAdapter } from './coauthor.ts';

const start = 1_700_000_000_000;

function event(name: string, seconds: number, more: JsonObject = {}): JsonObject {
  return {
    eventName: name,
    eventSource: 'user',
    eventTimestamp: start + seconds * 1000,
    textDelta: '',
    cursorRange: '',
    currentDoc: '',
    currentCursor: 4,
    currentSuggestions: [],
    currentSuggestionIndex: 0,
    currentN: '5',
    currentTemperature: '0.75',
    ...more,
  };
}

const initialize = event('system-initialize', 0, { eventSource: 'api', currentDoc: 'One \n' });

function shown(seconds: number, ...texts: readonly string[]): JsonObject {
  return event('suggestion-open', seconds, {
    eventSource: 'api',
    currentSuggestions: texts.map((text, index) => ({ index, original: ` ${text}`, trimmed: text })),
  });
}

function program(name: string, seconds: number, ops: Json = []): JsonObject {
  return event(name, seconds, { eventSource: 'api', textDelta: { ops } });
}

function typing(seconds: number, ...ops: readonly JsonObject[]): JsonObject {
  return event('text-insert', seconds, { textDelta: { ops } });
}

function fold(events: readonly JsonObject[]): { rows: readonly ArrivingRow[]; skipped: readonly string[] } {
  const expander = coauthorAdapter.open();
  const parts = [...events.map((row) => expander.push(row)), expander.end()];
  return { rows: parts.flatMap(({ rows }) => rows), skipped: parts.flatMap(({ skipped }) => skipped) };
}

function signal(row: ArrivingRow | undefined, name: string): string | number | boolean | null {
  return row?.signals?.find((one) => one.name === name)?.value ?? null;
}

const accepted = [
  initialize,
  event('suggestion-get', 1),
  shown(3, 'two.', 'three four.'),
  event('suggestion-hover', 4),
  event('suggestion-down', 5),
  event('suggestion-select', 6, { currentSuggestionIndex: 1 }),
  program('suggestion-close', 6),
  program('text-insert', 6, [{ retain: 4 }, { insert: 'three four.' }]),
];

describe('coauthorAdapter', () => {
  it('folds an accepted query', () => {
    const { rows, skipped } = fold(accepted);
    expect(skipped).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      output: 'three four.',
      messages: [{ role: 'user', content: 'One ' }],
      created_at: start + 1000,
      session_started_at: start,
      currentTemperature: '0.75',
      suggestions: [{ trimmed: 'two.' }, { trimmed: 'three four.' }],
    });
    expect(rows[0]?.edits).toBeUndefined();
    const names = ['latency_ms', 'action', 'time_to_action_ms', 'hovers', 'arrow_moves', 'selected_index'];
    expect(names.map((name) => signal(rows[0], name))).toEqual([2000, 'accepted', 3000, 1, 1, 1]);
    expect(signal(rows[0], 'survived_verbatim')).toBe(true);
  });

  it('brings what became of the inserted text by the end', () => {
    const { rows } = fold([
      ...accepted,
      typing(10, { insert: '>> ' }),
      typing(11, { retain: 13 }, { delete: 4 }, { insert: 'five' }),
    ]);
    expect(rows[0]?.edits).toEqual([{ text: 'three five.', at: start + 11_000 }]);
    expect(signal(rows[0], 'survived_verbatim')).toBe(false);
  });

  it('keeps two suggestions apart that stand next to each other', () => {
    const { rows } = fold([
      ...accepted,
      typing(7, { retain: 14 }, { delete: 1 }),
      event('suggestion-get', 8, { currentCursor: 14 }),
      shown(9, '!'),
      event('suggestion-select', 10),
      program('text-insert', 10, [{ retain: 14 }, { insert: '!' }]),
    ]);
    expect(rows.map((row) => [row.output, row.edits?.[0]?.text])).toEqual([
      ['three four.', 'three four'],
      ['!', undefined],
    ]);
  });

  it('takes the text that was inserted where the logged index says another', () => {
    const events = [
      ...accepted.slice(0, -1),
      program('text-insert', 6, [{ retain: 4 }, { insert: '\ntwo.\n' }]),
    ];
    const { rows } = fold(events);
    expect([rows[0]?.output, signal(rows[0], 'selected_index'), rows[0]?.edits]).toEqual([
      'two.',
      0,
      undefined,
    ]);
  });

  it('tells the ways in which nothing is accepted', () => {
    const { rows, skipped } = fold([
      initialize,
      event('suggestion-get', 1),
      event('suggestion-get', 2),
      event('suggestion-get', 3),
      shown(4, 'a'),
      event('suggestion-get', 6),
      program('suggestion-close', 6),
      shown(7, 'b'),
      event('suggestion-close', 9),
      event('suggestion-get', 10),
      shown(11, 'c'),
      program('suggestion-close', 12),
      event('suggestion-get', 13),
      shown(14),
      event('suggestion-close', 15),
      event('suggestion-get', 16),
      shown(17, 'd'),
      event('suggestion-reopen', 17),
      event('suggestion-get', 18),
    ]);
    expect(rows.map((row) => [row.output, signal(row, 'action'), signal(row, 'time_to_action_ms')])).toEqual([
      ['a', 'regenerated', 2000],
      ['b', 'discarded', 2000],
      ['c', 'ignored', 1000],
      ['d', 'regenerated', 1000],
    ]);
    expect(rows.map((row) => signal(row, 'requeries_before_shown'))).toEqual([2, 0, 0, 0]);
    expect(skipped.toSorted()).toEqual([
      'a query asked again before anything was shown',
      'a query asked again before anything was shown',
      'a query that brought no suggestions',
      'a query whose suggestions were never shown',
    ]);
  });

  it('takes a closed list that is opened again as undecided', () => {
    const { rows } = fold([
      initialize,
      event('suggestion-get', 1),
      shown(2, 'a', 'b'),
      event('suggestion-close', 3),
      event('suggestion-reopen', 5),
      event('suggestion-select', 8, { currentSuggestionIndex: 1 }),
      program('text-insert', 8, [{ insert: 'b' }]),
    ]);
    expect(rows.map((row) => [row.output, signal(row, 'action'), signal(row, 'time_to_action_ms')])).toEqual([
      ['b', 'accepted', 6000],
    ]);
  });

  it('starts anew with each session, and knows no document where the log has no beginning', () => {
    const { rows } = fold([...accepted.slice(1), ...accepted]);
    expect(rows.map((row) => row.messages)).toEqual([undefined, [{ role: 'user', content: 'One ' }]]);
    expect(rows.map((row) => [row.output, signal(row, 'survived_verbatim')])).toEqual([
      ['three four.', null],
      ['three four.', true],
    ]);
  });

  it('names a session where the rows do', () => {
    expect(fold(accepted.map((row) => ({ ...row, session_id: 's1' }))).rows[0]?.session).toBe('s1');
  });

  it.each<[JsonObject]>([
    [{ id: 1, input: 'a', output: 'b' }],
    [{ eventName: 'shown', eventTimestamp: start, session: 's' }],
    [JSON.parse('{"__proto__": {"eventName": "x"}, "constructor": 1}') as JsonObject],
  ])('does not take %j', (row) => {
    expect(coauthorAdapter.recognises(row)).toBe(false);
    expect(fold([row])).toEqual({ rows: [], skipped: ['a row that is no keystroke event'] });
  });

  it('stands whatever the fields hold', () => {
    const junk: readonly Json[] = [
      null,
      '',
      'x',
      -1,
      1e300,
      [],
      [null],
      {},
      { ops: [[], { insert: {} }] },
      true,
    ];
    for (const name of [
      'suggestion-get',
      'suggestion-open',
      'suggestion-select',
      'text-insert',
      'odd',
      'reopen',
    ]) {
      for (const value of junk) {
        const odd = event(name, 2, {
          textDelta: value,
          currentDoc: value,
          currentCursor: value,
          currentSuggestions: value,
          currentSuggestionIndex: value,
        });
        const { rows } = fold([...accepted, odd, event('suggestion-get', 9), shown(10, 'good')]);
        expect(rows.at(-1)?.output).toBe('good');
      }
    }
  });

  it('holds no more than a thousand queries', () => {
    const expander = coauthorAdapter.open();
    let early = 0;
    for (let index = 0; index < 1200; index++) {
      early += expander.push(event('suggestion-get', index)).rows.length;
      early += expander.push(shown(index, 'x')).rows.length;
    }
    expect([early, expander.end().rows.length]).toEqual([200, 1000]);
  });
});

const folder = '../shared/data/coauthor';

describe.skipIf(!existsSync(folder))('published sessions (skipped where ../shared/data is absent)', () => {
  it('finds the same queries as the derived table, session by session', async () => {
    const derived = await readWhole(`${folder}/suggestion_queries_300.jsonl`);
    const mapper = compileMapping(arrivingMapping);
    const ours: string[] = [];
    const theirs: string[] = [];
    const differences: string[] = [];
    for (const name of await readdir(`${folder}/raw_sessions`)) {
      const session = name.replace('.jsonl', '');
      const { rows: events } = await readWhole(`${folder}/raw_sessions/${name}`);
      expect(events.every(({ value }) => coauthorAdapter.recognises(value))).toBe(true);
      const { rows, skipped } = fold(events.map(({ value }) => value));
      expect(rows.every((row) => mapper.ok && mapper.value(row).ok)).toBe(true);
      const queries = derived.rows
        .map(({ value }) => value)
        .filter((query) => query['session_id'] === session);
      ours.push(`${session} ${tally(rows.map(outcomeOf), skipped)}`);
      theirs.push(
        `${session} ${tally(
          queries.map(({ outcome }) => (typeof outcome === 'string' ? outcome : '')),
          [],
        )}`,
      );
      for (const row of rows) {
        const query = queries.find((one) => one['t_query'] === row.created_at) ?? {};
        if (JSON.stringify(observed(row)) !== JSON.stringify(derivedOf(query)))
          differences.push(`${session} ${JSON.stringify(row.created_at)}`);
      }
    }
    expect(ours).toEqual(theirs);
    expect(differences).toEqual([]);
    expect(ours.map((line) => line.replace(/^(\w{6})\w+/, '$1'))).toEqual([
      '152a3e 11 queries: 9 accepted, 2 dismissed, 0 asked again, 0 before seeing, 0 undecided',
      '240407 19 queries: 10 accepted, 3 dismissed, 0 asked again, 5 before seeing, 1 undecided',
      '4ae07e 9 queries: 9 accepted, 0 dismissed, 0 asked again, 0 before seeing, 0 undecided',
      '85270c 21 queries: 10 accepted, 6 dismissed, 0 asked again, 4 before seeing, 1 undecided',
      '88daae 18 queries: 13 accepted, 0 dismissed, 0 asked again, 4 before seeing, 1 undecided',
      '9750cd 17 queries: 8 accepted, 1 dismissed, 6 asked again, 2 before seeing, 0 undecided',
      'af7e60 11 queries: 9 accepted, 2 dismissed, 0 asked again, 0 before seeing, 0 undecided',
      'b35281 7 queries: 4 accepted, 3 dismissed, 0 asked again, 0 before seeing, 0 undecided',
      'bd632b 14 queries: 7 accepted, 7 dismissed, 0 asked again, 0 before seeing, 0 undecided',
      'ed151a 5 queries: 4 accepted, 1 dismissed, 0 asked again, 0 before seeing, 0 undecided',
    ]);
  });
});

const outcomeOfAction: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  discarded: 'dismissed',
  regenerated: 'requeried',
};

function outcomeOf(row: ArrivingRow): string {
  return outcomeOfAction[String(signal(row, 'action'))] ?? 'no_decision_logged';
}

/** Queries that showed nothing are no interactions: they are counted by why they were skipped. */
function tally(outcomes: readonly string[], skipped: readonly string[]): string {
  const all = [
    ...outcomes,
    ...skipped.map((reason) =>
      reason.includes('asked again') ? 'requeried_before_shown' : 'no_decision_logged',
    ),
  ];
  const count = (outcome: string): number => all.filter((one) => one === outcome).length;
  return `${all.length} queries: ${count('accepted')} accepted, ${count('dismissed')} dismissed, ${count('requeried')} asked again, ${count('requeried_before_shown')} before seeing, ${count('no_decision_logged')} undecided`;
}

function observed(row: ArrivingRow): readonly Json[] {
  const survived = signal(row, 'survived_verbatim');
  const names = ['time_to_action_ms', 'hovers', 'arrow_moves', 'selected_index'];
  return [...names.map((name) => signal(row, name)), survived];
}

function derivedOf(query: JsonObject): readonly Json[] {
  const names = ['decision_ms', 'hovers', 'arrow_moves', 'selected_index', 'verbatim_in_final'];
  return names.map((name) => query[name] ?? null);
}
