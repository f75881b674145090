import type { Message } from '../../message.ts';

/**
 * A conversation as one text: of one message its text, of several each with its role before it. System prompts are
 * left out: the prompt that the text goes into has its own. Null where nothing else is there.
 */
export function conversationText(messages: readonly Message[]): string | null {
  const turns = messages.filter(({ role }) => role !== 'system' && role !== 'developer');
  const [first] = turns;
  if (first === undefined) return null;
  const text =
    turns.length === 1 ? first.content : turns.map(({ role, content }) => `${role}: ${content}`).join('\n\n');
  return text.toWellFormed();
}
