import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { labelStudioAdapter } from './label-studio.ts';

function expand(row: JsonObject) {
  return labelStudioAdapter.open().push(row);
}

function result(from_name: string, type: string, value: JsonObject): JsonObject {
  return { id: 'x', from_name, to_name: 'text', type, value, origin: 'manual' };
}

const annotation: JsonObject = {
  id: 5,
  completed_by: { id: 1, email: 'ana@example.org', first_name: 'Ana' },
  lead_time: 7.662,
  was_cancelled: false,
  ground_truth: true,
  updated_at: '2026-01-01T10:00:00Z',
  result: [
    result('answer', 'textarea', { text: ['Hello!'] }),
    result('why', 'textarea', { text: ['Too stiff'] }),
    result('remark_comment', 'textarea', { text: ['Fine now'] }),
    result('tone', 'choices', { choices: ['rude'] }),
    result('topics', 'choices', { choices: ['a', 'b'] }),
    result('stars', 'rating', { rating: 4 }),
    result('side', 'pairwise', { selected: 'left' }),
    result('tree', 'taxonomy', { taxonomy: [['Food', 'Fruit']] }),
    result('mark', 'labels', { start: 0, end: 5, text: 'Hello', labels: ['GREETING'] }),
    result('mark', 'labels', { start: 6, end: 11, text: 'there', labels: ['OTHER'] }),
    { type: 'relation', from_id: 'x', to_id: 'y' },
  ],
  reviews: [
    { id: 1, created_by: { email: 'ben@example.org' }, created_at: '2026-01-02T10:00:00Z', accepted: false },
  ],
  history: [{ action: 'submitted' }],
};

const task: JsonObject = {
  id: 9,
  data: { prompt: 'Greet', channel: 'mail' },
  created_at: '2026-01-01T09:00:00Z',
  project: 3,
  annotations: [annotation, { id: 6, completed_by: 2, was_cancelled: true, result: [] }],
  predictions: [
    {
      id: 1,
      model_version: 'm1',
      score: 0.5,
      result: [result('answer', 'textarea', { text: ['Hello there'] })],
    },
  ],
  drafts: [{ id: 1, result: [] }],
};

function outputs(data: JsonObject) {
  const { rows } = expand({ id: 1, data, annotations: [{ ...annotation, completed_by: 2 }] });
  return rows.map(({ output }) => output);
}

describe('label-studio', () => {
  it('reads the predicted text, and what people left in its place and said of it', () => {
    expect(labelStudioAdapter.recognises(task)).toBe(true);
    const { rows, skipped } = expand(task);
    expect(skipped).toEqual(['an annotation that the annotator skipped', 'a draft of an annotation']);
    const annotator = 'ana@example.org';
    const at = '2026-01-01T10:00:00Z';
    const origin = `human:${annotator}`;
    expect(rows).toEqual([
      {
        output: 'Hello there',
        messages: [{ role: 'user', content: 'Greet' }],
        external_id: '9',
        model: 'm1',
        created_at: '2026-01-01T09:00:00Z',
        edits: [{ text: 'Hello!', annotator, at }],
        labels: [
          { question: 'why', value: 'Too stiff', annotator },
          { question: 'tone', value: 'rude', annotator },
          { question: 'topics', value: ['a', 'b'], annotator },
          { question: 'stars', value: 4, annotator },
          { question: 'side', value: 'left', annotator },
          { question: 'tree', value: 'Food / Fruit', annotator },
          { question: 'mark', value: ['GREETING[0:5]', 'OTHER[6:11]'], annotator },
        ],
        spans: [
          { start: 0, end: 5, text: 'Hello', category: 'GREETING', annotator },
          { start: 6, end: 11, text: 'there', category: 'OTHER', annotator },
        ],
        signals: [
          { kind: 'explicit', name: 'comment', value: 'Fine now', at, origin },
          { kind: 'implicit', name: 'dwell_ms', value: 7662, unit: 'ms', at, origin },
          { kind: 'explicit', name: 'ground_truth', value: true, at, origin },
          {
            kind: 'explicit',
            name: 'review_accepted',
            value: false,
            at: '2026-01-02T10:00:00Z',
            origin: 'human:ben@example.org',
          },
          { kind: 'explicit', name: 'prediction_score', value: 0.5, origin: 'model:m1' },
        ],
        project: 3,
        predictions: task['predictions'],
        drafts: task['drafts'],
        data: { channel: 'mail' },
        annotations: [
          expect.objectContaining({
            id: 5,
            history: [{ action: 'submitted' }],
            result: (annotation['result'] as JsonObject[]).slice(8),
          }),
        ],
      },
    ]);
  });

  it('takes the output from the data where nothing was predicted', () => {
    const chat = [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello' },
    ];
    expect(outputs({ question: 'Hi', response: 'Hello', text: 'other text here' })).toEqual(['Hello']);
    expect(outputs({ chat })).toEqual(['Hello']);
    expect(outputs({ review: 'A text of words', image: 'https://a/b.png', id: 'x' })).toEqual([
      'A text of words',
    ]);
    expect(outputs({ one: 'A text of words', two: 'Another text of words' })).toEqual([]);
    expect(outputs({ image: '/data/upload/a b.png' })).toEqual([]);
  });

  it('names annotators who are only numbers, and takes the one plain textarea as the edit', () => {
    const answers = [
      result('notes', 'textarea', { text: 'Hm' }),
      result('x', 'textarea', { text: ['a', 'b'] }),
    ];
    const row = { id: 1, data: { text: 'A B' }, annotations: [{ id: 1, completed_by: 2, result: answers }] };
    expect(expand(row).rows).toMatchObject([
      { edits: [{ text: 'a\nb', annotator: '2' }], signals: [{ value: 'Hm' }] },
    ]);
  });

  it('takes as the edit only what stands where the output was offered', () => {
    const answers = [
      result('final', 'textarea', { text: ['other'] }),
      result('reply', 'textarea', { text: ['Hey'] }),
    ];
    const predictions = [{ id: 1, result: [result('reply', 'textarea', { text: ['Hello'] })] }];
    const row = { id: 1, data: {}, annotations: [{ id: 1, completed_by: 2, result: answers }], predictions };
    expect(expand(row).rows).toMatchObject([
      { output: 'Hello', edits: [{ text: 'Hey' }], labels: [{ question: 'final', value: 'other' }] },
    ]);
  });

  it('says of a task about images that it has no text', () => {
    const { rows, skipped } = expand({ id: 1, data: { image: '/a.png' }, annotations: [annotation] });
    expect(rows).toEqual([]);
    expect(skipped).toEqual(['a task without a text to judge']);
  });

  it('does not recognise plain rows', () => {
    expect(labelStudioAdapter.recognises({ id: 1, input: 'a', output: 'b' })).toBe(false);
    expect(labelStudioAdapter.recognises({ id: 1, data: { a: 1 }, annotations: [{ label: 'b' }] })).toBe(
      false,
    );
  });
});
