import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Message } from '../../message.ts';
import type { ExampleOptions } from '../example.ts';
import type { ExportRow } from '../export-row.ts';
import { formatRows } from '../format-row.ts';
import type { ExportFormat } from '../recipe.ts';
import { validateRow } from '../validate-row.ts';
import { listOf } from '../validators/message-parts.ts';

const conversation: readonly Message[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello.' },
  { role: 'user', content: 'Refund?' },
];

const withTools: readonly Message[] = [
  { role: 'user', content: 'Where?' },
  {
    role: 'assistant',
    content: '',
    tool_calls: [{ id: 'call_abc', type: 'function', function: { name: 'track', arguments: '{"n":1}' } }],
  },
  { role: 'tool', content: 'Oslo', tool_call_id: 'call_abc' },
];

function write(
  format: ExportFormat,
  row: Partial<ExportRow> = {},
  options: Partial<ExampleOptions> = {},
): Json {
  const from = {
    interactionId: 'i1',
    messages: conversation,
    output: 'It will be refunded.',
    edit: 'It was refunded.',
    ...row,
  };
  const written = formatRows(format, from, { target: 'edit', ...options });
  return written.ok ? (written.value[0] ?? null) : written.error.rule;
}

function rules(format: ExportFormat, row: Json): readonly string[] {
  return validateRow(format, row).map(({ rule, level }) => (level === 'error' ? rule : `(${rule})`));
}

const answer = { role: 'assistant', content: 'It was refunded.' };
const [system, user, assistant, question] = conversation;

describe('which answers are learned', () => {
  const last = { trains: 'last' } as const;

  it('is said by a weight, train or loss where a format has one', () => {
    expect(write('openai-chat', {}, last)).toEqual({
      messages: [system, user, { ...assistant, weight: 0 }, question, answer],
    });
    for (const format of ['mistral', 'together', 'fireworks'] as const)
      expect(write(format, {}, last)).toEqual(write('openai-chat', {}, last));
    expect(write('axolotl', {}, last)).toEqual({
      messages: [system, user, { ...assistant, train: false }, question, { ...answer, train: true }],
    });
    expect(write('ms-swift', {}, last)).toEqual({
      messages: [system, user, { ...assistant, loss: false }, question, { ...answer, loss: true }],
    });
  });

  it('cannot be said in the others, unless there is one answer', () => {
    for (const format of ['trl-messages', 'gemini', 'nova', 'llama-factory', 'alpaca', 'sharegpt'] as const) {
      expect(write(format, {}, last)).toBe('cannot_mask_turns');
      expect(write(format, { messages: [{ role: 'user', content: 'Hi' }] }, last)).not.toBe(
        'cannot_mask_turns',
      );
    }
  });

  it.each<ExportFormat>(['openai-chat', 'mistral', 'together', 'fireworks', 'axolotl', 'ms-swift'])(
    'is valid in %s',
    (format) => {
      expect(rules(format, write(format, {}, last))).toEqual([]);
      expect(rules(format, write(format))).toEqual([]);
    },
  );
});

describe('each trainer’s shape', () => {
  it('of OpenAI’s reinforcement has the answer beside the messages', () => {
    expect(write('openai-rft')).toEqual({
      messages: [{ role: 'developer', content: 'Be brief.' }, user, assistant, question],
      reference_answer: 'It was refunded.',
    });
  });

  it('of Gemini calls the assistant model and has the system prompt apart', () => {
    expect(write('gemini')).toEqual({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Hi' }] },
        { role: 'model', parts: [{ text: 'Hello.' }] },
        { role: 'user', parts: [{ text: 'Refund?' }] },
        { role: 'model', parts: [{ text: 'It was refunded.' }] },
      ],
    });
  });

  it('of Nova has blocks and a version', () => {
    expect(write('nova')).toEqual({
      schemaVersion: 'bedrock-conversation-2024',
      system: [{ text: 'Be brief.' }],
      messages: [
        { role: 'user', content: [{ text: 'Hi' }] },
        { role: 'assistant', content: [{ text: 'Hello.' }] },
        { role: 'user', content: [{ text: 'Refund?' }] },
        { role: 'assistant', content: [{ text: 'It was refunded.' }] },
      ],
    });
  });

  it('of Alpaca has earlier turns as history', () => {
    expect(write('alpaca')).toEqual({
      instruction: 'Refund?',
      input: '',
      output: 'It was refunded.',
      system: 'Be brief.',
      history: [['Hi', 'Hello.']],
    });
    expect(write('alpaca', { messages: [{ role: 'assistant', content: 'Hi' }] })).toBe(
      'roles_not_alternating',
    );
  });

  it('of ShareGPT and LLaMA-Factory has turns of tools', () => {
    const call = '{"name":"track","arguments":{"n":1}}';
    expect(write('sharegpt', { messages: withTools })).toEqual({
      conversations: [
        { from: 'human', value: 'Where?' },
        { from: 'function_call', value: call },
        { from: 'observation', value: 'Oslo' },
        { from: 'gpt', value: 'It was refunded.' },
      ],
    });
    const row = write('llama-factory', { messages: withTools });
    expect(row).toEqual({
      messages: [
        { role: 'user', content: 'Where?' },
        { role: 'function_call', content: call },
        { role: 'observation', content: 'Oslo' },
        answer,
      ],
    });
    expect(rules('llama-factory', row)).toEqual([]);
  });

  it('of Mistral has ids of nine characters and no content beside calls', () => {
    const row = write('mistral', { messages: withTools });
    expect(row).toMatchObject({
      messages: [
        user === undefined ? {} : { role: 'user' },
        { role: 'assistant', tool_calls: [{ id: 'call00001' }] },
        { role: 'tool', tool_call_id: 'call00001' },
        answer,
      ],
    });
    expect(JSON.stringify(row)).not.toContain('"content":null');
    expect(rules('mistral', row)).toEqual(['undefined_tool']);
  });

  it('of readers of text holds no tools', () => {
    for (const format of ['together', 'fireworks', 'gemini', 'nova', 'alpaca'] as const)
      expect(write(format, { messages: withTools })).toBe('tools_not_supported');
  });
});

describe('axolotl-spans', () => {
  it('learns what was put in, counted in code points, both ends included', () => {
    expect(spansOf('😀 It will ship.', '😀 It has shipped.')).toEqual([
      { begin_offset: 5, end_offset: 15, train: true },
    ]);
    expect(Array.from('😀 It has shipped.').slice(5, 16).join('')).toBe('has shipped');
  });

  it('learns no earlier answer', () => {
    expect(write('axolotl-spans')).toMatchObject({
      messages: [system, user, { ...assistant, train: false }, question, { content: answer.content }],
    });
  });

  it('leaves out what only takes words out, and what nobody edited', () => {
    expect(spansOf('It will ship very soon.', 'It will ship soon.')).toBe('nothing_to_learn');
    expect(write('axolotl-spans', { edit: null }, { target: 'edit-or-output' })).toBe('no_edit');
  });

  it('names spans that its own rules accept, of text that was put in', () => {
    const words = fc.array(fc.constantFrom('one', 'two', '😀', 'drei', '𝒳y', '.', '\n'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [output, edit] = [before.join(' '), after.join(' ')];
        fc.pre(edit.trim() !== '');
        const row = write('axolotl-spans', { output, edit });
        if (typeof row === 'string') return;
        expect(rules('axolotl-spans', row)).toEqual([]);
      }),
    );
  });

  it.each<[string, Json, readonly string[]]>([
    ['good spans', [{ begin_offset: 0, end_offset: 1, train: true }], []],
    ['a span to the last character', [{ begin_offset: 3, end_offset: 3, train: true }], []],
    ['a span past the end', [{ begin_offset: 0, end_offset: 4, train: true }], ['train_spans']],
    ['a span that ends before it begins', [{ begin_offset: 2, end_offset: 1, train: true }], ['train_spans']],
    [
      'spans that overlap',
      [
        { begin_offset: 0, end_offset: 2, train: true },
        { begin_offset: 2, end_offset: 3, train: true },
      ],
      ['train_spans'],
    ],
    ['no train', [{ begin_offset: 0, end_offset: 1 }], ['train_spans']],
    ['nothing that is learned', [{ begin_offset: 0, end_offset: 1, train: false }], ['nothing_to_learn']],
  ])('with %s', (_name, spans, expected) => {
    const row = {
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: '😀abc', train_detail: spans },
      ],
    };
    expect(rules('axolotl-spans', row)).toEqual(expected);
  });
});

function lastOf(row: Json): JsonObject {
  const last = isJsonObject(row) ? listOf(row['messages']).at(-1) : undefined;
  return isJsonObject(last) ? last : {};
}

function spansOf(output: string, edit: string): Json {
  const row = write('axolotl-spans', { output, edit, messages: conversation.slice(0, 2) });
  return typeof row === 'string' ? row : (lastOf(row)['train_detail'] ?? null);
}
