import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { Expansion } from '../adapter.ts';
import { weaveAdapter } from './weave.ts';

function expand(rows: readonly JsonObject[]): Expansion {
  const expander = weaveAdapter.open();
  const parts = [...rows.map((row) => expander.push(row)), expander.end()];
  return { rows: parts.flatMap((part) => part.rows), skipped: parts.flatMap((part) => part.skipped) };
}

const call = {
  id: 'call-1',
  project_id: 'me/p',
  op_name: 'weave:///me/p/op/openai.chat.completions.create:abc',
  trace_id: 'trace-1',
  parent_id: 'call-0',
  thread_id: 'th',
  started_at: '2026-01-02T10:00:00.000Z',
  ended_at: '2026-01-02T10:00:01.000Z',
  attributes: { env: 'test' },
  inputs: { self: { cls: 'Completions' }, model: 'gpt-4o', messages: [{ role: 'user', content: 'hi' }] },
  output: { model: 'gpt-4o-2024', choices: [{ message: { role: 'assistant', content: 'Hello!' } }] },
  summary: {
    usage: { 'gpt-4o-2024': { prompt_tokens: 4, completion_tokens: 2, total_tokens: 6 } },
    weave: {
      latency_ms: 950,
      feedback: [
        {
          feedback_type: 'wandb.reaction.1',
          payload: { emoji: '👎' },
          creator: 'ana',
          created_at: '2026-01-03T00:00:00Z',
        },
        { feedback_type: 'wandb.note.1', payload: { note: 'cold' }, creator: 'ana' },
        { feedback_type: 'wandb.annotation.Tone', payload: { value: 'warm' }, creator: 'bo' },
        { feedback_type: 'wandb.annotation.stars', payload: { value: 4 }, creator: 'bo' },
        { feedback_type: 'wandb.runnable.Judge', payload: { output: { passed: true } } },
      ],
    },
  },
  wb_user_id: 'user-1',
};

const root = {
  ...call,
  id: 'call-0',
  op_name: 'weave:///me/p/op/answer:def',
  parent_id: null,
  inputs: { question: 'hi' },
  output: 'Hello!',
  summary: {},
};

describe('weave', () => {
  it('makes an interaction of a provider’s call, with its feedback', () => {
    expect(weaveAdapter.recognises(call)).toBe(true);
    const [row] = expand([call]).rows;
    expect(row).toMatchObject({
      output: 'Hello!',
      messages: [{ role: 'user', content: 'hi' }],
      external_id: 'call-1',
      keys: ['trace-1'],
      session: 'th',
      user: 'user-1',
      model: 'gpt-4o',
      prompt_version: 'openai.chat.completions.create:abc',
      created_at: call.started_at,
      attributes: { env: 'test' },
      labels: [{ question: 'tone', value: 'warm', annotator: 'bo' }],
    });
    expect(row?.signals?.map(({ name, value, origin }) => [name, value, origin])).toEqual([
      ['latency_ms', 950, undefined],
      ['prompt_tokens', 4, undefined],
      ['completion_tokens', 2, undefined],
      ['total_tokens', 6, undefined],
      ['thumbs', false, 'human:ana'],
      ['comment', 'cold', 'human:ana'],
      ['stars', 4, 'human:bo'],
      ['judge_passed', true, 'code'],
    ]);
  });

  it('takes the root call only where its trace has no call of a provider, or where people judged it', () => {
    expect(expand([root]).rows[0]).toMatchObject({
      output: 'Hello!',
      messages: [{ role: 'user', content: 'hi' }],
    });
    expect(expand([root, call])).toMatchObject({
      rows: [{ external_id: 'call-1' }],
      skipped: ['the root of a trace whose AI calls are rows of their own'],
    });
    const judged = { ...root, summary: { weave: { feedback: call.summary.weave.feedback } } };
    expect(expand([judged, call]).rows.map((row) => row.external_id)).toEqual(['call-1', 'call-0']);
    const inner = { ...root, parent_id: 'x' };
    const embedding = { ...call, op_name: 'weave:///me/p/op/openai.embeddings.create:1' };
    expect(expand([inner, embedding, { ...call, output: null }]).skipped).toEqual([
      'a call of code, not of an AI',
      'a call for embeddings',
      'an AI call without an output',
    ]);
  });

  it('does not take rows that are not its own, and survives fields of any type', () => {
    expect(weaveAdapter.recognises({ op_name: 'x', inputs: {}, output: 'y' })).toBe(false);
    const odd = {
      ...call,
      inputs: 'x',
      summary: { usage: { a: 1 }, weave: { feedback: [null, {}, { feedback_type: 4 }] } },
    };
    expect(expand([odd]).rows[0]?.output).toBe('Hello!');
  });
});
