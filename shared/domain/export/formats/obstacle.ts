import type { Message } from '../../message.ts';
import type { SupervisedExample } from '../example.ts';
import { skip } from '../row-finding.ts';

/** What a format can say. */
export interface Abilities {
  /** Calls of tools and their answers. */
  readonly tools: boolean;
  /** Which of several answers are learned. */
  readonly masks: boolean;
}

/** Why a format with these abilities cannot write an example; null where it can. */
export function obstacle(
  { prompt, trains }: Pick<SupervisedExample, 'prompt' | 'trains'>,
  { tools, masks }: Abilities,
): ReturnType<typeof skip> | null {
  if (!tools && prompt.some(usesTools)) return noTools;
  return !masks && trains === 'last' && prompt.some(({ role }) => role === 'assistant') ? cannotMask : null;
}

function usesTools({ role, tool_calls: calls }: Message): boolean {
  return calls !== undefined || role === 'tool' || role === 'function';
}

const noTools = skip('tools_not_supported', 'The conversation calls tools, which the format cannot hold.');

const cannotMask = skip(
  'cannot_mask_turns',
  'The format learns from every answer of a conversation, and this one has earlier answers.',
);
