import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.ts';
import { guessMapping } from './guess-mapping.ts';

function guess(...rows: JsonObject[]): string {
  return guessMapping(rows)
    .map(({ target, path }) => `${target}=${path}`)
    .join(' ');
}

function targets(text: string): readonly string[] {
  return text.split(' ').toSorted();
}

const long = 'A sentence long enough to be something that a person would want to read and review in full.';
const user = { role: 'user', content: 'Where is it?' };
const assistant = { role: 'assistant', content: 'On its way.' };

describe('guessMapping', () => {
  it.each<[string, readonly JsonObject[], string]>([
    [
      'LAMP',
      [
        {
          id: 'a',
          editor: 'W1',
          model: 'm',
          instruction: 'i',
          ai_output: 'x',
          human_edit: 'y',
          creativity_score_pre: 3,
        },
      ],
      'output=ai_output edit=human_edit input=instruction external_id=id model=model annotator=editor',
    ],
    [
      'MLQE-PE, where the tokenised texts belong together',
      [{ source: 'Ein kurzer deutscher Satz.', mt: 'x.', mt_tok: 'x .', pe_tok: 'y .', hter: 0.1 }],
      'output=mt_tok edit=pe_tok input=source',
    ],
    ['chat', [{ messages: [user, assistant] }], 'output=messages[-1].content messages=messages'],
    [
      'ShareGPT',
      [
        {
          conversations: [
            { from: 'human', value: 'a' },
            { from: 'gpt', value: 'b' },
          ],
        },
      ],
      'output=conversations[-1].value messages=conversations',
    ],
    ['prompt and completion', [{ prompt: 'a', completion: 'b' }], 'output=completion input=prompt'],
    [
      'preference pairs',
      [{ prompt: 'p', chosen: 'x', rejected: 'y' }],
      'output=rejected edit=chosen input=prompt',
    ],
    [
      'OpenAI preference rows',
      [{ input: { messages: [user] }, preferred_output: [assistant], non_preferred_output: [assistant] }],
      'output=non_preferred_output[-1].content edit=preferred_output[-1].content messages=input.messages',
    ],
    [
      'whole conversations on both sides',
      [{ chosen: [user, assistant], rejected: [user, assistant] }],
      'output=rejected[-1].content edit=chosen[-1].content messages=rejected',
    ],
    [
      'chat completion logs',
      [{ request: { messages: [user] }, response: { model: 'm', choices: [{ message: assistant }] } }],
      'output=response.choices[0].message.content messages=request.messages model=response.model',
    ],
    [
      'the native line',
      [
        {
          id: 'e1',
          ts: '2026-11-23T05:00:00Z',
          session_id: 's1',
          user_id: 'u1',
          model: 'm',
          prompt_version: 'v7',
          input: { messages: [user] },
          output: 'Draft',
          edited: 'Sent',
          action: 'edited',
          rating: 4,
          latency_ms: 820,
          outcome: { resolved: true },
        },
      ],
      'output=output edit=edited messages=input.messages external_id=id session=session_id user=user_id model=model prompt_version=prompt_version created_at=ts rating=rating action=action signal.latency_ms=latency_ms outcome.resolved=outcome.resolved',
    ],
    [
      'Alpaca, with the case at hand in its input',
      [
        { instruction: 'Shorten.', input: 'x', output: 'c' },
        { instruction: 'Shorten.', input: 'y', output: 'd' },
      ],
      'output=output input=input system=instruction',
    ],
    [
      'camel case',
      [{ CurrentSuggestion: 'x', CurrentPrompt: 'y', TimeGenerated: '2022-08-08T16:05:28Z' }],
      'output=CurrentSuggestion input=CurrentPrompt created_at=TimeGenerated',
    ],
    ['the only long text', [{ weird: long, n: 3 }], 'output=weird'],
  ])('reads %s', (_name, rows, expected) => {
    expect(targets(guess(...rows))).toEqual(targets(expected));
  });

  it('leaves what is doubtful unmapped', () => {
    expect(guess({ response1: long, response2: `${long} More.` })).toBe('');
    expect(guess({ output: 'x', source: 'gpt4o' }, { output: 'y', source: 'gpt4o' })).toBe('output=output');
    expect(guess({ output: 'x', time: '9.53', id: 'a' }, { output: 'y', time: '9.6', id: 'a' })).toBe(
      'output=output',
    );
    expect(guess({ text: long, answer: 'accept' }, { text: long, answer: 'reject' })).toBe(
      'output=text action=answer',
    );
    expect(guess()).toBe('');
  });

  it('never gives a target twice or maps two targets to one column, whatever the names', () => {
    const names = fc.constantFrom(
      'output',
      'response',
      'edit',
      'final',
      'chosen',
      'rejected',
      'input',
      'prompt',
      'messages',
      'id',
      'ts',
      'rating',
      'feedback',
      'model',
      'latency_ms',
      'outcome',
      'x',
    );
    const values = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant([user, assistant]),
      fc.constant(long),
    );
    fc.assert(
      fc.property(fc.array(fc.dictionary(names, values), { maxLength: 5 }), (rows) => {
        const mapping = guessMapping(rows);
        expect(new Set(mapping.map(({ target }) => target)).size).toBe(mapping.length);
        const columns = mapping.map(({ path }) => path).filter((path) => !path.includes('['));
        expect(new Set(columns).size).toBe(columns.length);
        expect(guessMapping(rows)).toEqual(mapping);
      }),
    );
  });
});
