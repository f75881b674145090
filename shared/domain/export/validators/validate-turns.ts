import { rowError, rowWarning, type RowFinding } from '../row-finding.ts';

/** One turn of a conversation, whatever its readers call the two sides. */
export interface Turn {
  readonly side: 'user' | 'assistant';
  /** Its text; null where it holds something else, such as an image. */
  readonly text: string | null;
}

/** Turns that end with the answer to learn, by readers that may want the two sides in turn, the user first. */
export function validateTurns(
  turns: readonly Turn[],
  { alternate }: { readonly alternate: 'error' | 'warning' },
): readonly RowFinding[] {
  const findings: RowFinding[] = [];
  const last = turns.at(-1);
  if (!turns.some(({ side }) => side === 'assistant')) {
    findings.push(rowError('example_missing_assistant_message', 'No message is the assistant’s.'));
  } else if (last?.side !== 'assistant') {
    findings.push(rowError('last_message_not_assistant', 'The last message is not the assistant’s.'));
  } else if (last.text?.trim() === '') {
    findings.push(rowError('empty_content', 'The assistant’s last message is empty.'));
  }
  if (!turns.some(({ side }) => side === 'user'))
    findings.push(rowWarning('missing_user_message', 'No message is the user’s.'));
  if (turns.slice(0, -1).some(({ text }) => text?.trim() === ''))
    findings.push(rowWarning('empty_content', 'A message of the input is empty.'));
  if (turns.some(({ side }, at) => side === (turns[at - 1]?.side ?? 'assistant')))
    findings.push({
      rule: 'roles_not_alternating',
      level: alternate,
      message: 'The messages of the user and the assistant do not alternate, the user’s first.',
    });
  return findings;
}
