import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/domain/json.ts';
import { bedrockAdapter } from './bedrock.ts';

function log(inputBody: Json, outputBody: Json, rest: JsonObject = {}): JsonObject {
  return {
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: '2026-07-01T00:00:00Z',
    accountId: '1',
    requestId: 'r1',
    operation: 'InvokeModel',
    modelId: 'anthropic.claude-x',
    identity: { arn: 'arn:aws:iam::1:user/ana' },
    input: { inputContentType: 'application/json', inputBodyJson: inputBody, inputTokenCount: 7 },
    output: { outputContentType: 'application/json', outputBodyJson: outputBody, outputTokenCount: 3 },
    ...rest,
  };
}

const anthropicInput = {
  anthropic_version: 'bedrock-2023-05-31',
  system: 'Be brief.',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
  max_tokens: 10,
};
const converseInput = {
  system: [{ text: 'Be brief.' }],
  messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
};
const asked = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Hi' },
];
const message = { id: 'm1', type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hello.' }] };

function expand(row: JsonObject) {
  return bedrockAdapter.open().push(row);
}

describe('bedrock', () => {
  it('reads an Anthropic call with what the log knows of it', () => {
    const row = log(anthropicInput, message);
    expect(bedrockAdapter.recognises(row)).toBe(true);
    expect(expand(row).rows).toEqual([
      {
        output: 'Hello.',
        messages: asked,
        external_id: 'r1',
        keys: ['m1'],
        user: 'arn:aws:iam::1:user/ana',
        model: 'anthropic.claude-x',
        created_at: '2026-07-01T00:00:00Z',
        schemaVersion: '1.0',
        accountId: '1',
        operation: 'InvokeModel',
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 10,
        signals: [
          { kind: 'implicit', name: 'prompt_tokens', value: 7, unit: 'tokens' },
          { kind: 'implicit', name: 'completion_tokens', value: 3, unit: 'tokens' },
        ],
      },
    ]);
  });

  it.each<[string, Json, Json]>([
    [
      'Converse',
      converseInput,
      {
        output: { message: { role: 'assistant', content: [{ text: 'Hello.' }] } },
        metrics: { latencyMs: 5 },
      },
    ],
    [
      'a stream of Converse',
      converseInput,
      [
        { messageStart: { role: 'assistant' } },
        { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'Hel' } } },
        { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'lo.' } } },
        { messageStop: { stopReason: 'end_turn' } },
        { metadata: { usage: { inputTokens: 1 }, metrics: { latencyMs: 5 } } },
      ],
    ],
    [
      'a stream of Anthropic',
      anthropicInput,
      [
        { type: 'message_start', message: { ...message, content: [] } },
        { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello.' } },
        { type: 'message_stop' },
      ],
    ],
  ])('reads %s', (_, input, output) => {
    expect(expand(log(input, output)).rows).toMatchObject([{ output: 'Hello.', messages: asked }]);
  });

  it('reads tool calls of Converse, also streamed', () => {
    const start = { contentBlockIndex: 1, start: { toolUse: { toolUseId: 't', name: 'w' } } };
    const delta = { contentBlockIndex: 1, delta: { toolUse: { input: '{"q":1}' } } };
    const stream = [{ contentBlockStart: start }, { contentBlockDelta: delta }, { messageStop: {} }];
    const content = [{ toolUse: { toolUseId: 't', name: 'w', input: { q: 1 } } }];
    const whole = { output: { message: { role: 'assistant', content } } };
    for (const output of [stream, whole])
      expect(expand(log(converseInput, output)).rows).toMatchObject([
        {
          output: '',
          tool_calls: [{ id: 't', type: 'function', function: { name: 'w', arguments: '{"q":1}' } }],
        },
      ]);
  });

  it.each<[string, Json, Json]>([
    ['Titan', { inputText: 'Hi' }, { inputTextTokenCount: 2, results: [{ outputText: 'Hello.' }] }],
    ['Llama', { prompt: 'Hi' }, { generation: 'Hello.', prompt_token_count: 2 }],
    ['Mistral', { prompt: 'Hi' }, { outputs: [{ text: 'Hello.' }] }],
    ['Cohere', { prompt: 'Hi' }, { generations: [{ text: 'Hello.' }] }],
    ['a stream of Titan', { inputText: 'Hi' }, [{ outputText: 'Hel' }, { outputText: 'lo.' }]],
  ])('reads %s', (_, input, output) => {
    expect(expand(log(input, output)).rows).toMatchObject([
      { output: 'Hello.', messages: [{ role: 'user', content: 'Hi' }] },
    ]);
  });

  it('skips what has no text, with the reason', () => {
    const rows = [
      log(anthropicInput, null, { errorCode: 'ThrottlingException' }),
      log(anthropicInput, null, { output: { outputBodyS3Path: 's3://x' } }),
      log({ inputText: 'x' }, { embedding: [0.1] }),
    ];
    expect(rows.flatMap((row) => expand(row).skipped)).toEqual([
      'a call that failed',
      'a call whose text is in S3',
      'a call that writes no text',
    ]);
  });

  it('does not take other rows, and reads any row without throwing', () => {
    expect(bedrockAdapter.recognises({ modelId: 'm', input: 'a', output: 'b' })).toBe(false);
    for (const part of [null, 1, 'x', [], [1], {}, { output: { message: [] } }])
      expect(() => expand(log(part, part))).not.toThrow();
  });
});
