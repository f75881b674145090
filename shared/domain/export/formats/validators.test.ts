import { describe, expect, it } from 'vitest';
import { hashText } from '../../text/hash-text.ts';
import type { Json, JsonObject } from '../../json.ts';
import { createExportCheck } from '../check-export.ts';
import { toLine } from '../format-row.ts';
import type { ExportFormat } from '../recipe.ts';
import { validateRow } from '../validate-row.ts';

const system = { role: 'system', content: 'Be brief.' };
const user = { role: 'user', content: 'Where?' };
const assistant = { role: 'assistant', content: 'Here.' };
const call = { id: 'call00001', type: 'function', function: { name: 'track', arguments: '{}' } };
const calling = { role: 'assistant', tool_calls: [call] };
const tool = { role: 'tool', content: 'x', tool_call_id: 'call00001' };
const tools = [{ type: 'function', function: { name: 'track', parameters: {} } }];

function rules(format: ExportFormat, row: Json): readonly string[] {
  return validateRow(format, row).map(({ rule, level }) => (level === 'error' ? rule : `(${rule})`));
}

const chat = (...messages: Json[]): JsonObject => ({ messages });
const contents = (...turns: readonly (readonly [string, string])[]): JsonObject => ({
  contents: turns.map(([role, text]) => ({ role, parts: [{ text }] })),
});
const blocks = (...turns: readonly (readonly [string, string])[]): JsonObject => ({
  schemaVersion: 'bedrock-conversation-2024',
  messages: turns.map(([role, text]) => ({ role, content: [{ text }] })),
});
const said = (...turns: readonly (readonly [string, string])[]): JsonObject => ({
  conversations: turns.map(([from, value]) => ({ from, value })),
});

describe('validateRow', () => {
  it.each<[ExportFormat, string, Json, readonly string[]]>([
    ['openai-chat', 'tools that are defined', { ...chat(user, calling, tool, assistant), tools }, []],
    [
      'openai-chat',
      'a tool that is not defined',
      {
        ...chat(
          user,
          { ...calling, tool_calls: [{ ...call, function: { name: 'other', arguments: '{}' } }] },
          tool,
          assistant,
        ),
        tools,
      },
      ['undefined_tool'],
    ],
    [
      'openai-chat',
      'tools without a name',
      { ...chat(user, assistant), tools: [{ type: 'function' }] },
      ['tools'],
    ],
    ['openai-chat', 'parts', chat({ ...user, content: [{ type: 'text', text: 'Hi' }] }, assistant), []],
    [
      'openai-chat',
      'audio',
      chat({ ...user, content: [{ type: 'input_audio' }] }, assistant),
      ['content_parts'],
    ],
    [
      'openai-chat',
      'a part without text',
      chat({ ...user, content: [{ type: 'text' }] }, assistant),
      ['content_parts'],
    ],
    ['openai-rft', 'a good row', { ...chat(user), reference_answer: 'x' }, []],
    [
      'openai-rft',
      'several fields',
      { ...chat({ role: 'developer', content: 'x' }, user), total: 3, unit: 'm' },
      [],
    ],
    ['openai-rft', 'no field', chat(user), ['no_grader_fields']],
    ['openai-rft', 'an answer at the end', { ...chat(user, assistant), a: 1 }, ['prompt_not_ending_on_user']],
    [
      'openai-rft',
      'a tool at the end',
      { ...chat(user, calling, tool), a: 1 },
      ['prompt_not_ending_on_user'],
    ],
    ['openai-rft', 'an escaped line break', { ...chat(user), a: 'x\\ny' }, ['(escaped_line_break)']],
    ['trl-messages', 'a weight', chat(user, { ...assistant, weight: 1 }), ['message_unrecognized_key']],
    ['trl-prompt-completion', 'texts', { prompt: 'The sky is', completion: ' blue.' }, []],
    ['trl-prompt-completion', 'an empty text', { prompt: 'a', completion: ' ' }, ['empty_content']],
    ['trl-preference', 'texts', { prompt: 'The sky is', chosen: ' blue.', rejected: ' green.' }, []],
    [
      'trl-preference',
      'the same texts',
      { prompt: 'a', chosen: 'b', rejected: ' b' },
      ['identical_preference'],
    ],
    ['together', 'two users', chat(user, user, assistant), ['roles_not_alternating']],
    ['together', 'an extra column', { ...chat(user, assistant), id: 1 }, ['unrecognized_key']],
    [
      'together',
      'a tool',
      chat(user, calling, tool, assistant),
      ['message_unrecognized_key', 'unrecognized_role', 'message_unrecognized_key'],
    ],
    ['together', 'a weight of 0.5', chat(user, { ...assistant, weight: 0.5 }), ['weight']],
    ['fireworks', 'two users', chat(user, user, assistant), ['(roles_not_alternating)']],
    ['fireworks', 'a late system message', chat(user, system, assistant), ['system_not_first']],
    ['mistral', 'tools', { ...chat(user, calling, tool, assistant), tools }, []],
    ['mistral', 'no tools', chat(user, calling, tool, assistant), ['undefined_tool']],
    [
      'mistral',
      'a long id',
      {
        ...chat(
          user,
          { ...calling, tool_calls: [{ ...call, id: 'call_abc_123' }] },
          { ...tool, tool_call_id: 'call_abc_123' },
          assistant,
        ),
        tools,
      },
      ['tool_call_id'],
    ],
    [
      'mistral',
      'text beside calls',
      { ...chat(user, { ...calling, content: 'Let me see.' }, tool, assistant), tools },
      ['content_beside_tool_calls'],
    ],
    [
      'mistral',
      'a call without an answer',
      { ...chat(user, calling, user, assistant), tools },
      ['tool_order'],
    ],
    [
      'mistral',
      'a user after a tool',
      { ...chat(user, calling, tool, user, assistant), tools },
      ['tool_order'],
    ],
    ['axolotl', 'a train that is no boolean', chat(user, { ...assistant, train: 1 }), ['weight']],
    ['axolotl', 'a trained user', chat({ ...user, train: true }, assistant), ['weight']],
    ['ms-swift', 'a loss', chat(user, { ...assistant, loss: false }, user, { ...assistant, loss: true }), []],
    ['ms-swift', 'tools as a list', { ...chat(user, assistant), tools }, ['tools']],
    ['ms-swift', 'tools as text', { ...chat(user, assistant), tools: JSON.stringify(tools) }, []],
    ['gemini', 'a good row', contents(['user', 'Hi'], ['model', 'Hello.']), []],
    [
      'gemini',
      'a turn of the assistant',
      contents(['user', 'Hi'], ['assistant', 'x']),
      ['unrecognized_role', 'example_missing_assistant_message', '(roles_not_alternating)'],
    ],
    [
      'gemini',
      'a user at the end',
      contents(['user', 'Hi'], ['model', 'x'], ['user', 'y']),
      ['last_message_not_assistant'],
    ],
    ['gemini', 'an empty answer', contents(['user', 'Hi'], ['model', ' ']), ['empty_content']],
    [
      'gemini',
      'text for parts',
      {
        contents: [
          { role: 'user', parts: 'Hi' },
          { role: 'model', parts: [{ text: 'x' }] },
        ],
      },
      ['missing_content'],
    ],
    [
      'gemini',
      'a key with underscores',
      { ...contents(['user', 'Hi'], ['model', 'x']), system_instruction: {} },
      ['unrecognized_key'],
    ],
    [
      'gemini',
      'a system prompt as text',
      { ...contents(['user', 'Hi'], ['model', 'x']), systemInstruction: 'x' },
      ['missing_content'],
    ],
    ['gemini', 'no contents', {}, ['missing_messages_list']],
    ['nova', 'a good row', blocks(['user', 'Hi'], ['assistant', 'x']), []],
    [
      'nova',
      'no version',
      { messages: blocks(['user', 'Hi'], ['assistant', 'x'])['messages'] ?? null },
      ['schema_version'],
    ],
    [
      'nova',
      'two users',
      blocks(['user', 'Hi'], ['user', 'Hi'], ['assistant', 'x']),
      ['roles_not_alternating'],
    ],
    [
      'nova',
      'the assistant first',
      blocks(['assistant', 'x']),
      ['(missing_user_message)', 'roles_not_alternating'],
    ],
    [
      'nova',
      'text for content',
      { schemaVersion: 'bedrock-conversation-2024', messages: [user, assistant] },
      ['missing_content', 'missing_content'],
    ],
    [
      'nova',
      'a system prompt as text',
      { ...blocks(['user', 'Hi'], ['assistant', 'x']), system: 'x' },
      ['missing_content'],
    ],
    ['alpaca', 'a good row', { instruction: 'a', input: 'b', output: 'c' }, []],
    ['alpaca', 'no output', { instruction: 'a' }, ['message_missing_key']],
    ['alpaca', 'a number', { instruction: 1, output: 'c' }, ['data_type']],
    ['alpaca', 'an empty output', { instruction: 'a', output: '' }, ['empty_content']],
    [
      'alpaca',
      'a history of single texts',
      { instruction: 'a', output: 'c', history: [['x']] },
      ['data_type', 'roles_not_alternating'],
    ],
    ['sharegpt', 'a good row', said(['system', 's'], ['human', 'a'], ['gpt', 'b']), []],
    [
      'sharegpt',
      'a call',
      said(['human', 'a'], ['function_call', '{}'], ['observation', 'o'], ['gpt', 'b']),
      [],
    ],
    ['sharegpt', 'a user', said(['user', 'a'], ['gpt', 'b']), ['unrecognized_role']],
    ['sharegpt', 'two answers', said(['human', 'a'], ['gpt', 'b'], ['gpt', 'c']), ['roles_not_alternating']],
    [
      'sharegpt',
      'a late system message',
      said(['human', 'a'], ['system', 's'], ['gpt', 'b']),
      ['system_not_first'],
    ],
    [
      'sharegpt',
      'an extra key',
      {
        conversations: [
          { from: 'human', value: 'a', id: 1 },
          { from: 'gpt', value: 'b' },
        ],
      },
      ['message_unrecognized_key'],
    ],
    [
      'llama-factory',
      'a role of OpenAI',
      chat(user, { role: 'tool', content: 'x' }, assistant),
      ['unrecognized_role', 'roles_not_alternating'],
    ],
  ])('%s with %s', (format, _name, row, expected) => {
    expect(rules(format, row)).toEqual(expected);
  });
});

describe('rules over all rows', () => {
  it('find fields of graders that differ, or are all the same', () => {
    expect(found('openai-rft', { ...chat(user), a: 1 }, { ...chat(user), b: 2 })).toEqual([
      ['inconsistent_grader_fields', ['2']],
    ]);
    expect(found('openai-rft', { ...chat(user), a: 1 }, { ...chat(user, assistant, user), a: 1 })).toEqual([
      ['identical_grader_values', []],
    ]);
    expect(found('openai-rft', { ...chat(user), a: 1 }, { ...chat(user), a: 2 })).toEqual([]);
  });

  it('find rows without a system message, and too few', () => {
    expect(found('openai-chat', chat(system, user, assistant), chat(user, assistant))).toEqual([
      ['missing_system_message', ['2']],
      ['too_few_rows', []],
      ['changing_system_prompt', []],
    ]);
    expect(found('fireworks', chat(user, assistant)).map(([rule]) => rule)).toEqual(['too_few_rows']);
    expect(found('together', chat(user, assistant))).toEqual([]);
  });
});

/** Rules that a file with these rows breaks, with the lines concerned. */
function found(
  format: ExportFormat,
  ...rows: readonly JsonObject[]
): readonly (readonly [string, readonly string[]])[] {
  const check = createExportCheck(format);
  for (const [at, row] of rows.entries()) {
    const line = String(at + 1);
    const hasErrors = check.checkRow(line, row).some(({ level }) => level === 'error');
    if (!hasErrors) check.addRow('training', line, row, hashText(toLine(row)));
  }
  return check.finish().map(({ rule, items }) => [rule, items]);
}
