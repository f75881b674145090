import { type Json, parseJson } from '../json.ts';
import type { Message } from '../message.ts';
import type { Example } from './example.ts';
import type { RowMode } from './export-row.ts';

/** Changes a text; one that is JSON must stay JSON. */
export type ChangeText = (text: string) => string;

/** The example with every text of it changed, wherever it came from: input, answers, calls of tools and failure modes. */
export function mapTexts(example: Example, change: ChangeText): Example {
  const prompt = example.prompt.map((message) => mapMessage(message, change));
  switch (example.kind) {
    case 'supervised':
      return {
        ...example,
        ...toolsOf(example, change),
        prompt,
        answer: change(example.answer),
        draft: example.draft === null ? null : change(example.draft),
      };
    case 'preference':
      return {
        ...example,
        ...toolsOf(example, change),
        prompt,
        chosen: change(example.chosen),
        rejected: change(example.rejected),
      };
    case 'unpaired':
      return { ...example, ...toolsOf(example, change), prompt, answer: change(example.answer) };
    case 'stepwise':
      return {
        ...example,
        prompt,
        steps: example.steps.map(({ text, good }) => ({ text: change(text), good })),
      };
    case 'evaluation':
      return {
        ...example,
        prompt,
        ideal: change(example.ideal),
        avoid: example.avoid.map(change),
        modes: example.modes.map((mode) => mapMode(mode, change)),
        ...(example.about === undefined ? {} : { about: mapMode(example.about, change) }),
      };
  }
}

function mapMode(mode: RowMode, change: ChangeText): RowMode {
  return { name: change(mode.name), definition: change(mode.definition) };
}

function mapMessage({ name, ...message }: Message, change: ChangeText): Message {
  const { tool_calls: calls, tool_call_id: callId } = message;
  return {
    ...message,
    content: change(message.content),
    ...nameOf(name, change),
    ...(calls === undefined ? {} : { tool_calls: mapJson(calls, change) }),
    ...(callId === undefined ? {} : { tool_call_id: change(callId) }),
  };
}

/** Names of speakers have a form of their own, which a changed one would not have: it is left out. */
function nameOf(name: string | undefined, change: ChangeText): { readonly name?: string } {
  return name === undefined || change(name) !== name ? {} : { name };
}

function toolsOf(
  { tools }: { readonly tools?: readonly Json[] },
  change: ChangeText,
): { readonly tools?: readonly Json[] } {
  return tools === undefined ? {} : { tools: tools.map((tool) => mapJson(tool, change)) };
}

function mapJson(value: Json, change: ChangeText): Json {
  const text = JSON.stringify(value);
  const changed = change(text);
  return changed === text ? value : parseJson(changed);
}
