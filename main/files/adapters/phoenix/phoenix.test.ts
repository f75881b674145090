import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { phoenixAnnotationsAdapter } from './phoenix-annotations.ts';
import { phoenixAdapter } from './phoenix.ts';

const span = {
  id: 'U3Bhbjox',
  name: 'ChatCompletion',
  context: { trace_id: 'aa11', span_id: 'bb22' },
  span_kind: 'LLM',
  parent_id: null,
  start_time: '2026-06-01T12:00:00.000000+00:00',
  end_time: '2026-06-01T12:00:00.750000+00:00',
  status_code: 'OK',
  attributes: {
    'llm.model_name': 'm1',
    'llm.input_messages': [
      { message: { role: 'system', content: 'Be brief.' } },
      { message: { role: 'user', contents: [{ message_content: { type: 'text', text: 'Hi' } }] } },
    ],
    'llm.output_messages.0.message.role': 'assistant',
    'llm.output_messages.0.message.content': 'Hello.',
    'llm.token_count.prompt': 4,
    'llm.token_count.completion': 2,
    session: { id: 's1' },
    metadata: { a: { b: 1 } },
  },
  events: [],
} satisfies JsonObject;

function expand(rows: readonly JsonObject[]) {
  const expander = phoenixAdapter.open();
  const expansions = [...rows.map((row) => expander.push(row)), expander.end()];
  return {
    rows: expansions.flatMap((expansion) => expansion.rows),
    skipped: expansions.flatMap((expansion) => expansion.skipped),
  };
}

const call = {
  output: 'Hello.',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hi' },
  ],
  external_id: 'bb22',
  keys: ['aa11'],
  session: 's1',
  model: 'm1',
  created_at: '2026-06-01T12:00:00.000Z',
  signals: [
    { name: 'latency_ms', value: 750 },
    { name: 'prompt_tokens', value: 4 },
    { name: 'completion_tokens', value: 2 },
  ],
};

describe('phoenix', () => {
  it('reads spans of the REST interface, with flat and nested attributes', () => {
    expect(phoenixAdapter.recognises(span)).toBe(true);
    const { rows } = expand([span]);
    expect(rows).toMatchObject([call]);
    expect(rows[0]).toMatchObject({ status_code: 'OK', phoenix_id: 'U3Bhbjox', metadata: { a: { b: 1 } } });
  });

  it('reads pages', () => {
    const page = {
      data: [span, { ...span, span_kind: 'TOOL', context: { ...span.context, span_id: 'cc' } }, 1, {}],
    };
    expect(phoenixAdapter.recognises({ ...page, next_cursor: null })).toBe(true);
    const { rows, skipped } = expand([{ ...page, next_cursor: null }]);
    expect(rows).toMatchObject([call]);
    expect(skipped.toSorted()).toEqual(['a tool span', 'an entry that is no span']);
  });

  it('reads rows of a data frame, also from CSV', () => {
    const cells = {
      name: 'ChatCompletion',
      span_kind: 'LLM',
      parent_id: null,
      start_time: '2026-06-01 12:00:00.000000+00:00',
      end_time: '2026-06-01 12:00:00.750000+00:00',
      'context.span_id': 'bb22',
      'context.trace_id': 'aa11',
      'attributes.llm.model_name': 'm1',
      'attributes.session.id': 's1',
      'attributes.llm.input_messages':
        '[{"message.role":"system","message.content":"Be brief."},{"message.role":"user","message.content":"Hi"}]',
      'attributes.llm.output_messages': '[{"message.role":"assistant","message.content":"Hello."}]',
      'attributes.llm.token_count.prompt': '4',
      'attributes.llm.token_count.completion': '2',
      'attributes.input.value': null,
    };
    expect(phoenixAdapter.recognises(cells)).toBe(true);
    expect(expand([cells]).rows).toMatchObject([call]);
  });

  it('does not take other rows, and reads any row without throwing', () => {
    expect(
      phoenixAdapter.recognises({ context: { trace_id: '0xaa', span_id: '0xbb' }, attributes: {} }),
    ).toBe(false);
    expect(phoenixAdapter.recognises({ name: 'x', context: 'some text', span_kind: 'LLM' })).toBe(false);
    const odd: JsonObject[] = [
      {},
      { ...span, attributes: [1], events: [1, {}] },
      { ...span, attributes: JSON.parse('{"__proto__": {"a": 1}, "llm": {"constructor": [{}]}}') },
    ];
    expect(() => expand(odd)).not.toThrow();
  });
});

const annotation = {
  id: 'a1',
  span_id: 'bb22',
  name: 'Tone',
  annotator_kind: 'HUMAN',
  result: { label: 'warm', score: 0.9, explanation: 'kind words' },
  user_id: 'ana',
  created_at: '2026-06-02T00:00:00Z',
} satisfies JsonObject;

function attach(row: JsonObject) {
  return phoenixAnnotationsAdapter.open().push(row);
}

describe('phoenix-annotations', () => {
  it('attaches what a named person said as label, score and comment', () => {
    expect(phoenixAnnotationsAdapter.recognises(annotation)).toBe(true);
    const at = '2026-06-02T00:00:00Z';
    expect(attach(annotation).rows).toEqual([
      {
        external_id: 'bb22',
        labels: [{ question: 'Tone', value: 'warm', annotator: 'ana' }],
        signals: [
          { kind: 'explicit', name: 'tone', value: 0.9, origin: 'human:ana', at },
          { kind: 'explicit', name: 'comment', value: 'kind words', origin: 'human:ana', at },
        ],
      },
    ]);
  });

  it('attaches what a model said as signals, from columns of a data frame and from pages', () => {
    const cells = {
      'context.span_id': 'bb22',
      annotation_name: 'correct',
      annotator_kind: 'LLM',
      'result.label': 'yes',
      'result.score': '1',
      'result.explanation': null,
    };
    const page = { data: [cells, annotation, { ...annotation, result: {} }, {}], next_cursor: null };
    expect([cells, page].map((row) => phoenixAnnotationsAdapter.recognises(row))).toEqual([true, true]);
    expect(attach(cells).rows).toEqual([
      {
        external_id: 'bb22',
        signals: [
          { kind: 'explicit', name: 'correct', value: 1, origin: 'model' },
          { kind: 'explicit', name: 'correct_label', value: 'yes', origin: 'model' },
        ],
      },
    ]);
    expect(attach(page).rows).toHaveLength(2);
    expect(attach(page).skipped).toEqual([
      'an annotation without a result',
      'an entry that is no annotation',
    ]);
  });

  it('does not take other rows', () => {
    expect(phoenixAnnotationsAdapter.recognises(span)).toBe(false);
    expect(phoenixAnnotationsAdapter.recognises({ name: 'x', result: {}, span_id: 'y' })).toBe(false);
  });
});
