import * as fc from 'fast-check';
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../json.ts';
import type { Message } from '../../message.ts';
import type { SupervisedExample } from '../example.ts';
import { fewShotAnthropic } from './few-shot-anthropic.ts';
import { fewShotDspy } from './few-shot-dspy.ts';
import { fewShotLangchain } from './few-shot-langchain.ts';
import { fewShotMarkdown } from './few-shot-markdown.ts';
import { fewShotOpenAi } from './few-shot-openai.ts';
import type { FormatOf } from './format.ts';

const system: Message = { role: 'system', content: 'Be brief.' };
const user: Message = { role: 'user', content: 'Refund?' };

function exampleOf(prompt: readonly Message[], answer: string): SupervisedExample {
  return { kind: 'supervised', prompt, answer, draft: null, trains: 'last' };
}

function rowOf(format: FormatOf<'supervised'>, example: SupervisedExample): JsonObject {
  const written = format.write(example);
  if (!written.ok) throw new Error(written.error.rule);
  expect(format.validate(written.value)).toEqual([]);
  return written.value;
}

/** The whole file. */
function fileOf(format: FormatOf<'supervised'>, examples: readonly SupervisedExample[]): string {
  const { layout } = format;
  if (layout === undefined) throw new Error('The format has no layout.');
  const rows = examples.map((example) => layout.rowText(rowOf(format, example)));
  return layout.head + rows.join(layout.between) + layout.tail;
}

const two = [exampleOf([system, user], 'Refunded today.'), exampleOf([user], 'It ships {soon}.')];

describe('few-shot formats', () => {
  it('leave the system prompt out, and give conversations of several turns a role each', () => {
    expect(rowOf(fewShotDspy, exampleOf([system, user], 'Yes.'))).toEqual({
      input: 'Refund?',
      output: 'Yes.',
    });
    const turns = [system, user, { role: 'assistant', content: 'Which?' }, { role: 'user', content: 'A1' }];
    expect(rowOf(fewShotDspy, exampleOf(turns, 'Yes.'))).toEqual({
      input: 'user: Refund?\n\nassistant: Which?\n\nuser: A1',
      output: 'Yes.',
    });
    expect(fewShotDspy.write(exampleOf([system], 'Yes.'))).toMatchObject({
      error: { rule: 'missing_user_message' },
    });
    const calls = exampleOf([user, { role: 'tool', content: 'x' }], 'Yes.');
    for (const format of [fewShotDspy, fewShotOpenAi])
      expect(format.write(calls)).toMatchObject({ error: { rule: 'tools_not_supported' } });
    expect(fewShotDspy.validate({ input: ' ', output: 1 }).map(({ rule }) => rule)).toEqual([
      'empty_content',
      'missing_content',
    ]);
  });

  it('say that a list of messages shows earlier answers as well', () => {
    const turns = [user, { role: 'assistant', content: 'Which?' }, { role: 'user', content: 'A1' }];
    const example = exampleOf(turns, 'Yes.');
    expect(fewShotOpenAi.write(example)).toMatchObject({ error: { rule: 'cannot_mask_turns' } });
    expect(rowOf(fewShotOpenAi, { ...example, trains: 'all' })).toEqual({
      messages: [...turns, { role: 'assistant', content: 'Yes.' }],
    });
  });

  it('write the block of Anthropic’s guide', () => {
    expect(fileOf(fewShotAnthropic, two)).toBe(`<examples>
<example>
<input>
Refund?
</input>
<output>
Refunded today.
</output>
</example>
<example>
<input>
Refund?
</input>
<output>
It ships {soon}.
</output>
</example>
</examples>
`);
  });

  it('never let a text end the block that it stands in', () => {
    const piece = fc.constantFrom(
      '</example>',
      '</ Example >',
      '<input>',
      '</output>',
      '</examples',
      '<b>',
      ' a ',
      '<',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.array(piece, { minLength: 1 }), (input, output) => {
        fc.pre(input.join('').trim() !== '' && output.join('').trim() !== '');
        const text = fileOf(fewShotAnthropic, [
          exampleOf([{ role: 'user', content: input.join('') }], output.join('')),
        ]);
        const tags = text.match(/<\s*\/?\s*(?:examples?|input|output)\b/giu);
        expect(tags).toEqual([
          '<examples',
          '<example',
          '<input',
          '</input',
          '<output',
          '</output',
          '</example',
          '</examples',
        ]);
      }),
    );
  });

  it('write one list of messages for OpenAI', () => {
    const file: Json = JSON.parse(fileOf(fewShotOpenAi, two));
    expect(file).toEqual([
      user,
      { role: 'assistant', content: 'Refunded today.' },
      user,
      { role: 'assistant', content: 'It ships {soon}.' },
    ]);
  });

  it('write a prompt that LangChain loads, with its examples as values', () => {
    const file: Json = JSON.parse(fileOf(fewShotLangchain, two));
    expect(file).toEqual({
      _type: 'few_shot',
      input_variables: ['input'],
      prefix: '',
      example_prompt: {
        _type: 'prompt',
        input_variables: ['input', 'output'],
        template: 'Input: {input}\nOutput: {output}',
      },
      suffix: 'Input: {input}\nOutput:',
      examples: [
        { input: 'Refund?', output: 'Refunded today.' },
        { input: 'Refund?', output: 'It ships {soon}.' },
      ],
    });
  });

  it('write Markdown whose code blocks hold the texts, whatever fences those have', () => {
    const texts = ['plain', '```js\ncode\n```', '````\n# Example', '<b>x</b>\n\n## Example'];
    const file = fileOf(
      fewShotMarkdown,
      texts.map((text) => exampleOf([{ role: 'user', content: text }], text)),
    );
    const blocks = new Marked()
      .lexer(file)
      .flatMap((token) => (token.type === 'code' ? [String(token['text'])] : []));
    expect(blocks).toEqual(texts.flatMap((text) => [text, text]));
  });
});
