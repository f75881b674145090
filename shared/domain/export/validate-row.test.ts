import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { hashText } from '../text/hash-text.ts';
import { createExportCheck, type ExportCheck } from './check-export.ts';
import { toLine } from './format-row.ts';
import type { RowFinding } from './row-finding.ts';
import type { ExportPart } from './split.ts';
import type { ExportFormat } from './recipe.ts';
import { validateRow } from './validate-row.ts';

const user = { role: 'user', content: 'Where?' };
const assistant = { role: 'assistant', content: 'Here.' };
const other = { role: 'assistant', content: 'There.' };
const call = { id: 'c1', type: 'function', function: { name: 'track', arguments: '{}' } };

function rules(format: ExportFormat, row: Json): readonly string[] {
  return validateRow(format, row).map(({ rule, level }) => (level === 'error' ? rule : `(${rule})`));
}

describe('validateRow', () => {
  it.each<[string, Json, readonly string[]]>([
    ['a good row', { messages: [user, assistant] }, []],
    [
      'tools',
      {
        messages: [
          user,
          { ...assistant, content: null, tool_calls: [call] },
          { role: 'tool', content: 'x', tool_call_id: 'c1' },
          assistant,
        ],
      },
      [],
    ],
    ['no object', [1], ['data_type']],
    ['no messages', {}, ['missing_messages_list']],
    ['an empty list', { messages: [] }, ['missing_messages_list']],
    ['an extra key', { messages: [user, assistant], id: 1 }, ['unrecognized_key']],
    ['a message that is none', { messages: [user, 'x', assistant] }, ['data_type']],
    ['no role', { messages: [{ content: 'x' }, user, assistant] }, ['message_missing_key']],
    ['no content', { messages: [{ role: 'user' }, assistant] }, ['message_missing_key', 'missing_content']],
    ['an unknown key', { messages: [{ ...user, id: 1 }, assistant] }, ['message_unrecognized_key']],
    ['an unknown role', { messages: [{ ...user, role: 'human' }, user, assistant] }, ['unrecognized_role']],
    ['null content', { messages: [{ ...user, content: null }, assistant] }, ['missing_content']],
    ['no assistant', { messages: [user] }, ['example_missing_assistant_message']],
    ['a user at the end', { messages: [user, assistant, user] }, ['last_message_not_assistant']],
    ['an empty answer', { messages: [user, { ...assistant, content: ' ' }] }, ['empty_content']],
    ['an empty question', { messages: [{ ...user, content: '' }, assistant] }, ['(empty_content)']],
    ['no user', { messages: [assistant] }, ['(missing_user_message)']],
    [
      'a late system message',
      { messages: [user, { role: 'system', content: 'x' }, assistant] },
      ['(system_not_first)'],
    ],
    ['two users', { messages: [user, user, assistant] }, ['(roles_not_alternating)']],
    ['weights', { messages: [user, { ...assistant, weight: 1 }] }, []],
    ['a weight of 2', { messages: [user, { ...assistant, weight: 2 }] }, ['weight']],
    ['a weighted user', { messages: [{ ...user, weight: 1 }, assistant] }, ['weight']],
    [
      'arguments as an object',
      {
        messages: [user, { ...assistant, tool_calls: [{ ...call, function: { name: 'x', arguments: {} } }] }],
      },
      ['tool_calls'],
    ],
    [
      'an answer to no call',
      { messages: [user, { role: 'tool', content: 'x', tool_call_id: 'c2' }, assistant] },
      ['tool_call_id'],
    ],
    ['half a surrogate pair', { messages: [user, { ...assistant, content: '\ud83d' }] }, ['damaged_text']],
  ])('openai-chat with %s', (_name, row, expected) => {
    expect(rules('openai-chat', row)).toEqual(expected);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ['a good row', {}, []],
    [
      'an input that ends on the assistant',
      { input: { messages: [user, assistant] } },
      ['prompt_not_ending_on_user'],
    ],
    ['no input', { input: { messages: [] } }, ['missing_messages_list']],
    ['an extra key inside', { input: { messages: [user], x: 1 } }, ['unrecognized_key']],
    ['the same answers', { non_preferred_output: [assistant] }, ['identical_preference']],
    [
      'answers that differ in white space',
      { non_preferred_output: [{ ...assistant, content: ' Here.\n' }] },
      ['identical_preference'],
    ],
    ['two answers on one side', { preferred_output: [assistant, other] }, ['one_assistant_message']],
    ['an empty answer', { preferred_output: [{ ...assistant, content: '' }] }, ['empty_content']],
  ])('openai-dpo with %s', (_name, change, expected) => {
    const row = {
      input: { messages: [user] },
      preferred_output: [assistant],
      non_preferred_output: [other],
      ...change,
    };
    expect(rules('openai-dpo', row)).toEqual(expected);
  });

  it.each<[string, ExportFormat, JsonObject, readonly string[]]>([
    ['a good pair', 'trl-preference', { prompt: [user], chosen: [assistant], rejected: [other] }, []],
    ['a good completion', 'trl-prompt-completion', { prompt: [user], completion: [assistant] }, []],
    [
      'a text for a completion',
      'trl-prompt-completion',
      { prompt: [user], completion: 'x' },
      ['one_assistant_message'],
    ],
    [
      'arguments as text',
      'trl-prompt-completion',
      { prompt: [user, { ...assistant, tool_calls: [call] }, user], completion: [assistant] },
      ['tool_calls'],
    ],
    [
      'no prompt',
      'trl-preference',
      { prompt: [], chosen: [assistant], rejected: [other] },
      ['missing_messages_list'],
    ],
  ])('TRL with %s', (_name, format, row, expected) => {
    expect(rules(format, row)).toEqual(expected);
  });
});

function chat(question: string, answer: string, system?: string): JsonObject {
  return {
    messages: [
      ...(system === undefined ? [] : [{ role: 'system', content: system }]),
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
    ],
  };
}

function add(
  check: ExportCheck,
  part: ExportPart,
  interactionId: string,
  row: JsonObject,
): readonly RowFinding[] {
  const found = check.checkRow(interactionId, row);
  if (!found.some(({ level }) => level === 'error'))
    check.addRow(part, interactionId, row, hashText(toLine(row)));
  return found;
}

describe('createExportCheck', () => {
  it('finds what only shows over all rows', () => {
    const check = createExportCheck('openai-chat');
    expect(add(check, 'training', 'i1', chat('a', 'x', 'S'))).toEqual([]);
    add(check, 'training', 'i2', chat('a', 'x', 'S'));
    add(check, 'validation', 'i3', chat('a', 'y', 'S'));
    add(check, 'training', 'i4', chat('b', ' ', 'T'));
    add(check, 'training', 'i5', chat('b', 'z', 'T'));
    expect(check.finish().map(({ rule, level, rows, items }) => [rule, level, rows, items])).toEqual([
      ['duplicate_prompt_across_parts', 'error', 1, ['i3']],
      ['empty_content', 'error', 1, ['i4']],
      ['duplicate_row', 'warning', 1, ['i2']],
      ['too_few_rows', 'warning', 0, []],
      ['changing_system_prompt', 'warning', 0, []],
    ]);
  });

  it('finds nothing in ten different rows, and asks no minimum of TRL', () => {
    const check = createExportCheck('openai-chat');
    for (let id = 0; id < 10; id += 1) add(check, 'training', `i${id}`, chat(`q${id}`, 'x'));
    expect(check.finish()).toEqual([]);
    const trl = createExportCheck('trl-prompt-completion');
    add(trl, 'training', 'i1', { prompt: [user], completion: [assistant] });
    expect(trl.finish()).toEqual([]);
  });

  it('counts a rule once a row', () => {
    const check = createExportCheck('openai-chat');
    add(check, 'training', 'i1', {
      messages: [{ ...user, role: 'x' }, { ...user, role: 'y' }, user, assistant],
    });
    expect(check.finish()[0]).toMatchObject({ rule: 'unrecognized_role', rows: 1 });
  });
});
