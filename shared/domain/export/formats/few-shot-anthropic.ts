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
import { readExampleBlock } from './read-example-block.ts';

/** FORMATS A.13: the block that Anthropic's guide describes; the tags inside an example are ours. */
export const fewShotAnthropic: FormatOf<'supervised'> = {
  name: 'Few-shot, Anthropic',
  sentence: 'An <examples> block for the system prompt or the first message of Claude.',
  kind: 'supervised',
  write: fewShotPair,
  keys: ['input', 'output'],
  validate: validateFewShotPair,
  promptOf: fewShotPromptOf,
  counterText: (example) => {
    const pair = counterPair(example);
    if (!pair.ok) return pair;
    const [input, bad, why, good] = [pair.value.input, pair.value.bad, pair.value.why, pair.value.good].map(
      (text) => text.replaceAll(counterTag, '&lt;'),
    );
    return {
      ok: true,
      value:
        `<example>\n<input>\n${input}\n</input>\n<bad_output>\n${bad}\n</bad_output>\n` +
        `<why_bad>\n${why}\n</why_bad>\n<good_output>\n${good}\n</good_output>\n</example>\n`,
    };
  },
  layout: {
    extension: 'txt',
    head: '<examples>\n',
    rowText: (row) =>
      `<example>\n<input>\n${textOf(row, 'input')}\n</input>\n<output>\n${textOf(row, 'output')}\n</output>\n</example>\n`,
    between: '',
    tail: '</examples>\n',
    read: readExampleBlock,
  },
};

/** A text that writes one of the block's own tags must not end it. */
function textOf(row: JsonObject, key: keyof FewShotPair): string {
  return pairText(row, key).replaceAll(ownTag, '&lt;');
}

const counterTag = /<(?=\s*\/?\s*(?:examples?|input|output|bad_output|why_bad|good_output)\b)/giu;

const ownTag = /<(?=\s*\/?\s*(?:examples?|input|output)\b)/giu;
