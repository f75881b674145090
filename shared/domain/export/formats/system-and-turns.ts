import type { Result } from '../../../result/result.ts';
import type { Message } from '../../message.ts';
import { skip, type SkippedRow } from '../row-finding.ts';

/** A conversation whose system prompt stands apart from it. */
export interface SystemAndTurns {
  readonly system: string | null;
  readonly turns: readonly { readonly side: 'user' | 'assistant'; readonly text: string }[];
}

/** Takes the system messages that a conversation begins with out of it. All text is well-formed. */
export function systemAndTurns(messages: readonly Message[]): Result<SystemAndTurns, SkippedRow> {
  const firstTurn = messages.findIndex((message) => !isSystem(message));
  const start = firstTurn < 0 ? messages.length : firstTurn;
  const rest = messages.slice(start);
  if (rest.some(isSystem)) return lateSystem;
  const turns: SystemAndTurns['turns'][number][] = [];
  for (const { role, content } of rest) {
    if (role !== 'user' && role !== 'assistant') return unknownRole(role);
    turns.push({ side: role, text: content.toWellFormed() });
  }
  const system = messages.slice(0, start).map(({ content }) => content.toWellFormed());
  return { ok: true, value: { system: system.length === 0 ? null : system.join('\n\n'), turns } };
}

function isSystem({ role }: Message): boolean {
  return role === 'system' || role === 'developer';
}

const lateSystem = skip('system_not_first', 'A system message comes after other messages.');

function unknownRole(role: string): ReturnType<typeof skip> {
  return skip(
    'unrecognized_role',
    `A message has the role ${JSON.stringify(role)}, which the format does not know.`,
  );
}
