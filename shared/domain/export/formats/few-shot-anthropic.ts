import type { JsonObject } from '../../json.ts';
import {
  type FewShotPair,
  fewShotPair,
  fewShotPromptOf,
  pairText,
  validateFewShotPair,
} from './few-shot-pair.ts';
import type { FormatOf } from './format.ts';

/** FORMATS A.13: the block that Anthropic's guide describes; the tags inside an example are ours. */
export const fewShotAnthropic: FormatOf<'supervised'> = {
  name: 'Few-shot, Anthropic',
  sentence: 'An <examples> block for the system prompt or the first message of Claude.',
  kind: 'supervised',
  write: fewShotPair,
  keys: ['input', 'output'],
  validate: validateFewShotPair,
  promptOf: fewShotPromptOf,
  layout: {
    extension: 'txt',
    head: '<examples>\n',
    rowText: (row) =>
      `<example>\n<input>\n${textOf(row, 'input')}\n</input>\n<output>\n${textOf(row, 'output')}\n</output>\n</example>\n`,
    between: '',
    tail: '</examples>\n',
  },
};

/** A text that writes one of the block's own tags must not end it. */
function textOf(row: JsonObject, key: keyof FewShotPair): string {
  return pairText(row, key).replaceAll(ownTag, '&lt;');
}

const ownTag = /<(?=\s*\/?\s*(?:examples?|input|output)\b)/giu;
