import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { claudeCodeAdapter } from './claude-code.ts';

function entry(
  uuid: string,
  parentUuid: string | null,
  type: string,
  message: JsonObject,
  rest: JsonObject = {},
) {
  return {
    uuid,
    parentUuid,
    type,
    message,
    sessionId: 's1',
    isSidechain: false,
    userType: 'external',
    ...rest,
  };
}

function said(uuid: string, parent: string | null, content: JsonObject[string], rest: JsonObject = {}) {
  return entry(uuid, parent, 'user', { role: 'user', content }, rest);
}

function replied(uuid: string, parent: string | null, id: string, part: JsonObject, rest: JsonObject = {}) {
  const usage = { input_tokens: 3, output_tokens: 7, cache_read_input_tokens: 5 };
  return entry(
    uuid,
    parent,
    'assistant',
    { id, role: 'assistant', model: 'm1', content: [part], usage },
    rest,
  );
}

const text = (value: string) => ({ type: 'text', text: value });
const use = (id: string) => ({ type: 'tool_use', id, name: 'Read', input: { path: 'a' } });
const result = (id: string, content: string) => [{ type: 'tool_result', tool_use_id: id, content }];
const call = (id: string) => ({
  id,
  type: 'function',
  function: { name: 'Read', arguments: '{"path":"a"}' },
});

function readAll(...entries: readonly JsonObject[]) {
  const reading = claudeCodeAdapter.open();
  const parts = [...entries.map((item) => reading.push(item)), reading.end()];
  return { rows: parts.flatMap(({ rows }) => rows), skipped: parts.flatMap(({ skipped }) => skipped) };
}

describe('claude-code', () => {
  it('joins the entries of one reply and gives it its context', () => {
    const time = { timestamp: '2026-01-01T10:00:00.000Z', requestId: 'r1', cwd: '/w' };
    const { rows, skipped } = readAll(
      said('u1', null, 'Look at a'),
      replied('a1', 'u1', 'msg1', { type: 'thinking', thinking: 'Hm.' }, time),
      replied('a2', 'a1', 'msg1', text('I read it.')),
      replied('a3', 'a2', 'msg1', use('t1')),
      said('u2', 'a3', result('t1', 'content of a')),
      replied('a4', 'u2', 'msg2', text('It says a.')),
    );
    expect(skipped).toEqual([
      'a turn of the user, kept as context',
      'a further part of a reply',
      'a further part of a reply',
      'a turn of the user, kept as context',
    ]);
    expect(rows).toEqual([
      {
        output: 'I read it.',
        messages: [{ role: 'user', content: 'Look at a' }],
        external_id: 'msg1',
        keys: ['a1', 'a2', 'a3', 'r1'],
        session: 's1',
        model: 'm1',
        created_at: '2026-01-01T10:00:00.000Z',
        signals: [
          { kind: 'implicit', name: 'prompt_tokens', value: 3, unit: 'tokens' },
          { kind: 'implicit', name: 'completion_tokens', value: 7, unit: 'tokens' },
        ],
        reasoning: 'Hm.',
        tool_calls: [call('t1')],
        usage: { cache_read_input_tokens: 5 },
        parentUuid: 'u1',
        requestId: 'r1',
        cwd: '/w',
        isSidechain: false,
      },
      expect.objectContaining({
        output: 'It says a.',
        messages: [
          { role: 'user', content: 'Look at a' },
          { role: 'assistant', content: 'I read it.', tool_calls: [call('t1')] },
          { role: 'tool', content: 'content of a', tool_call_id: 't1' },
        ],
      }),
    ]);
  });

  it('keeps the results of tools called side by side behind their calls', () => {
    const { rows } = readAll(
      said('u1', null, 'Look'),
      replied('a1', 'u1', 'msg1', use('t1')),
      said('r1', 'a1', result('t1', 'one')),
      replied('a2', 'a1', 'msg1', use('t2')),
      said('r2', 'a2', result('t2', 'two')),
      replied('a3', 'r2', 'msg2', text('Done')),
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]?.messages).toEqual([
      { role: 'user', content: 'Look' },
      { role: 'assistant', content: '', tool_calls: [call('t1'), call('t2')] },
      { role: 'tool', content: 'one', tool_call_id: 't1' },
      { role: 'tool', content: 'two', tool_call_id: 't2' },
    ]);
  });

  it('keeps the entries of a subagent apart, and branches too', () => {
    const side = { isSidechain: true };
    const { rows } = readAll(
      said('u1', null, 'Main'),
      replied('a1', 'u1', 'msg1', text('One')),
      said('s1', null, 'Side', side),
      replied('s2', 's1', 'msg2', text('Two'), side),
      said('u2', 'a1', 'First try'),
      said('u3', 'a1', 'Second try'),
      replied('a2', 'u3', 'msg3', text('Three')),
    );
    const seen = rows.map(({ output, messages, isSidechain }) => [output, messages, isSidechain]);
    expect(new Map(seen.map((row) => [row[0], row.slice(1)]))).toEqual(
      new Map<unknown, unknown>([
        ['One', [[{ role: 'user', content: 'Main' }], false]],
        ['Two', [[{ role: 'user', content: 'Side' }], true]],
        [
          'Three',
          [
            [
              { role: 'user', content: 'Main' },
              { role: 'assistant', content: 'One' },
              { role: 'user', content: 'Second try' },
            ],
            false,
          ],
        ],
      ]),
    );
  });

  it('puts a reply without a parent behind the entry before it', () => {
    const { rows } = readAll(said('u1', null, 'Hi'), replied('a1', null, 'msg1', text('Hello')));
    expect(rows).toMatchObject([{ messages: [{ role: 'user', content: 'Hi' }] }]);
  });

  it('ends where parents go in a circle', () => {
    const { rows } = readAll(said('u1', 'a1', 'Hi'), replied('a1', 'u1', 'msg1', text('Hello')));
    expect(rows).toMatchObject([{ output: 'Hello', messages: [{ content: 'Hi' }] }]);
  });

  it('skips bookkeeping and errors in place of a reply', () => {
    const { rows, skipped } = readAll(
      { type: 'summary', summary: 'Talk', leafUuid: 'x' },
      entry('y', null, 'system', {}, { content: 'compacted' }),
      replied('a1', null, 'e', text('API Error'), { isApiErrorMessage: true }),
    );
    expect(rows).toEqual([]);
    expect(skipped).toEqual([
      'bookkeeping of the session',
      'bookkeeping of the session',
      'an error in place of a reply',
    ]);
  });

  it('holds only as many open replies as it may', () => {
    const reading = claudeCodeAdapter.open();
    const early = Array.from({ length: 1000 }, (_, at) =>
      reading.push(replied(`a${at}`, null, `m${at}`, text(`${at}`), { sessionId: `s${at}` })),
    ).flatMap(({ rows }) => rows);
    expect(early).toHaveLength(800);
    expect(reading.end().rows).toHaveLength(200);
  });

  it('forgets the oldest entries of a long session', () => {
    const reading = claudeCodeAdapter.open();
    const long = 'x'.repeat(2 ** 20);
    for (let at = 0; at < 70; at += 1) reading.push(said(`u${at}`, at === 0 ? null : `u${at - 1}`, long));
    reading.push(replied('a', 'u69', 'm', text('Hello')));
    const [row] = reading.end().rows;
    expect(row?.messages).toHaveLength(1);
    expect(Number(row?.['earlier_messages_left_out'])).toBeLessThan(69);
  });

  it.each<[JsonObject, boolean]>([
    [said('u', null, 'Hi'), true],
    [{ type: 'summary', summary: 's', leafUuid: 'u' }, true],
    [{ type: 'user', uuid: 'u', content: 'Hi' }, false],
    [{ type: 'message', role: 'assistant', content: [] }, false],
    [{ id: 1, input: 'a', output: 'b' }, false],
  ])('recognises only its own entries: %j', (row, expected) => {
    expect(claudeCodeAdapter.recognises(row)).toBe(expected);
  });
});
