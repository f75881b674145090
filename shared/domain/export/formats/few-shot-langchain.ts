import { counterPair } from './counter-example.ts';
import { fewShotPair, fewShotPromptOf, validateFewShotPair } from './few-shot-pair.ts';
import type { FormatOf } from './format.ts';
import { readPromptFile } from './read-prompt-file.ts';

/** Braces of the data stay values: only the template's own are read as variables. */
const head = {
  _type: 'few_shot',
  input_variables: ['input'],
  prefix: '',
  example_prompt: {
    _type: 'prompt',
    input_variables: ['input', 'output'],
    template: 'Input: {input}\nOutput: {output}',
  },
  suffix: 'Input: {input}\nOutput:',
  examples: [],
};

/** FORMATS A.13: langchain_core.prompts.loading at 05e121b. */
export const fewShotLangchain: FormatOf<'supervised'> = {
  name: 'Few-shot, LangChain',
  sentence: 'A few-shot prompt with its examples, read by load_prompt of LangChain.',
  kind: 'supervised',
  write: fewShotPair,
  keys: ['input', 'output'],
  validate: validateFewShotPair,
  promptOf: fewShotPromptOf,
  // The template of all examples has an input and an output.
  counterText: (example) => {
    const pair = counterPair(example);
    if (!pair.ok) return pair;
    const { input, good, bad, why } = pair.value;
    const output = `Not like this (${why}):\n${bad}\n\nLike this:\n${good}`;
    return { ok: true, value: JSON.stringify({ input, output }) };
  },
  layout: {
    extension: 'json',
    head: `${JSON.stringify(head).slice(0, -']}'.length)}\n`,
    rowText: (row) => JSON.stringify(row),
    between: ',\n',
    tail: '\n]}\n',
    read: readPromptFile,
  },
};
