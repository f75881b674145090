import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { openAiMessages } from '../format-messages.ts';
import { rowError, type RowFinding, skip } from '../row-finding.ts';
import { dialects } from '../validators/dialects.ts';
import { calledTools, contentOf, listOf, roleOf } from '../validators/message-parts.ts';
import { chatPromptOf, validateChat } from '../validators/validate-chat.ts';
import { validateTools } from '../validators/validate-tools.ts';
import { answerOf } from './answer.ts';
import type { FormatOf } from './format.ts';
import { markAnswers } from './mark-answers.ts';

/** FORMATS A.7: mistral-finetune 1943535. */
export const mistral: FormatOf<'supervised'> = {
  name: 'Mistral',
  sentence:
    'Conversations by the rules of mistral-finetune: ids of tool calls have nine characters, and every tool is defined.',
  kind: 'supervised',
  write: ({ prompt, answer, trains, tools }) => {
    const messages = openAiMessages(prompt);
    if (messages.some((message) => calledTools(message).length > 0 && contentOf(message) !== undefined))
      return contentBesideCalls;
    const written = messages.map(shortenIds(new Map()));
    return {
      ok: true,
      value: {
        messages: [...(trains === 'last' ? markAnswers(written, { weight: 0 }) : written), answerOf(answer)],
        ...(tools === undefined ? {} : { tools }),
      },
    };
  },
  keys: ['messages', 'tools'],
  validate: (row) => {
    const messages = listOf(row['messages']);
    return [
      ...validateChat(row, dialects.mistral),
      ...validateTools(row, 'always'),
      ...validateIds(messages),
      ...validateOrder(messages),
    ];
  },
  promptOf: chatPromptOf,
};

const idLength = 9;

/** Gives each id of a call nine characters, in order of appearance; a message that calls has no content. */
function shortenIds(ids: Map<Json, string>): (message: JsonObject) => JsonObject {
  const short = (id: Json): string => {
    const known = ids.get(id) ?? `call${String(ids.size + 1).padStart(idLength - 4, '0')}`;
    ids.set(id, known);
    return known;
  };
  return (message) => {
    const { content = null, tool_calls: calls, tool_call_id: answered, ...rest } = message;
    return {
      ...rest,
      ...(calls === undefined ? { content } : {}),
      ...(calls === undefined
        ? {}
        : {
            tool_calls: listOf(calls).map((call) => withId(call, short)),
          }),
      ...(answered === undefined ? {} : { tool_call_id: short(answered) }),
    };
  };
}

function withId(call: Json, short: (id: Json) => string): Json {
  return isJsonObject(call) ? { ...call, id: short(call['id'] ?? null) } : call;
}

function validateIds(messages: readonly Json[]): readonly RowFinding[] {
  const ids = messages.flatMap((message) => {
    if (!isJsonObject(message)) return [];
    const made = listOf(message['tool_calls']).map((call) => (isJsonObject(call) ? call['id'] : undefined));
    return roleOf(message) === 'tool' ? [message['tool_call_id']] : made;
  });
  return ids.every(isShort)
    ? []
    : [rowError('tool_call_id', 'The id of a tool call does not have exactly nine letters or digits.')];
}

function isShort(id: Json | undefined): boolean {
  return typeof id === 'string' && /^[a-zA-Z0-9]{9}$/.test(id);
}

function validateOrder(messages: readonly Json[]): readonly RowFinding[] {
  const findings: RowFinding[] = [];
  if (messages.some((message) => isCall(message) && (contentOf(message) ?? '') !== ''))
    findings.push(contentBesideCalls.finding);
  const isWrong = messages.some((message, at) => {
    const before = messages[at - 1];
    const isTool = roleOf(message) === 'tool';
    if (isCall(before)) return !isTool;
    if (roleOf(before ?? null) === 'tool') return !isTool && roleOf(message) !== 'assistant';
    return isTool;
  });
  if (isWrong || isCall(messages.at(-1)))
    findings.push(
      rowError('tool_order', 'A call of a tool is not followed by its answer and then the assistant.'),
    );
  return findings;
}

function isCall(message: Json | undefined): boolean {
  return calledTools(message ?? null).length > 0;
}

const beside = 'A message of the assistant calls tools and has text beside the calls.';

const contentBesideCalls = {
  ...skip('content_beside_tool_calls', beside),
  finding: rowError('content_beside_tool_calls', beside),
};
