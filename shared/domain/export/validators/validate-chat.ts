import { isJsonList, type JsonObject } from '../../json.ts';
import { rowError, rowWarning, type RowFinding } from '../row-finding.ts';
import type { Dialect } from './dialects.ts';
import { listOf, roleOf } from './message-parts.ts';
import { isEmptyAnswer } from './validate-answers.ts';
import { validateMessages } from './validate-messages.ts';

/** A conversation in `messages` that ends with the answer to learn. */
export function validateChat(row: JsonObject, dialect: Dialect): readonly RowFinding[] {
  const { messages } = row;
  if (!isJsonList(messages) || messages.length === 0) {
    return [rowError('missing_messages_list', 'The line has no list of messages.')];
  }
  const findings = [...validateMessages(messages, dialect)];
  const roles = messages.map(roleOf);
  if (!roles.includes('assistant')) {
    findings.push(rowError('example_missing_assistant_message', 'No message is the assistant’s.'));
  } else if (roles.at(-1) !== 'assistant') {
    findings.push(rowError('last_message_not_assistant', 'The last message is not the assistant’s.'));
  } else if (isEmptyAnswer(messages.at(-1) ?? null)) {
    findings.push(rowError('empty_content', 'The assistant’s last message is empty.'));
  }
  if (!roles.includes('user')) findings.push(rowWarning('missing_user_message', 'No message is the user’s.'));
  return findings;
}

/** What stands before the last message of a conversation. */
export function chatPromptOf(row: JsonObject): ReturnType<typeof listOf> {
  return listOf(row['messages']).slice(0, -1);
}
