import { isJsonList, isJsonObject, type Json } from '../../json.ts';
import { isSameText } from '../../text/is-same-text.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import type { Dialect } from './dialects.ts';
import { contentOf, listOf, roleOf } from './message-parts.ts';
import { validateMessages } from './validate-messages.ts';

/** The input of a row whose answers stand apart from it. */
export function validatePrompt(prompt: Json | undefined, dialect: Dialect): readonly RowFinding[] {
  if (!isJsonList(prompt) || prompt.length === 0) {
    return [rowError('missing_messages_list', 'The line has no input messages.')];
  }
  const findings = [...validateMessages(prompt, dialect)];
  const last = roleOf(prompt.at(-1) ?? null);
  if (last !== 'user' && last !== 'tool') {
    findings.push(
      rowError('prompt_not_ending_on_user', 'The input does not end with the user’s or a tool’s message.'),
    );
  }
  return findings;
}

export function validateAnswer(
  answer: Json | undefined,
  name: string,
  dialect: Dialect,
): readonly RowFinding[] {
  const list = listOf(answer);
  const [message = null] = list;
  if (list.length !== 1 || roleOf(message) !== 'assistant') {
    return [rowError('one_assistant_message', `${name} is not exactly one assistant’s message.`)];
  }
  const findings = [...validateMessages(list, dialect)];
  if (isEmptyAnswer(message)) findings.push(rowError('empty_content', `${name} is empty.`));
  return findings;
}

/** The two answers of a preference. */
export function validatePair(
  better: Json | undefined,
  worse: Json | undefined,
  dialect: Dialect,
): readonly RowFinding[] {
  const findings = [
    ...validateAnswer(better, 'The preferred answer', dialect),
    ...validateAnswer(worse, 'The other answer', dialect),
  ];
  const [a, b] = [contentOf(listOf(better)[0] ?? null), contentOf(listOf(worse)[0] ?? null)];
  if (a !== undefined && b !== undefined && isSameText(a, b)) {
    findings.push(rowError('identical_preference', 'Both answers are the same, apart from white space.'));
  }
  return findings;
}

export function isEmptyAnswer(message: Json): boolean {
  const hasCalls = isJsonObject(message) && listOf(message['tool_calls']).length > 0;
  return !hasCalls && contentOf(message)?.trim() === '';
}
