import type { Item } from '../../../../shared/contract/item-operations.ts';

export type Message = Item['messages'][number];

/** Instructions that repeat on every interaction are read once, and what tools said is long; both open on demand. */
export function isCollapsible(message: Message): boolean {
  return message.role === 'system' || message.role === 'developer' || isToolResult(message);
}

export function isToolResult(message: Message): boolean {
  return message.role === 'tool' || message.role === 'function';
}

/**
 * Index of the turn that a conversation opens at: the last one of the user, which the output answers. Instructions
 * are folded to a line each, so where nothing else comes before, the conversation opens at its start (0).
 */
export function openingTurn(messages: readonly Message[]): number {
  const last = messages.findLastIndex((message) => message.role === 'user');
  return last > 0 && messages.slice(0, last).some((message) => !isCollapsible(message)) ? last : 0;
}
