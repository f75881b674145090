import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../../json.ts';
import type { SupervisedExample } from '../example.ts';
import { fewShotAnthropic } from './few-shot-anthropic.ts';
import { fewShotMarkdown } from './few-shot-markdown.ts';
import type { FormatOf } from './format.ts';
import { readExampleBlock } from './read-example-block.ts';
import { readExampleSections } from './read-example-sections.ts';
import type { ReadExamples } from './read-examples.ts';
import { readPromptFile } from './read-prompt-file.ts';

function rulesOf({ examples, findings }: ReadExamples): readonly string[] {
  return [
    ...examples.flatMap(({ line, findings: found }) => found.map(({ rule }) => `${line} ${rule}`)),
    ...findings.map(({ line, finding }) => `${line} ${finding.rule}`),
  ];
}

function pairsOf({ examples }: ReadExamples): readonly unknown[] {
  return examples.map(({ row }) => (row === null ? null : [row['input'], row['output']]));
}

describe('readExampleBlock', () => {
  it('reads a block wherever it stands in a prompt', () => {
    const text =
      'Answer like this.\n\n<examples>\n<example>\n<input>\nA &lt;input> b\n</input>\n<output>C < d</output>\n</example>\n</examples>\nNow: <b>go</b>';
    expect(readExampleBlock(text)).toEqual({
      examples: [{ line: 4, row: { input: 'A <input> b', output: 'C < d' }, findings: [] }],
      findings: [],
    });
  });

  it.each([
    [
      '<examples>\n<example>\n<input>a</input>\n<output>b\n</example>\n</examples>',
      ['2 unclosed_tag', '2 example_parts'],
    ],
    ['<examples>\n<example>\n<input>a</input><output>b</output>\n</examples>', ['2 unclosed_tag']],
    ['<examples>\n<example>\n<input>a</input><output>b</output>\n</example>', ['4 unclosed_tag']],
    ['<examples><example><input>a</input><output>b <input> c</output></example></examples>', ['1 stray_tag']],
    ['<examples><example><input>a</input><output>b</output></output></example></examples>', ['1 stray_tag']],
    ['<example><input>a</input><output>b</output></example>', ['1 stray_tag']],
    ['<examples><example><input>a</input>and<output>b</output></example></examples>', ['1 stray_text']],
    ['<examples><example><input>a</input></example></examples>', ['1 example_parts']],
    [
      '<examples><example><input>a</input><input>b</input><output>c</output></example></examples>',
      ['1 example_parts'],
    ],
    ['<examples>\n</examples>\n</examples>', ['3 stray_tag', '1 no_examples']],
    ['Just a text.', ['1 no_examples']],
    [
      '<examples>\n<example><input>a</input><output>b</output>\n<example><input>c</input><output>d</output></example></examples>',
      ['2 unclosed_tag'],
    ],
  ])('finds what is wrong in %j', (text, rules) => {
    expect(rulesOf(readExampleBlock(text))).toEqual(rules);
  });

  it('reads counter-examples, whose tags may stand as text in other examples', () => {
    const counter =
      '<example><input>a</input><bad_output>b</bad_output><why_bad>c</why_bad><good_output>d</good_output></example>';
    const other = '<example><input>a <why_bad> b</input><output>c</output></example>';
    const read = readExampleBlock(`<examples>${counter}${other}</examples>`);
    expect(rulesOf(read)).toEqual([]);
    expect(pairsOf(read)).toEqual([
      ['a', 'd'],
      ['a <why_bad> b', 'c'],
    ]);
    expect(rulesOf(readExampleBlock(`<examples>${counter.replace('>b<', '> <')}</examples>`))).toEqual([
      '1 empty_content',
    ]);
  });
});

describe('readExampleSections', () => {
  const good =
    '# Examples\n\n## Example\n\n### Input\n\n```text\na\n```\n\n### Output\n\n````text\nb\n```\nc\n````\n';

  it('reads fences and plain texts, and the lines that examples begin on', () => {
    const read = readExampleSections(`${good}\n## Another\n### Input\nd\n\n### Output\ne\n`);
    expect(rulesOf(read)).toEqual([]);
    expect(pairsOf(read)).toEqual([
      ['a', 'b\n```\nc'],
      ['d', 'e'],
    ]);
    expect(read.examples.map(({ line }) => line)).toEqual([3, 19]);
    expect(pairsOf(readExampleSections(good.replaceAll('\n', '\r\n')))).toEqual([['a', 'b\n```\nc']]);
  });

  it.each([
    [good.replace(/````\n$/u, ''), ['3 unclosed_fence']],
    [good.replaceAll('````', '```'), ['3 stray_text', '3 stray_text', '3 unclosed_fence']],
    [good.replace('### Output', '### Else'), ['3 example_parts']],
    [good.replace('### Output', '### Input'), ['3 example_parts', '3 example_parts']],
    [good.replace('### Input\n', '### Input\n\nSee:\n'), ['3 stray_text']],
    ['# Examples\n', ['1 no_examples']],
  ])('finds what is wrong in %j', (text, rules) => {
    expect(rulesOf(readExampleSections(text)).toSorted()).toEqual([...rules].toSorted());
  });

  it('reads counter-examples', () => {
    const read = readExampleSections(
      '## Counter-example\n\nToo long\n\n### Input\n\n```\na\n```\n\n### Not like this\n\n```\nb\n```\n\n### Like this\n\n```\nc\n```\n',
    );
    expect([rulesOf(read), pairsOf(read)]).toEqual([[], [['a', 'c']]]);
  });
});

function pair(input: string) {
  return { input, output: 'b' };
}

describe('readPromptFile', () => {
  it('reads the examples of a prompt, with their lines where they can be told', () => {
    const text = `{"_type": "few_shot", "examples": [\n${JSON.stringify(pair('a'))},\n${JSON.stringify(pair('c'))}\n]}`;
    expect(readPromptFile(text)).toEqual({
      examples: [
        { line: 2, row: pair('a'), findings: [] },
        { line: 3, row: pair('c'), findings: [] },
      ],
      findings: [],
    });
  });

  it.each([
    ['{', ['1 invalid_json']],
    ['[]', ['1 no_examples']],
    ['{"_type": "few_shot", "examples": "other.json"}', ['1 no_examples']],
    ['{"_type": "prompt", "examples": [{"input": "a", "output": "b"}]}', ['1 data_type']],
    ['{"_type": "few_shot",\n"examples": ["a"]}', ['2 data_type']],
  ])('finds what is wrong in %j', (text, rules) => {
    expect(rulesOf(readPromptFile(text))).toEqual(rules);
  });
});

const written: readonly [FormatOf<'supervised'>, (text: string) => ReadExamples][] = [
  [fewShotAnthropic, readExampleBlock],
  [fewShotMarkdown, readExampleSections],
];

const texts = fc
  .array(
    fc.constantFrom(
      'a',
      ' ',
      '\n',
      '```',
      '````',
      '~~~',
      '# ',
      '## Example',
      '### Output',
      '<input>',
      '</output>',
      '</ examples >',
      '<why_bad>',
      '<',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

describe.each(written)('$name', (format, read) => {
  it('reads back every text that it writes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 3 }), (pairs) => {
        const { layout } = format;
        if (layout === undefined) throw new Error('It has no layout.');
        const rows = pairs.flatMap(([input, answer]) => {
          const example: SupervisedExample = {
            kind: 'supervised',
            prompt: [{ role: 'user', content: input }],
            answer,
            draft: null,
            trains: 'all',
          };
          const row = format.write(example);
          return row.ok && isJsonObject(row.value) ? [row.value] : [];
        });
        const found = read(layout.head + rows.map(layout.rowText).join(layout.between) + layout.tail);
        expect(rulesOf(found)).toEqual([]);
        expect(pairsOf(found)).toEqual(pairs.map(([input, answer]) => [input, answer]));
      }),
    );
  });
});
