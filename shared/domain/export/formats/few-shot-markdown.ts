import type { JsonObject } from '../../json.ts';
import {
  type FewShotPair,
  fewShotPair,
  fewShotPromptOf,
  pairText,
  validateFewShotPair,
} from './few-shot-pair.ts';
import type { FormatOf } from './format.ts';

export const fewShotMarkdown: FormatOf<'supervised'> = {
  name: 'Few-shot, Markdown',
  sentence:
    'A heading, the input and the output of each example as plain Markdown, for any prompt and for people.',
  kind: 'supervised',
  write: fewShotPair,
  keys: ['input', 'output'],
  validate: validateFewShotPair,
  promptOf: fewShotPromptOf,
  layout: {
    extension: 'md',
    head: '# Examples\n',
    rowText: (row) =>
      `\n## Example\n\n### Input\n\n${fenced(row, 'input')}\n\n### Output\n\n${fenced(row, 'output')}\n`,
    between: '',
    tail: '',
  },
};

/** In a fence that is longer than any in the text. */
function fenced(row: JsonObject, key: keyof FewShotPair): string {
  const text = pairText(row, key);
  const runs = text.match(/`{3,}/gu) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${fence}text\n${text}\n${fence}`;
}
