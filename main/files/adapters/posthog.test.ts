import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/domain/json.ts';
import { posthogFeedbackAdapter } from './posthog-feedback.ts';
import { posthogAdapter } from './posthog.ts';

const generation = {
  uuid: 'e1',
  event: '$ai_generation',
  distinct_id: 'u1',
  timestamp: '2026-04-01T08:00:00Z',
  properties: {
    $ai_trace_id: 't1',
    $ai_session_id: 's1',
    $ai_span_id: 'sp1',
    $ai_model: 'gpt-5-mini',
    $ai_provider: 'openai',
    $ai_input: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
    $ai_output_choices: [{ role: 'assistant', content: 'Hello.' }],
    $ai_input_tokens: 3,
    $ai_output_tokens: 2,
    $ai_latency: 0.361,
    $ai_time_to_first_token: 0.1,
    plan: 'pro',
  },
} satisfies JsonObject;

const cells = {
  event: '$ai_generation',
  distinct_id: 'u1',
  timestamp: '2026-04-01T08:00:00Z',
  'properties.$ai_trace_id': 't1',
  'properties.$ai_model': 'gpt-5-mini',
  'properties.$ai_input': '[{"role":"user","content":"Hi"}]',
  'properties.$ai_output_choices': '[{"role":"assistant","content":"Hello."}]',
  'properties.$ai_latency': '0.361',
} satisfies JsonObject;

function event(name: string, properties: JsonObject): JsonObject {
  return { event: name, distinct_id: 'u1', timestamp: '2026-04-01T09:00:00Z', properties };
}

function expand(row: JsonObject) {
  return posthogAdapter.open().push(row);
}

function attach(row: JsonObject) {
  return posthogFeedbackAdapter.open().push(row);
}

describe('posthog', () => {
  it('reads a generation', () => {
    expect(posthogAdapter.recognises(generation)).toBe(true);
    expect(expand(generation).rows).toEqual([
      {
        output: 'Hello.',
        messages: [{ role: 'user', content: 'Hi' }],
        external_id: 'sp1',
        keys: ['e1', 't1'],
        session: 's1',
        user: 'u1',
        model: 'gpt-5-mini',
        created_at: '2026-04-01T08:00:00Z',
        properties: { $ai_provider: 'openai', plan: 'pro' },
        signals: [
          { kind: 'implicit', name: 'latency_ms', value: 361, unit: 'ms' },
          { kind: 'implicit', name: 'time_to_first_token_ms', value: 100, unit: 'ms' },
          { kind: 'implicit', name: 'prompt_tokens', value: 3, unit: 'tokens' },
          { kind: 'implicit', name: 'completion_tokens', value: 2, unit: 'tokens' },
        ],
      },
    ]);
  });

  it('reads the columns of a CSV export', () => {
    expect(posthogAdapter.recognises(cells)).toBe(true);
    expect(expand(cells).rows).toMatchObject([
      {
        output: 'Hello.',
        messages: [{ role: 'user', content: 'Hi' }],
        keys: ['t1'],
        session: 't1',
        signals: [{ name: 'latency_ms', value: 361 }],
      },
    ]);
  });

  it('skips what is no AI call, with the reason', () => {
    const rows = [
      event('$ai_span', {}),
      event('$ai_feedback', { $ai_trace_id: 't1' }),
      { event: '$pageview', properties: {} },
      { ...generation, properties: { ...generation.properties, $ai_output_choices: null } },
      { ...generation, properties: { ...generation.properties, $ai_is_error: true } },
    ];
    expect(rows.flatMap((row) => expand(row).skipped)).toEqual([
      'an event that is no AI call',
      'feedback, which the adapter posthog-feedback brings from the same file',
      'an event that is no AI call',
      'a generation without an output, as in privacy mode',
      'a call that failed',
    ]);
  });

  it('does not take other rows', () => {
    expect(posthogAdapter.recognises({ event: '$pageview', properties: {} })).toBe(false);
    expect(posthogAdapter.recognises({ event: '$ai_generation' })).toBe(false);
    expect(expand({ event: '$ai_generation', properties: 'no' }).rows).toEqual([]);
  });
});

describe('posthog-feedback', () => {
  it('attaches feedback and metrics to the trace', () => {
    const feedback = event('$ai_feedback', { $ai_trace_id: 't1', $ai_feedback_text: 'Too long' });
    const metric = event('$ai_metric', {
      $ai_trace_id: 't1',
      $ai_span_id: 'sp1',
      $ai_metric_name: 'Answer Quality',
      $ai_metric_value: '4',
    });
    expect([feedback, metric].map((row) => posthogFeedbackAdapter.recognises(row))).toEqual([true, true]);
    const at = '2026-04-01T09:00:00Z';
    expect([feedback, metric].flatMap((row) => attach(row).rows)).toEqual([
      {
        external_id: 't1',
        signals: [{ kind: 'explicit', name: 'comment', value: 'Too long', origin: 'human:u1', at }],
      },
      {
        external_id: 'sp1',
        keys: ['t1'],
        signals: [{ kind: 'explicit', name: 'answer_quality', value: 4, origin: null, at }],
      },
    ]);
  });

  it('skips what attaches to nothing, with the reason', () => {
    const rows = [
      generation,
      event('$ai_feedback', { $ai_feedback_text: 'x' }),
      event('$ai_feedback', { $ai_trace_id: 't1' }),
    ];
    expect(posthogFeedbackAdapter.recognises(generation)).toBe(false);
    expect(rows.flatMap((row) => attach(row).skipped)).toEqual([
      'an event that is no feedback',
      'feedback that names no trace',
      'feedback that says nothing',
    ]);
  });
});
