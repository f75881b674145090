import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { eventFoldSchema, usualEventFold } from '../../../../shared/domain/mapping/event-fold.ts';
import type { Adapter, ArrivingRow } from '../adapter.ts';
import { coauthorAdapter } from './coauthor.ts';
import { cupsAdapter } from './cups.ts';
import { createEventLogAdapter, eventLogAdapter } from './event-log.ts';

function at(seconds: number): string {
  return new Date(Date.UTC(2024, 0, 1) + seconds * 1000).toISOString();
}

function fold(
  events: readonly JsonObject[],
  adapter: Adapter = eventLogAdapter,
): { rows: readonly ArrivingRow[]; skipped: readonly string[] } {
  const expander = adapter.open();
  const parts = [...events.map((row) => expander.push(row)), expander.end()];
  return { rows: parts.flatMap(({ rows }) => rows), skipped: parts.flatMap(({ skipped }) => skipped) };
}

function signals(row: ArrivingRow | undefined): readonly (readonly [string, Json])[] {
  return (row?.signals ?? []).map(({ name, value }) => [name, value] as const);
}

const notShown = 'an event about an interaction that was not shown';

describe('eventLogAdapter', () => {
  it('folds the events of an id', () => {
    const { rows, skipped } = fold([
      {
        event: 'shown',
        id: 'a',
        session: 's',
        text: 'Hello there',
        prompt: 'Greet',
        time: at(0),
        model: 'm',
        tone: 3,
      },
      { event: 'shown', id: 'b', session: 's', text: 'Bye', time: at(1) },
      { event: 'edited', id: 'a', text: 'Hello', time: at(10), keys: 6 },
      { event: 'Sent', id: 'a', text: 'Hello!', time: at(12) },
      { event: 'discarded', id: 'b', time: at(20) },
    ]);
    expect(skipped).toEqual([]);
    expect(rows[0]).toMatchObject({
      output: 'Hello there',
      messages: [{ role: 'user', content: 'Greet' }],
      external_id: 'a',
      session: 's',
      model: 'm',
      created_at: at(0),
      edits: [{ text: 'Hello!', at: at(12) }],
      tone: 3,
      events: [
        { event: 'edited', keys: 6, time: at(10) },
        { event: 'Sent', time: at(12) },
      ],
    });
    expect(signals(rows[0])).toEqual([
      ['action', 'edited'],
      ['action', 'sent'],
      ['time_to_action_ms', 10_000],
      ['dwell_ms', 12_000],
    ]);
    expect(signals(rows[1])).toEqual([
      ['action', 'discarded'],
      ['time_to_action_ms', 19_000],
      ['dwell_ms', 19_000],
    ]);
  });

  it('folds by session and order where there are no ids', () => {
    const { rows, skipped } = fold([
      { event: 'accepted', session: 's', time: at(0) },
      { event: 'suggested', session: 's', text: 'one', time: at(1) },
      { event: 'suggested', session: 't', text: 'other', time: at(2) },
      { event: 'suggested', session: 's', text: 'two', time: at(3) },
      { event: 'inserted', session: 's', time: at(4) },
      { event: 'regenerated', session: 't', time: at(5) },
    ]);
    expect(skipped).toEqual([notShown]);
    expect(rows.map((row) => [row.output, row.signals?.[0]?.value])).toEqual([
      ['one', 'ignored'],
      ['other', 'regenerated'],
      ['two', 'accepted'],
    ]);
  });

  it('reads ids within their session, and events that do not repeat it', () => {
    const { rows, skipped } = fold([
      { event: 'shown', id: 1, session: 's', text: 'one', time: at(1) },
      { event: 'shown', id: 1, session: 't', text: 'other', time: at(2) },
      { event: 'accepted', id: 1, session: 's', time: at(3) },
      { event: 'copied', id: 1, time: at(4) },
      { event: 'shown', id: 2, text: 'two', time: at(5) },
      { event: 'sent', id: 2, session: 's', time: at(6) },
      { event: 'sent', id: 1, session: 'unknown', time: at(7) },
    ]);
    expect(skipped).toEqual([notShown]);
    expect(rows.map((row) => [row.output, row.session, row.signals?.[0]?.value])).toEqual([
      ['one', 's', 'accepted'],
      ['other', 't', 'copied'],
      ['two', 's', 'sent'],
    ]);
  });

  it('counts a long pause as the cap, a rating as no look, and times out of order as none', () => {
    const { rows } = fold([
      { event: 'shown', id: 'a', text: 'x', time: at(0) },
      { event: 'copied', id: 'a', time: at(3600) },
      { event: 'accepted', id: 'a', time: at(3590) },
      { event: 'rated', id: 'a', rating: 'thumbs_down', comment: 'off', user: 'ana', time: at(9999) },
    ]);
    expect(signals(rows[0])).toEqual([
      ['action', 'copied'],
      ['action', 'accepted'],
      ['time_to_action_ms', 3_600_000],
      ['dwell_ms', 60_000],
      ['thumbs', 0],
      ['comment', 'off'],
    ]);
    expect(rows[0]?.signals?.at(-1)).toMatchObject({ kind: 'explicit', origin: 'human:ana' });
  });

  it('has no edit where the text ends as it began, and an empty one where all was deleted', () => {
    const shown = { event: 'shown', id: 'a', text: 'x', time: at(0) };
    const back = fold([
      shown,
      { event: 'edited', id: 'a', text: 'y' },
      { event: 'sent', id: 'a', text: 'x' },
    ]);
    expect(back.rows[0]?.edits).toBeUndefined();
    const emptied = fold([shown, { event: 'edited', id: 'a', text: '' }]);
    expect(emptied.rows[0]?.edits).toEqual([{ text: '', at: null }]);
  });

  it('takes a text that grows until somebody acts on it', () => {
    const { rows } = fold([
      { event: 'shown', id: 'a', text: 'He', time: at(0) },
      { event: 'shown', id: 'a', text: 'Hello', time: at(1) },
      { event: 'accepted', id: 'a', time: at(2) },
      { event: 'shown', id: 'a', text: 'Hello you', time: at(3) },
    ]);
    expect(rows.map((row) => row.output)).toEqual(['Hello']);
  });

  it('ends a session at its end', () => {
    const expander = eventLogAdapter.open();
    expander.push({ event: 'shown', session: 's', text: 'one' });
    expander.push({ event: 'shown', session: 't', text: 'two' });
    expect(expander.push({ event: 'session_end', session: 's' }).rows.map((row) => row.output)).toEqual([
      'one',
    ]);
    expect(expander.push({ event: 'accepted', session: 's' }).skipped).toEqual([notShown]);
    expect(expander.end().rows.map((row) => row.output)).toEqual(['two']);
  });

  it('never reads a column of the log as one of its own', () => {
    const { rows } = fold([{ event: 'shown', id: 'a', text: 'x', labels: 'junk', signals: 4, time: at(0) }]);
    expect(rows[0]).toMatchObject({ output: 'x', source_labels: 'junk', source_signals: 4 });
    expect([rows[0]?.labels, rows[0]?.signals]).toEqual([undefined, undefined]);
  });

  it('counts events without end', () => {
    const edits = Array.from({ length: 500 }, (_, index) => ({
      event: 'edited',
      id: 'a',
      text: String(index),
    }));
    const { rows } = fold([{ event: 'shown', id: 'a', text: 'x' }, ...edits]);
    expect(rows[0]?.['events']).toHaveLength(200);
    expect(rows[0]?.['events_left_out']).toBe(300);
    expect(rows[0]?.edits).toEqual([{ text: '499', at: null }]);
  });

  it.each<[boolean, JsonObject]>([
    [true, { event: 'shown', id: 1, text: 'x' }],
    [true, { action: 'displayed', session_id: 's', suggestion: 'x', ts: 1_700_000_000 }],
    [true, { type: 'Accepted', message_id: 'm', timestamp: at(0) }],
    [true, { event: 'edited', id: 1, text: 'x' }],
    [false, { id: 1, input: 'a', output: 'b' }],
    [false, { id: 1, session: 's', created_at: at(0), output: 'b', action: 'accepted' }],
    [false, { id: 1, created_at: at(0), text: 'b', action: 'discarded' }],
    [false, { id: 1, created_at: at(0), output: 'b', edit: 'c', action: 'edited' }],
    [false, { type: 'shown', id: 1, text: 'x' }],
    [false, { event: 'shown', text: 'x' }],
    [false, { event: 'shown', id: 1 }],
    [false, { event: 'constructor', id: 1, text: 'x' }],
    [false, { event: '__proto__', id: 1 }],
    [false, {}],
  ])('recognises: %s for %j', (isEvent, row) => {
    expect(eventLogAdapter.recognises(row)).toBe(isEvent);
    expect([coauthorAdapter.recognises(row), cupsAdapter.recognises(row)]).toEqual([false, false]);
  });

  it('stands whatever the columns hold', () => {
    const junk: readonly Json[] = [null, '', 'x', -1, 1e300, [], [null], {}, { content: [[]] }, true];
    const paths = Object.values(usualEventFold.columns).flat();
    for (const value of junk) {
      const odd: JsonObject = Object.fromEntries(paths.map((name) => [name, value]));
      const events = Object.values(usualEventFold.events).flat();
      const { rows } = fold([
        { event: 'shown', id: 'good', text: 'good' },
        ...events.map((event) => Object.assign({}, odd, { event })),
        { event: 'sent', id: 'good' },
      ]);
      expect(rows.some(({ external_id, output }) => external_id === 'good' && output === 'good')).toBe(true);
    }
  });
});

describe('createEventLogAdapter', () => {
  const settings = eventFoldSchema.parse({
    columns: {
      event: ['what.kind'],
      interaction: ['what.draft'],
      time: ['t'],
      output: ['data.body'],
      edit: ['data.body'],
    },
    events: { shown: ['draft offered'], sent: ['MAIL-OUT'] },
    idleCapMs: 500,
    maxOpen: 2,
  });
  const adapter = createEventLogAdapter(settings);

  it('reads the columns and names that the fold gives', () => {
    const offered = {
      what: { kind: 'Draft-Offered', draft: 'd1' },
      t: at(0),
      data: { body: 'Dear A', to: 'a' },
    };
    expect(adapter.recognises(offered)).toBe(true);
    const { rows } = fold(
      [offered, { what: { kind: 'mail out', draft: 'd1' }, t: at(2), data: { body: 'Dear B' } }],
      adapter,
    );
    expect(rows[0]).toMatchObject({
      output: 'Dear A',
      external_id: 'd1',
      edits: [{ text: 'Dear B' }],
      data: { to: 'a' },
    });
    expect(signals(rows[0])).toEqual([
      ['action', 'sent'],
      ['time_to_action_ms', 2000],
      ['dwell_ms', 500],
    ]);
    expect(adapter.fields.map(({ to }) => to)).not.toContain('model');
  });

  it('finishes the oldest where too many are open', () => {
    const expander = adapter.open();
    const rows = ['a', 'b', 'c'].flatMap(
      (draft) => expander.push({ what: { kind: 'draft_offered', draft }, data: { body: draft } }).rows,
    );
    expect(rows.map((row) => row.output)).toEqual(['a']);
    expect(expander.push({ what: { kind: 'mail_out', draft: 'a' } }).skipped).toEqual([notShown]);
    expect(expander.end().rows.map((row) => row.output)).toEqual(['b', 'c']);
  });
});
