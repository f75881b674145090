import { argillaAdapter } from './argilla/argilla.ts';
import { chatgptAdapter } from './chatgpt.ts';
import { claudeCodeAdapter } from './claude-code/claude-code.ts';
import { conversationsAdapter } from './conversations.ts';
import { doccanoAdapter } from './doccano/doccano.ts';
import { kilnAdapter } from './kiln.ts';
import { labelStudioMinAdapter } from './label-studio/label-studio-min.ts';
import { labelStudioAdapter } from './label-studio/label-studio.ts';
import { oasstAdapter } from './oasst.ts';
import { prodigyAdapter } from './prodigy.ts';
import { describeSpecimens, type Specimen } from '../../../tests/support/adapter-specimens.ts';

/** A full row of each tool. Every value of it is replaced by each odd one. */
const specimens: readonly Specimen[] = [
  [
    labelStudioAdapter,
    {
      id: 1,
      created_at: '2026-01-01T00:00:00Z',
      data: { prompt: 'Say hi', messages: [{ role: 'user', content: 'Hi' }], model: 'm' },
      annotations: [
        {
          id: 1,
          completed_by: { email: 'a', id: 1 },
          lead_time: 1,
          updated_at: '2026-01-01T00:00:00Z',
          reviews: [{ accepted: true, created_by: 1, created_at: '2026-01-01T00:00:00Z' }],
          result: [
            { from_name: 'x', type: 'textarea', value: { text: ['a'] } },
            { from_name: 'y', type: 'choices', value: { choices: ['a'] } },
            { from_name: 'z', type: 'labels', value: { start: 1, end: 2, labels: ['a'] } },
          ],
        },
      ],
      predictions: [
        {
          model_version: 'm',
          score: 1,
          result: [{ from_name: 'x', type: 'textarea', value: { text: ['b'] } }],
        },
      ],
      drafts: [{ id: 1 }],
    },
  ],
  [
    labelStudioMinAdapter,
    {
      prompt: 'Hi',
      response: 'Hello',
      id: 1,
      corrected: 'Hey',
      tone: ['a'],
      marks: [{ start: 0, end: 1, labels: ['a'] }],
      annotator: 1,
      annotation_id: 1,
      created_at: '2026-01-01T00:00:00Z',
      lead_time: 1,
    },
  ],
  [
    argillaAdapter,
    {
      id: 1,
      fields: { prompt: 'Hi', response: 'Hello' },
      suggestions: { answer: { value: 'One two three four', agent: 'm' }, tone: { value: ['a'] } },
      responses: {
        answer: [{ value: 'Four', user_id: 'a', status: 'submitted' }],
        rank: [{ value: [{ value: 'a', rank: 1 }], user_id: 'a' }],
      },
      metadata: {},
    },
  ],
  [
    argillaAdapter,
    {
      id: 1,
      text: 'Some words',
      'q.suggestion': 'One two three four',
      'q.responses': ['a'],
      'q.responses.users': ['u'],
      'q.responses.status': ['submitted'],
    },
  ],
  [
    prodigyAdapter,
    {
      _input_hash: 1,
      _task_hash: 2,
      _session_id: 's',
      text: 'Hello',
      prompt: 'Hi',
      label: 'A',
      answer: 'accept',
      accept: ['a'],
      spans: [{ start: 0, end: 1, label: 'A' }],
      meta: { score: 1 },
      user_input: 'Hey',
    },
  ],
  [doccanoAdapter, { id: 1, text: 'a', label: ['b', [0, 1, 'c']], Comments: ['d'], username: 'e' }],
  [
    doccanoAdapter,
    { id: 1, text: 'a', entities: [{ label: 'b', start_offset: 0, end_offset: 1 }], relations: [] },
  ],
  [
    kilnAdapter,
    {
      v: 1,
      id: '1',
      model_type: 'task_run',
      created_at: '2026-01-01T00:00:00Z',
      input: 'Hi',
      trace: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello' },
      ],
      output: {
        output: 'Hello',
        source: { type: 'synthetic', properties: { model_name: 'm', prompt_id: 'p' } },
        rating: {
          type: 'five_star',
          value: 1,
          created_at: '2026-01-01T00:00:00Z',
          requirement_ratings: { a: 1 },
        },
      },
      repaired_output: {
        output: 'Hey',
        created_at: '2026-01-01T00:00:00Z',
        source: { properties: { created_by: 'a' } },
      },
      usage: { input_tokens: 1, cost: 1 },
    },
  ],
  [
    oasstAdapter,
    {
      message_tree_id: 't',
      prompt: {
        role: 'prompter',
        text: 'Hi',
        replies: [
          {
            role: 'assistant',
            text: 'Hello',
            message_id: 'm',
            rank: 0,
            created_date: '2026-01-01T00:00:00Z',
            labels: { a: { value: 1, count: 1 } },
            emojis: { '+1': 1 },
            replies: [],
          },
        ],
      },
    },
  ],
  [
    claudeCodeAdapter,
    {
      type: 'assistant',
      uuid: 'a',
      parentUuid: 'u',
      sessionId: 's',
      isSidechain: false,
      timestamp: '2026-01-01T00:00:00Z',
      requestId: 'r',
      message: {
        id: 'm',
        role: 'assistant',
        model: 'm',
        content: [
          { type: 'text', text: 'Hello' },
          { type: 'tool_use', id: 't', name: 'n', input: {} },
        ],
        usage: { input_tokens: 1 },
      },
    },
  ],
  [
    claudeCodeAdapter,
    {
      type: 'user',
      uuid: 'u',
      parentUuid: 'a',
      sessionId: 's',
      message: {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 't', content: [{ type: 'text', text: 'a' }] }],
      },
    },
  ],
  [
    chatgptAdapter,
    {
      conversation_id: 'c',
      current_node: 'a',
      mapping: {
        u: {
          id: 'u',
          parent: null,
          children: ['a'],
          message: { author: { role: 'user' }, content: { parts: ['Hi'] } },
        },
        a: {
          id: 'a',
          parent: 'u',
          children: [],
          message: {
            id: 'm',
            author: { role: 'assistant' },
            create_time: 1_700_000_000,
            recipient: 'all',
            content: { content_type: 'text', parts: ['Hello'] },
            metadata: { model_slug: 'm' },
          },
        },
      },
    },
  ],
  [
    conversationsAdapter,
    {
      id: 'c',
      session_id: 's',
      created_at: '2026-01-01T00:00:00Z',
      model: 'm',
      system: 'S',
      messages: [
        { role: 'user', content: 'Hi' },
        {
          role: 'assistant',
          content: 'Hello',
          tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{}' } }],
        },
        { role: 'assistant', content: 'Hey', timestamp: 1_700_000_000 },
      ],
    },
  ],
];

describeSpecimens('adapters of labelling tools and chats', specimens);
