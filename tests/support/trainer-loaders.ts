import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../shared/domain/json.ts';
import type { ExportFormat } from '../../shared/domain/export/recipe.ts';

/**
 * How trainers load rows, told again from their code: each gives how many rows its trainer would learn from, and throws where it
 * would. They share nothing with the formats and their validators.
 */
export type Loader = (rows: readonly JsonObject[], entry: JsonObject) => number;

/** By format; `entry` is that of dataset_info.json for the file, where there is one. */
export const trainerLoaders: Readonly<Partial<Record<ExportFormat, Loader>>> = {
  'openai-chat': cookbookChat,
  'trl-prompt-completion': trl,
  'trl-messages': trl,
  'trl-preference': trl,
  'trl-kto': trl,
  'trl-reward': trl,
  'trl-stepwise': trlSteps,
  'llama-factory': llamaFactory,
  'llama-factory-preference': llamaFactory,
  axolotl,
  'axolotl-spans': axolotl,
  'ms-swift': msSwift,
};

/** The checks of "Data preparation and analysis for chat model fine-tuning", OpenAI's cookbook. */
function cookbookChat(rows: readonly JsonObject[]): number {
  const known = new Set(['role', 'content', 'name', 'function_call', 'weight', 'tool_calls', 'tool_call_id']);
  const roles = new Set(['system', 'user', 'assistant', 'function', 'tool']);
  for (const { messages } of rows) {
    const list = objectsOf(messages);
    need(list.length > 0, 'missing_messages_list');
    for (const message of list) {
      need('role' in message && 'content' in message, 'message_missing_key');
      need(
        Object.keys(message).every((key) => known.has(key)),
        'message_unrecognized_key',
      );
      need(roles.has(textOf(message['role'])), 'unrecognized_role');
      const called = message['tool_calls'] !== undefined || message['function_call'] !== undefined;
      need(
        called || (typeof message['content'] === 'string' && message['content'] !== ''),
        'missing_content',
      );
    }
    need(
      list.some(({ role }) => role === 'assistant'),
      'example_missing_assistant_message',
    );
  }
  return rows.length;
}

/** huggingface/trl f2cd577, trl/data_utils.py: apply_chat_template. */
function trl(rows: readonly JsonObject[]): number {
  const kinds = [
    'messages',
    'prompt,completion',
    'prompt,chosen,rejected',
    'chosen,rejected',
    'prompt,completion,label',
  ];
  const supported = new Set(['messages', 'prompt', 'completion', 'chosen', 'rejected', 'label']);
  for (const row of rows) {
    const keys = Object.keys(row).filter((key) => supported.has(key));
    need(
      kinds.some((kind) => kind.split(',').toSorted().join() === keys.toSorted().join()),
      `Invalid keys in the example: ${keys.join()}`,
    );
    for (const key of keys.filter((one) => one !== 'label')) {
      const [first] = objectsOf(row[key]);
      need(first !== undefined && 'role' in first, `${key} is not conversational`);
    }
    if (row['prompt'] !== undefined) {
      const role = textOf(objectsOf(row['prompt']).at(-1)?.['role']);
      need(['user', 'tool', 'assistant'].includes(role), `Invalid role in the last message: ${role}`);
    }
    if ('label' in row) need(typeof row['label'] === 'boolean', 'label');
  }
  return rows.length;
}

/** huggingface/trl f2cd577, trl/experimental/prm/prm_trainer.py: tokenize_row zips completions and labels strictly. */
function trlSteps(rows: readonly JsonObject[]): number {
  for (const { prompt, completions, labels } of rows) {
    need(typeof prompt === 'string', 'prompt');
    const [steps, marks] = [listOf(completions), listOf(labels)];
    need(steps.length > 0 && steps.every((step) => typeof step === 'string'), 'completions');
    need(marks.length === steps.length && marks.every((mark) => typeof mark === 'boolean'), 'labels');
  }
  return rows.length;
}

/** hiyouga/LLaMA-Factory ff6d4d1, src/llamafactory/data/{parser,converter}.py: rows that are not skipped. */
function llamaFactory(rows: readonly JsonObject[], entry: JsonObject): number {
  need(entry['formatting'] === 'sharegpt', 'formatting');
  const columns = objectOf(entry['columns']);
  const tags = objectOf(entry['tags']);
  const tag = (name: string, usual: string) => textOf(tags[name] ?? usual);
  const [roleTag, contentTag] = [tag('role_tag', 'from'), tag('content_tag', 'value')];
  const odd = [tag('user_tag', 'human'), tag('observation_tag', 'observation')];
  const even = [tag('assistant_tag', 'gpt'), tag('function_tag', 'function_call')];
  const systemTag = tag('system_tag', 'system');
  const ranking = entry['ranking'] === true;
  const isKept = (row: JsonObject): boolean => {
    const all = objectsOf(row[textOf(columns['messages'] ?? 'conversations')]);
    const turns = all[0]?.[roleTag] === systemTag ? all.slice(1) : all;
    for (const [at, turn] of turns.entries()) {
      if (!(at % 2 === 0 ? odd : even).includes(textOf(turn[roleTag]))) return false;
      need(typeof turn[contentTag] === 'string', 'content');
    }
    if ((turns.length % 2 === 0) === ranking) return false;
    if (!ranking) return turns.length > 0;
    return ['chosen', 'rejected'].every((key) => {
      const answer = objectOf(row[textOf(columns[key])]);
      return even.includes(textOf(answer[roleTag])) && typeof answer[contentTag] === 'string';
    });
  };
  return rows.filter(isKept).length;
}

/**
 * axolotl-ai-cloud/axolotl 067b021, src/axolotl/prompt_strategies/chat_template.py, with message_field_training: train and
 * message_field_training_detail: train_detail: rows with a turn to train on. Of a span that is one character at the end of a
 * token it learns nothing, so that few rows may have nothing but the end of their turn.
 */
function axolotl(rows: readonly JsonObject[]): number {
  let withoutTokens = 0;
  const trained = rows.filter(({ messages }) => {
    const list = objectsOf(messages);
    need(list.length > 0 && list.every((message) => textOf(message['role']) !== ''), 'messages');
    const turns = list.filter(isTrained);
    if (
      turns.every(
        ({ content, train_detail: detail }) =>
          detail !== undefined && learnedTokens(textOf(content), objectsOf(detail)) === 0,
      )
    )
      withoutTokens += 1;
    return turns.length > 0;
  });
  need(withoutTokens <= rows.length / 10, `nothing is learned from ${withoutTokens} of ${rows.length} rows`);
  return trained.length;
}

function isTrained({ role, content, train, train_detail: detail }: JsonObject): boolean {
  if (train !== undefined && train !== null) return train === true;
  if (detail === undefined) return role === 'assistant';
  need(typeof content === 'string', 'train_detail is not supported when content is not a string');
  return objectsOf(detail).length > 0;
}

/** get_offsets_for_train_detail: the tokens of each span, whose borders snap to those of tokens as adjust_train_details does it. */
function learnedTokens(text: string, spans: readonly JsonObject[]): number {
  const tokens = tokensOf(text);
  return spans.reduce((learned, { begin_offset: begin, end_offset: end, train }) => {
    need(typeof begin === 'number' && typeof end === 'number' && typeof train === 'boolean', 'span');
    const [start, stop] = [Number(begin), Number(end)];
    need(start <= stop && stop <= (tokens.at(-1)?.end ?? -1), 'the span does not lie in the text');
    const next = tokens.findIndex((token) => token.start >= start);
    const from = next === -1 ? tokens.length : next;
    const first = (tokens[from - 1]?.end ?? -1) > start ? from - 1 : from;
    const to = tokens.findLastIndex((token) => token.end <= stop);
    const last = (tokens[to + 1]?.start ?? Infinity) < stop ? to + 1 : to;
    return train === true && first <= last ? learned + last - first + 1 : learned;
  }, 0);
}

/** Words with the space before them, by code points, as byte-pair encoders divide texts at the least. */
function tokensOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const tokens: { start: number; end: number }[] = [];
  let at = 0;
  for (const piece of text.match(/\s*[\p{L}\p{N}]+|\s*[^\p{L}\p{N}\s]|\s+/gu) ?? []) {
    const length = Array.from(piece).length;
    tokens.push({ start: at, end: at + length - 1 });
    at += length;
  }
  return tokens;
}

/** modelscope/ms-swift 3602360, swift/dataset/preprocessor/core.py: MessagesPreprocessor and _check_messages. */
function msSwift(rows: readonly JsonObject[]): number {
  const roles = new Set(['system', 'user', 'tool_call', 'tool_response', 'tool', 'assistant']);
  for (const { messages } of rows) {
    const list = objectsOf(messages);
    need(list.length > 0, 'messages');
    for (const message of list) {
      const called = listOf(message['tool_calls']).length > 0;
      need(roles.has(textOf(message['role'])), `message: ${JSON.stringify(message)}`);
      need(called || typeof message['content'] === 'string', `message: ${JSON.stringify(message)}`);
      const { loss } = message;
      need(loss === undefined || typeof loss === 'boolean', 'loss');
    }
  }
  return rows.length;
}

function need(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

function listOf(value: Json | undefined): readonly Json[] {
  return value !== undefined && isJsonList(value) ? value : [];
}

function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isJsonObject);
}

function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
