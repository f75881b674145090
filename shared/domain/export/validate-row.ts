import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isSameText } from '../text/is-same-text.ts';
import { findTextDefect } from '../text/text-defect.ts';
import type { ExportFormat } from './recipe.ts';
import { rowError, rowWarning, type RowFinding } from './row-finding.ts';
import { validateMessages } from './validate-messages.ts';

/**
 * Checks one row of an export against its format: the rules of OpenAI's data preparation notebook and of Together's
 * and Azure's checkers, under their names where they have one.
 */
export function validateRow(format: ExportFormat, row: Json): readonly RowFinding[] {
  if (!isJsonObject(row)) return [rowError('data_type', 'The line is not an object.')];
  const findings = [...validateKeys(row, topKeys[format]), ...validators[format](row)];
  if (findTextDefect(row) !== 'none') {
    findings.push(rowError('damaged_text', 'A text holds a NUL character or half a surrogate pair.'));
  }
  return findings;
}

/** The messages a model is given before it answers, for finding rows that ask the same. */
export function promptOf(format: ExportFormat, row: JsonObject): readonly Json[] {
  if (format === 'openai-chat') return listOf(row['messages']).slice(0, -1);
  if (format !== 'openai-dpo') return listOf(row['prompt']);
  const { input } = row;
  return isJsonObject(input) ? listOf(input['messages']) : [];
}

const topKeys: Readonly<Record<ExportFormat, readonly string[]>> = {
  'openai-chat': ['messages', 'tools', 'parallel_tool_calls'],
  'openai-dpo': ['input', 'preferred_output', 'non_preferred_output'],
  'trl-prompt-completion': ['prompt', 'completion', 'tools'],
  'trl-preference': ['prompt', 'chosen', 'rejected', 'tools'],
};

const validators: Readonly<Record<ExportFormat, (row: JsonObject) => readonly RowFinding[]>> = {
  'openai-chat': validateChat,
  'openai-dpo': (row) => {
    const { input } = row;
    const messages = isJsonObject(input) ? input['messages'] : undefined;
    return [
      ...(isJsonObject(input) ? validateKeys(input, ['messages', 'tools', 'parallel_tool_calls']) : []),
      ...validatePrompt(messages, 'openai'),
      ...validatePair(row['preferred_output'], row['non_preferred_output'], 'openai'),
    ];
  },
  'trl-prompt-completion': (row) => [
    ...validatePrompt(row['prompt'], 'trl'),
    ...validateAnswer(row['completion'], 'completion', 'trl'),
  ],
  'trl-preference': (row) => [
    ...validatePrompt(row['prompt'], 'trl'),
    ...validatePair(row['chosen'], row['rejected'], 'trl'),
  ],
};

function validateKeys(object: JsonObject, allowed: readonly string[]): readonly RowFinding[] {
  const extra = Object.keys(object).filter((key) => !allowed.includes(key));
  return extra.map((key) => rowError('unrecognized_key', `"${key}" is not a key of the format.`));
}

function validateChat(row: JsonObject): readonly RowFinding[] {
  const messages = row['messages'];
  if (!isJsonList(messages) || messages.length === 0) {
    return [rowError('missing_messages_list', 'The line has no list of messages.')];
  }
  const findings = [...validateMessages(messages, 'openai')];
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

type Dialect = 'openai' | 'trl';

function validatePrompt(prompt: Json | undefined, dialect: Dialect): readonly RowFinding[] {
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

function validateAnswer(answer: Json | undefined, name: string, dialect: Dialect): readonly RowFinding[] {
  const list = listOf(answer);
  const [message = null] = list;
  if (list.length !== 1 || roleOf(message) !== 'assistant') {
    return [rowError('one_assistant_message', `${name} is not exactly one assistant’s message.`)];
  }
  const findings = [...validateMessages(list, dialect)];
  if (isEmptyAnswer(message)) findings.push(rowError('empty_content', `${name} is empty.`));
  return findings;
}

function validatePair(
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

function isEmptyAnswer(message: Json): boolean {
  const hasCalls =
    isJsonObject(message) && isJsonList(message['tool_calls']) && message['tool_calls'].length > 0;
  return !hasCalls && contentOf(message)?.trim() === '';
}

function contentOf(message: Json): string | undefined {
  const content = isJsonObject(message) ? message['content'] : undefined;
  return typeof content === 'string' ? content : undefined;
}

function roleOf(message: Json): Json | undefined {
  return isJsonObject(message) ? message['role'] : undefined;
}

function listOf(value: Json | undefined): readonly Json[] {
  return isJsonList(value) ? value : [];
}
