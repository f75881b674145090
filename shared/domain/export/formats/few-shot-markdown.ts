import type { JsonObject } from '../../json.ts';
import { counterPair } from './counter-example.ts';
import {
  type FewShotPair,
  fewShotPair,
  fewShotPromptOf,
  pairText,
  validateFewShotPair,
} from './few-shot-pair.ts';
import type { FormatOf } from './format.ts';
import { readExampleSections } from './read-example-sections.ts';

export const fewShotMarkdown: FormatOf<'supervised'> = {
  name: 'Few-shot, Markdown',
  sentence:
    'A heading, the input and the output of each example as plain Markdown, for any prompt and for people.',
  kind: 'supervised',
  write: fewShotPair,
  keys: ['input', 'output'],
  validate: validateFewShotPair,
  promptOf: fewShotPromptOf,
  counterText: (example) => {
    const pair = counterPair(example);
    if (!pair.ok) return pair;
    const { input, bad, why, good } = pair.value;
    return {
      ok: true,
      value:
        `\n## Counter-example\n\n${why.replaceAll(/\s+/gu, ' ')}\n\n### Input\n\n${fence(input)}\n\n` +
        `### Not like this\n\n${fence(bad)}\n\n### Like this\n\n${fence(good)}\n`,
    };
  },
  layout: {
    extension: 'md',
    head: '# Examples\n',
    rowText: (row) =>
      `\n## Example\n\n### Input\n\n${fenced(row, 'input')}\n\n### Output\n\n${fenced(row, 'output')}\n`,
    between: '',
    tail: '',
    read: readExampleSections,
  },
};

/** In a fence that is longer than any in the text. */
function fenced(row: JsonObject, key: keyof FewShotPair): string {
  return fence(pairText(row, key));
}

function fence(text: string): string {
  const runs = text.match(/`{3,}/gu) ?? [];
  const marks = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${marks}text\n${text}\n${marks}`;
}
