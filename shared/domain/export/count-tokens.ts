import type { Json } from '../json.ts';
import type { Message } from '../message.ts';
import type { Example } from './example.ts';

export interface ExampleTokens {
  /** Of the longest sequence that the trainer reads at once: what must fit into the model. */
  readonly longest: number;
  /** Of all sequences: two for a pair, each with the input. */
  readonly total: number;
  /** Of those, tokens of answers that are learned. */
  readonly learned: number;
}

export type CountText = (text: string) => number;

/**
 * Counts as OpenAI's cookbook does, "How to count tokens with tiktoken" and "Data preparation and analysis for chat model
 * fine-tuning": three tokens around each message, its role, content and name, one more for a name, and three that the
 * answer begins with; learned are the contents of answers. Calls and definitions of tools count as their JSON, and other
 * models than OpenAI's, whose chat templates differ, by the same sum: there it is some tokens a message off.
 */
export function countTokens(example: Example, count: CountText): ExampleTokens {
  const prompt = sum(example.prompt, (message) => messageTokens(message, count)) + toolTokens(example, count);
  const withAnswer = (answer: number) => prompt + answerTokens(count) + answer + primed;
  switch (example.kind) {
    case 'supervised': {
      const answer = count(example.answer);
      const earlier =
        example.trains === 'last' ? 0 : sum(example.prompt, (message) => spoken(message, count));
      return whole(withAnswer(answer), answer + earlier);
    }
    case 'preference': {
      const [chosen, rejected] = [count(example.chosen), count(example.rejected)];
      return {
        longest: withAnswer(Math.max(chosen, rejected)),
        total: withAnswer(chosen) + withAnswer(rejected),
        learned: chosen + rejected,
      };
    }
    case 'unpaired': {
      const answer = count(example.answer);
      return whole(withAnswer(answer), answer);
    }
    case 'stepwise': {
      const steps = sum(example.steps, ({ text }) => count(text));
      return whole(withAnswer(steps), steps);
    }
    case 'evaluation':
      return whole(withAnswer(count(example.ideal)), 0);
  }
}

/** Around each message, and where the answer begins. */
const around = 3;
const primed = 3;
const nameExtra = 1;

function messageTokens({ role, content, name, tool_calls: calls }: Message, count: CountText): number {
  return (
    around +
    count(role) +
    count(content) +
    (name === undefined ? 0 : count(name) + nameExtra) +
    (calls === undefined ? 0 : jsonTokens(calls, count))
  );
}

function answerTokens(count: CountText): number {
  return around + count('assistant');
}

/** What is learned of an earlier answer. */
function spoken({ role, content, tool_calls: calls }: Message, count: CountText): number {
  if (role !== 'assistant') return 0;
  return count(content) + (calls === undefined ? 0 : jsonTokens(calls, count));
}

function toolTokens(example: Example, count: CountText): number {
  return 'tools' in example && example.tools !== undefined ? jsonTokens(example.tools, count) : 0;
}

function jsonTokens(value: Json, count: CountText): number {
  return count(JSON.stringify(value));
}

function whole(total: number, learned: number): ExampleTokens {
  return { longest: total, total, learned };
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
