import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import type { Message } from '../message.ts';
import type { ExportRow } from './export-row.ts';
import { isSameText } from '../text/is-same-text.ts';
import { formatRows, toLine } from './format-row.ts';
import { lineSchemas } from './line-schemas.ts';
import { exportFormats, type ExportFormat } from './recipe.ts';
import { validateRow } from './validate-row.ts';

const row: ExportRow = {
  interactionId: 'i1',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Where is it?' },
  ],
  output: 'It will ship.',
  edit: 'It ships tomorrow.',
};

function line(format: ExportFormat, from: ExportRow, target: 'edit' | 'edit-or-output' = 'edit'): string {
  const formatted = formatRows(format, from, { target });
  return formatted.ok ? formatted.value.map(toLine).join('') : formatted.error.rule;
}

function call(args: Json): Json {
  return [{ id: 'c1', type: 'function', function: { name: 'track', arguments: args } }];
}

function toolMessages(args: Json): readonly Message[] {
  return [
    { role: 'developer', content: 'Be brief.' },
    { role: 'user', content: 'Where?' },
    { role: 'assistant', content: '', tool_calls: call(args) },
    { role: 'tool', content: 'Oslo', tool_call_id: 'c1' },
  ];
}

describe('formatRows', () => {
  it('writes each format to the byte', () => {
    const input = '[{"role":"system","content":"Be brief."},{"role":"user","content":"Where is it?"}]';
    const edit = '{"role":"assistant","content":"It ships tomorrow."}';
    const output = '{"role":"assistant","content":"It will ship."}';
    expect(line('openai-chat', row)).toBe(`{"messages":${input.slice(0, -1)},${edit}]}\n`);
    expect(line('openai-dpo', row)).toBe(
      `{"input":{"messages":${input}},"preferred_output":[${edit}],"non_preferred_output":[${output}]}\n`,
    );
    expect(line('trl-prompt-completion', row)).toBe(`{"prompt":${input},"completion":[${edit}]}\n`);
    expect(line('trl-preference', row)).toBe(
      `{"prompt":${input},"chosen":[${edit}],"rejected":[${output}]}\n`,
    );
  });

  it('learns from an unedited output only where that is asked for', () => {
    const unedited = { ...row, edit: null };
    expect(line('openai-chat', unedited)).toBe('no_edit');
    expect(line('trl-prompt-completion', unedited)).toBe('no_edit');
    expect(line('openai-chat', unedited, 'edit-or-output')).toContain('It will ship.');
    expect(line('openai-dpo', unedited, 'edit-or-output')).toBe('no_edit');
  });

  it('prefers nothing where only white space was changed', () => {
    const spaced = { ...row, edit: ' It  will\nship. ' };
    expect(line('openai-dpo', spaced)).toBe('identical_preference');
    expect(line('trl-preference', spaced)).toBe('identical_preference');
    expect(line('openai-chat', spaced)).toContain(JSON.stringify(spaced.edit));
  });

  it('keeps arguments of any name', () => {
    const messages = toolMessages('{"__proto__":1}');
    expect(line('trl-preference', { ...row, messages })).toContain('"arguments":{"__proto__":1}');
    expect(line('openai-chat', { ...row, messages })).toContain(String.raw`"arguments":"{\"__proto__\":1}"`);
  });

  it('writes tool calls as each side reads them', () => {
    for (const args of ['{"n":1}', { n: 1 }]) {
      const openAi = line('openai-chat', { ...row, messages: toolMessages(args) });
      expect(openAi).toContain('{"role":"system","content":"Be brief."}');
      expect(openAi).toContain(
        '{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"track","arguments":"{\\"n\\":1}"}}]}',
      );
      expect(openAi).toContain('{"role":"tool","content":"Oslo","tool_call_id":"c1"}');
      const trl = line('trl-preference', { ...row, messages: toolMessages(args) });
      expect(trl).toContain(
        '{"role":"assistant","content":"","tool_calls":[{"type":"function","function":{"name":"track","arguments":{"n":1}}}]}',
      );
      expect(trl).toContain('{"role":"tool","name":"track","content":"Oslo"}');
    }
  });
});

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom('\ud83d', '\u2028', '</s>', '"', '\\n'),
);
const turns: fc.Arbitrary<Message> = fc.record({
  role: fc.constantFrom('system', 'user', 'assistant'),
  content: texts,
});
/** zod leaves out a key of this name when it reads; what is written keeps it. */
const argumentNames = fc.string().filter((name) => name !== '__proto__');
const calls: fc.Arbitrary<Message> = fc.record({
  role: fc.constant('assistant'),
  content: texts,
  tool_calls: fc
    .tuple(fc.string(), fc.dictionary(argumentNames, fc.integer()), fc.boolean())
    .map(([name, args, asText]): Json => [
      {
        id: 'c1',
        type: 'function',
        function: { name: `f${name}`, arguments: asText ? JSON.stringify(args) : args },
      },
    ]),
});
const rows: fc.Arbitrary<ExportRow> = fc.record({
  interactionId: fc.uuid(),
  messages: fc.array(fc.oneof(turns, calls), { maxLength: 5 }),
  output: texts,
  edit: fc.option(texts),
});

describe.each(exportFormats)('%s', (format) => {
  it('reads back through its schema: one line, well-formed, no other keys, the text unchanged', () => {
    fc.assert(
      fc.property(rows, (from) => {
        const formatted = formatRows(format, from, { target: 'edit-or-output' });
        for (const one of formatted.ok ? formatted.value : []) {
          const written = toLine(one);
          expect(written.indexOf('\n')).toBe(written.length - 1);
          expect(written.isWellFormed()).toBe(true);
          const read = lineSchemas[format].parse(JSON.parse(written));
          expect(read).toEqual(JSON.parse(JSON.stringify(one)));
          expect(toLine(one)).toBe(written);
          // A text that would be a template to promptfoo is written so that it is none.
          // Steps are parts of the output, and none of the edit.
          if (format === 'promptfoo' || format === 'trl-stepwise') continue;
          expect(JSON.stringify(read)).toContain(JSON.stringify((from.edit ?? from.output).toWellFormed()));
        }
      }),
    );
  });

  it('has no error where the interaction has none', () => {
    const good = fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() !== '' && !/\0|\\n/.test(text) && text.isWellFormed());
    fc.assert(
      fc.property(good, good, good, (question, output, edit) => {
        fc.pre(!isSameText(output, edit));
        const from = { ...row, messages: [{ role: 'user', content: question }], output, edit };
        const formatted = formatRows(format, from, { target: 'edit', badFrom: 0 });
        // An edit that only takes words out leaves no part to learn.
        fc.pre(formatted.ok || formatted.error.rule !== 'nothing_to_learn');
        expect(formatted.ok && formatted.value.flatMap((one) => validateRow(format, one))).toEqual([]);
      }),
    );
  });
});
