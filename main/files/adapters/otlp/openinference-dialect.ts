import { openJsonText } from '../../../../shared/domain/mapping/path.ts';
import { textOf, unflatten } from './attributes.ts';
import {
  readAnswerAttribute,
  readChoices,
  readConversation,
  type Dialect,
  type Input,
  type Output,
} from './content.ts';
import { readTurns } from './read-turns.ts';
import type { Span } from './span.ts';

/** OpenInference (Phoenix, Arize): messages as numbered attributes, else the whole input and output of the span. */
export const openinferenceDialect: Dialect = {
  readInput: (span) => readNumberedInput(span) ?? readInputValue(span),
  readOutput: (span) => readNumberedOutput(span) ?? readOutputValue(span),
};

function readNumberedInput(span: Span): Input | undefined {
  const found = unflatten(span.attributes, 'llm.input_messages');
  const turns = found === undefined ? undefined : readTurns(found.value, 'user');
  if (found === undefined || turns === undefined) return undefined;
  return { messages: turns.messages, taken: turns.isWhole ? found.keys : [] };
}

function readInputValue(span: Span): Input | undefined {
  const value = span.attributes.get('input.value');
  const text = textOf(value);
  const taken = ['input.value', 'input.mime_type'];
  const opened = isPlain(span, 'input') ? value : openJsonText(value ?? null);
  const turns = readConversation(opened ?? null);
  if (turns !== undefined) return { messages: turns.messages, taken: turns.isWhole ? taken : [] };
  return text === undefined ? undefined : { messages: [{ role: 'user', content: text }], taken };
}

function readNumberedOutput(span: Span): Output | undefined {
  const found = unflatten(span.attributes, 'llm.output_messages');
  if (found === undefined) return undefined;
  const output = readChoices(found.value, found.keys);
  const repeated = output !== undefined && span.attributes.get('output.value') === output.text;
  return repeated ? { ...output, taken: [...output.taken, 'output.value', 'output.mime_type'] } : output;
}

function readOutputValue(span: Span): Output | undefined {
  const text = textOf(span.attributes.get('output.value'));
  const taken = ['output.value', 'output.mime_type'];
  if (isPlain(span, 'output') && text !== undefined) return { text, taken };
  const output = readAnswerAttribute(span, 'output.value');
  return output === undefined ? undefined : { ...output, taken: output.taken.length === 0 ? [] : taken };
}

function isPlain(span: Span, side: 'input' | 'output'): boolean {
  return span.attributes.get(`${side}.mime_type`) === 'text/plain';
}
