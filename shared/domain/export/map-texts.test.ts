import { describe, expect, it } from 'vitest';
import type { Message } from '../message.ts';
import type {
  EvaluationExample,
  PreferenceExample,
  StepwiseExample,
  SupervisedExample,
  UnpairedExample,
} from './example.ts';
import { mapTexts } from './map-texts.ts';

const prompt: readonly Message[] = [
  { role: 'system', content: 'secret' },
  {
    role: 'assistant',
    content: 'secret',
    tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'f', arguments: '{"a":"secret"}' } }],
  },
  { role: 'tool', content: 'secret', tool_call_id: 'call_1', name: 'f' },
  { role: 'user', content: 'secret', name: 'a_secret_name' },
];
const tools = [
  { type: 'function', function: { name: 'f', description: 'secret', parameters: { default: 'secret' } } },
];
const mode = { name: 'secret', definition: 'secret' };

// Every field there is, so that one that comes anew has to be thought of here.
const supervised: Required<SupervisedExample> = {
  kind: 'supervised',
  prompt,
  answer: 'secret',
  draft: 'secret',
  trains: 'all',
  score: { by: 'rating', value: 4 },
  tools,
};
const preference: Required<PreferenceExample> = {
  kind: 'preference',
  prompt,
  chosen: 'secret',
  rejected: 'secret',
  margin: 1,
  tools,
};
const unpaired: Required<UnpairedExample> = { kind: 'unpaired', prompt, answer: 'secret', good: true, tools };
const stepwise: Required<StepwiseExample> = {
  kind: 'stepwise',
  prompt,
  steps: [{ text: 'secret', good: false }],
};
const evaluation: Required<EvaluationExample> = {
  kind: 'evaluation',
  id: 'an id',
  prompt,
  ideal: 'secret',
  avoid: ['secret'],
  modes: [mode],
  about: mode,
};
const examples = [supervised, preference, unpaired, stepwise, evaluation];

describe('mapTexts', () => {
  it.each(examples)('changes every text of a $kind example, and nothing else', (example) => {
    const changed = mapTexts(example, (text) => text.replaceAll('secret', 'open'));
    const expected = JSON.parse(JSON.stringify(example).replaceAll('secret', 'open'));
    // A name that changed would not have the form that names of speakers have.
    delete expected.prompt[3].name;
    expect(changed).toEqual(expected);
  });

  it.each(examples)('leaves a $kind example as it is where no text changes', (example) => {
    expect(mapTexts(example, (text) => text)).toEqual(example);
  });
});
