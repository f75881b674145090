import * as fc from 'fast-check';
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { CounterExample } from './counter-example.ts';
import { fewShotAnthropic } from './few-shot-anthropic.ts';
import { fewShotDspy } from './few-shot-dspy.ts';
import { fewShotLangchain } from './few-shot-langchain.ts';
import { fewShotMarkdown } from './few-shot-markdown.ts';
import { fewShotOpenAi } from './few-shot-openai.ts';
import type { FormatOf } from './format.ts';

const example: CounterExample = {
  prompt: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Refund?' },
  ],
  bad: 'We are so sorry. Refunded.',
  good: 'Refunded.',
  mode: { name: 'Apologises', definition: 'Says sorry where nobody asked.' },
};

function textOf(format: FormatOf<'supervised'>, counter: CounterExample): string {
  const text = format.counterText?.(counter);
  if (text?.ok !== true) throw new Error('It has no counter-example.');
  return text.value;
}

/** The whole file with this one counter-example in it. */
function fileOf(format: FormatOf<'supervised'>, counter: CounterExample): string {
  const { head = '', tail = '' } = format.layout ?? {};
  return head + textOf(format, counter) + tail;
}

describe('counter-examples of few-shot formats', () => {
  it('have tags of their own in the block of Anthropic', () => {
    expect(fileOf(fewShotAnthropic, example)).toBe(`<examples>
<example>
<input>
Refund?
</input>
<bad_output>
We are so sorry. Refunded.
</bad_output>
<why_bad>
Apologises: Says sorry where nobody asked.
</why_bad>
<good_output>
Refunded.
</good_output>
</example>
</examples>
`);
  });

  it('never let a text end the tag that it stands in', () => {
    const piece = fc.constantFrom(
      '</bad_output>',
      '</ Why_Bad >',
      '<good_output>',
      '</example>',
      '<b>',
      'a ',
    );
    const text = fc.array(piece, { minLength: 1 }).map((pieces) => `x${pieces.join('')}`);
    fc.assert(
      fc.property(text, text, text, (bad, good, definition) => {
        const file = fileOf(fewShotAnthropic, { ...example, bad, good, mode: { name: 'M', definition } });
        expect(file.match(/<\s*\/?\s*(?:bad_output|why_bad|good_output|examples?)\b/giu)).toHaveLength(10);
      }),
    );
  });

  it('are a first answer, what is wrong with it, and a better one in a list of messages', () => {
    const file: Json = JSON.parse(fileOf(fewShotOpenAi, example));
    expect(file).toEqual([
      { role: 'user', content: 'Refund?' },
      { role: 'assistant', content: 'We are so sorry. Refunded.' },
      {
        role: 'user',
        content:
          'That answer has a fault. Apologises: Says sorry where nobody asked.\n\nAnswer again without it.',
      },
      { role: 'assistant', content: 'Refunded.' },
    ]);
  });

  it('keep the better answer as output where rows have inputs and outputs', () => {
    expect(JSON.parse(textOf(fewShotDspy, example))).toEqual({
      input: 'Refund?',
      output: 'Refunded.',
      bad_output: 'We are so sorry. Refunded.',
      why_bad: 'Apologises: Says sorry where nobody asked.',
    });
    const file: Json = JSON.parse(fileOf(fewShotLangchain, example));
    const examples = isJsonObject(file) ? file['examples'] : null;
    expect(examples).toEqual([
      {
        input: 'Refund?',
        output:
          'Not like this (Apologises: Says sorry where nobody asked.):\nWe are so sorry. Refunded.\n\nLike this:\nRefunded.',
      },
    ]);
  });

  it('are headings and code blocks in Markdown, whatever the texts have', () => {
    const bad = '```\n## Example';
    const blocks = new Marked()
      .lexer(fileOf(fewShotMarkdown, { ...example, bad, mode: { name: 'No\nfence', definition: '' } }))
      .flatMap((token) => (token.type === 'code' ? [String(token['text'])] : []));
    expect(blocks).toEqual(['Refund?', bad, 'Refunded.']);
  });

  it('are not written where the conversation calls tools', () => {
    const prompt = [...example.prompt, { role: 'tool', content: 'x' }];
    for (const format of [fewShotAnthropic, fewShotOpenAi, fewShotDspy, fewShotLangchain, fewShotMarkdown])
      expect(format.counterText?.({ ...example, prompt })).toMatchObject({
        error: { rule: 'tools_not_supported' },
      });
  });
});
