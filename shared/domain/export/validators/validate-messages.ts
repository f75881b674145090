import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { rowError, rowWarning, type RowFinding } from '../row-finding.ts';
import type { Dialect } from './dialects.ts';

/** Checks a list of messages by the rules both sides of a row share. */
export function validateMessages(messages: readonly Json[], dialect: Dialect): readonly RowFinding[] {
  const findings = messages.flatMap((message, at) => validateMessage(message, at + 1, dialect));
  const objects = messages.filter(isJsonObject);
  if (objects.some((message, at) => at > 0 && message['role'] === 'system')) {
    findings.push({
      rule: 'system_not_first',
      level: dialect.lateSystem,
      message: 'A system message comes after other messages.',
    });
  }
  if (objects.some((message, at) => isRepeatedRole(objects[at - 1], message))) {
    findings.push({
      rule: 'roles_not_alternating',
      level: dialect.repeatedRole,
      message: 'Two messages of the same role follow each other; strict trainers refuse that.',
    });
  }
  return dialect.hasCallIds ? [...findings, ...validateCallIds(objects)] : findings;
}

function validateMessage(message: Json, number: number, dialect: Dialect): RowFinding[] {
  if (!isJsonObject(message)) return [rowError('data_type', `Message ${number} is not an object.`)];
  const findings: RowFinding[] = [];
  const { role } = message;
  if (role === undefined || !(Object.hasOwn(message, 'content') || hasCalls(message))) {
    findings.push(rowError('message_missing_key', `Message ${number} has no role or no content.`));
  }
  if (role !== undefined && !dialect.roles.has(role)) {
    findings.push(
      rowError(
        'unrecognized_role',
        `Message ${number} has the role ${JSON.stringify(role)}, which the format does not know.`,
      ),
    );
  }
  const extra = Object.keys(message).find((key) => !dialect.keys.has(key));
  if (extra !== undefined)
    findings.push(rowError('message_unrecognized_key', `Message ${number} has the key "${extra}".`));
  return [
    ...findings,
    ...validateContent(message, number, dialect),
    ...validateMark(message, number, dialect),
    ...validateCalls(message, number, dialect),
  ];
}

function validateContent(message: JsonObject, number: number, dialect: Dialect): readonly RowFinding[] {
  const { content = null, role } = message;
  if (content === null && hasCalls(message)) return [];
  if (typeof content !== 'string' && !isJsonList(content)) {
    return [rowError('missing_content', `Message ${number} has no text.`)];
  }
  if (isJsonList(content) && !content.every((part) => isPart(part, dialect)))
    return [rowError('content_parts', `Message ${number} has a part that the format does not know.`)];
  const isEmpty = isJsonList(content) ? content.length === 0 : !/\S/u.test(content);
  // An empty answer is an error of its own, raised where the answer is known.
  return isEmpty && role !== 'assistant' ? [rowWarning('empty_content', `Message ${number} is empty.`)] : [];
}

function validateMark(message: JsonObject, number: number, { mark }: Dialect): readonly RowFinding[] {
  const value = mark === null ? undefined : message[mark.key];
  if (mark === null || value === undefined) return [];
  const isValid = mark.values.includes(value) && message['role'] === 'assistant';
  const values = mark.values.map(String).join(' or ');
  return isValid
    ? []
    : [
        rowError(
          'weight',
          `Message ${number} has a ${mark.key} that is not ${values}, or is not the assistant’s.`,
        ),
      ];
}

function validateCalls(message: JsonObject, number: number, dialect: Dialect): readonly RowFinding[] {
  const calls = message['tool_calls'];
  if (calls === undefined) return [];
  const isCall = (call: Json): boolean => {
    const fn = isJsonObject(call) ? call['function'] : undefined;
    if (!isJsonObject(fn) || typeof fn['name'] !== 'string' || fn['name'] === '') return false;
    return dialect.arguments === 'text' ? typeof fn['arguments'] === 'string' : isJsonObject(fn['arguments']);
  };
  if (isJsonList(calls) && calls.length > 0 && calls.every(isCall)) return [];
  return [
    rowError(
      'tool_calls',
      `Message ${number} has tool calls without a name or with arguments of the wrong kind.`,
    ),
  ];
}

/** Every tool's answer names a call that was made before it. */
function validateCallIds(messages: readonly JsonObject[]): readonly RowFinding[] {
  const made = new Set<Json>();
  for (const message of messages) {
    const calls = message['tool_calls'];
    if (isJsonList(calls)) for (const call of calls) if (isJsonObject(call)) made.add(call['id'] ?? null);
    const id = message['tool_call_id'];
    if (message['role'] === 'tool' && (typeof id !== 'string' || !made.has(id))) {
      return [rowError('tool_call_id', 'A tool’s message answers no call made before it.')];
    }
  }
  return [];
}

function isRepeatedRole(before: JsonObject | undefined, message: JsonObject): boolean {
  const { role } = message;
  return before?.['role'] === role && (role === 'user' || role === 'assistant');
}

function isPart(part: Json, { parts }: Dialect): boolean {
  if (!isJsonObject(part) || !parts.has(part['type'])) return false;
  return part['type'] !== 'text' || typeof part['text'] === 'string';
}

function hasCalls(message: JsonObject): boolean {
  return message['tool_calls'] !== undefined || message['function_call'] !== undefined;
}
