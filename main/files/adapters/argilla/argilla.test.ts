import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { argillaAdapter } from './argilla.ts';

function expand(row: JsonObject) {
  return argillaAdapter.open().push(row);
}

function suggested(value: string): JsonObject {
  return { fields: { text: 'Some text to sum up' }, suggestions: { summary: { value } }, responses: {} };
}

const nested: JsonObject = {
  id: 'r1',
  status: 'completed',
  fields: { prompt: 'Say hello', note: 'first' },
  metadata: { split: 'a' },
  suggestions: {
    answer: { value: 'Hello there', score: null, agent: 'm1' },
    tone: { value: 'polite', agent: 'm2' },
  },
  responses: {
    answer: [
      { value: 'Hello!', user_id: 'ana', status: 'submitted' },
      { value: 'Hey', user_id: 'ben', status: 'draft' },
    ],
    tone: [{ value: 'rude', user_id: 'ana', status: 'submitted' }],
    stars: [{ value: 4, user_id: 'ana', status: 'submitted' }],
    ranking: [
      {
        value: [
          { value: 'b', rank: 2 },
          { value: 'a', rank: 1 },
        ],
        user_id: 'ana',
        status: 'submitted',
      },
    ],
    marks: [{ value: [{ label: 'X', start: 0, end: 5 }], user_id: 'ana', status: 'submitted' }],
    comment: [{ value: 'It was fine', user_id: 'ana', status: 'submitted' }],
  },
};

describe('argilla', () => {
  it('reads a nested row: the suggested text, and what people made of it', () => {
    expect(argillaAdapter.recognises(nested)).toBe(true);
    const { rows, skipped } = expand(nested);
    expect(skipped).toEqual(['a response that is draft']);
    expect(rows).toEqual([
      {
        output: 'Hello there',
        messages: [{ role: 'user', content: 'Say hello' }],
        model: 'm1',
        external_id: 'r1',
        edits: [{ text: 'Hello!', annotator: 'ana' }],
        labels: [
          { question: 'tone', value: 'rude', annotator: 'ana' },
          { question: 'stars', value: 4, annotator: 'ana' },
          { question: 'ranking', value: ['a', 'b'], annotator: 'ana' },
          { question: 'marks', value: ['X[0:5]'], annotator: 'ana' },
        ],
        signals: [
          { kind: 'explicit', name: 'comment', value: 'It was fine', origin: 'human:ana' },
          { kind: 'explicit', name: 'tone', value: 'polite', origin: 'model:m2' },
        ],
        status: 'completed',
        metadata: { split: 'a' },
        fields: { note: 'first' },
        responses_not_submitted: [{ question: 'answer', value: 'Hey', status: 'draft', user: 'ben' }],
        raw_answers: [
          expect.objectContaining({ question: 'ranking' }),
          expect.objectContaining({ question: 'marks' }),
        ],
      },
    ]);
  });

  it('reads flattened columns to the same', () => {
    const row = {
      id: 'r1',
      status: 'completed',
      prompt: 'Say hello',
      'answer.suggestion': 'Hello there',
      'answer.suggestion.agent': 'm1',
      'answer.responses': ['Hello!', 'Hey'],
      'answer.responses.users': ['ana', 'ben'],
      'answer.responses.status': ['submitted', 'discarded'],
      'tone.responses': '["rude"]',
      'tone.responses.users': '["ana"]',
      'tone.responses.status': '["submitted"]',
    };
    expect(argillaAdapter.recognises(row)).toBe(true);
    const { rows, skipped } = expand(row);
    expect(skipped).toEqual(['a response that is discarded']);
    expect(rows).toMatchObject([
      {
        output: 'Hello there',
        model: 'm1',
        messages: [{ role: 'user', content: 'Say hello' }],
        edits: [{ text: 'Hello!', annotator: 'ana' }],
        labels: [{ question: 'tone', value: 'rude', annotator: 'ana' }],
        status: 'completed',
      },
    ]);
  });

  it('takes the output from the fields where nothing was suggested', () => {
    const row = {
      id: 1,
      fields: {
        chat: [
          { role: 'user', content: 'Hi' },
          { role: 'assistant', content: 'Hello' },
        ],
      },
      suggestions: {},
      responses: { good: [{ value: 'yes', user_id: 7 }] },
    };
    expect(expand(row).rows).toMatchObject([
      {
        output: 'Hello',
        messages: [{ role: 'user', content: 'Hi' }],
        labels: [{ question: 'good', value: 'yes', annotator: '7' }],
      },
    ]);
  });

  it('reads the lists of the API, and an edit that deleted everything', () => {
    const row = {
      fields: { prompt: 'a' },
      suggestions: [{ question_name: 'answer', value: 'b', agent: 'm' }],
      responses: [{ user_id: 'ana', status: 'submitted', values: { answer: { value: '' } } }],
    };
    expect(expand(row).rows).toMatchObject([{ output: 'b', edits: [{ text: '', annotator: 'ana' }] }]);
  });

  it('remembers that a question asks for texts', () => {
    const reading = argillaAdapter.open();
    reading.push(suggested('It is about four words'));
    expect(reading.push(suggested('Short')).rows).toMatchObject([{ output: 'Short' }]);
  });

  it('says of a row without a text that it has none', () => {
    expect(
      expand({ fields: { image: 'http://a/b.png' }, suggestions: null, responses: null }).skipped,
    ).toEqual(['a row without a text to judge']);
  });

  it('does not recognise plain rows', () => {
    expect(argillaAdapter.recognises({ id: 1, fields: { a: 'b' }, responses: {} })).toBe(false);
    expect(argillaAdapter.recognises({ id: 1, input: 'a', output: 'b', 'x.responses': [] })).toBe(false);
  });
});
