import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { toolCall } from './content-parts.ts';
import { column, field, numberField, objectField, objectsField, textField, without } from './fields.ts';

/** Whether an event is a piece of a streamed chat completion or completion. */
export function isOpenaiChunk(event: JsonObject): boolean {
  const object = event['object'];
  if (object === 'chat.completion.chunk') return true;
  return object === 'text_completion' && Array.isArray(event['choices']);
}

/** The body that the same call would have returned without streaming. */
export function joinOpenaiChunks(chunks: readonly JsonObject[]): JsonObject {
  const choices = new Map<number, Choice>();
  for (const chunk of chunks) {
    for (const piece of objectsField(chunk, 'choices')) {
      const index = numberField(piece, 'index') ?? 0;
      const choice = choices.get(index) ?? newChoice();
      choices.set(index, choice);
      addPiece(choice, piece);
    }
  }
  const isChat = chunks.some((chunk) => chunk['object'] === 'chat.completion.chunk');
  return {
    ...lastOfEach(chunks),
    object: isChat ? 'chat.completion' : 'text_completion',
    choices: [...choices].toSorted(([a], [b]) => a - b).map(([index, choice]) => wholeChoice(index, choice)),
  };
}

/** What stands beside the choices is repeated in each chunk; the counts come in the last one. */
function lastOfEach(chunks: readonly JsonObject[]): JsonObject {
  const names = ['choices', 'object', 'obfuscation'];
  return Object.fromEntries(chunks.flatMap((chunk) => Object.entries(without(chunk, names))));
}

interface Choice {
  readonly texts: string[];
  readonly refusals: string[];
  readonly reasonings: string[];
  readonly calls: Map<number, Call>;
  finishReason: Json | undefined;
}

interface Call {
  id: string | undefined;
  name: string;
  readonly args: string[];
}

function newChoice(): Choice {
  return { texts: [], refusals: [], reasonings: [], calls: new Map(), finishReason: undefined };
}

function addPiece(choice: Choice, piece: JsonObject): void {
  const delta = objectField(piece, 'delta');
  choice.texts.push(textField(delta, 'content') ?? textField(piece, 'text') ?? '');
  choice.refusals.push(textField(delta, 'refusal') ?? '');
  choice.reasonings.push(textField(delta, 'reasoning_content', 'reasoning') ?? '');
  choice.finishReason = field(piece, 'finish_reason') ?? choice.finishReason;
  for (const part of objectsField(delta, 'tool_calls')) addCall(choice.calls, part);
}

function addCall(calls: Map<number, Call>, part: JsonObject): void {
  const index = numberField(part, 'index') ?? 0;
  const call = calls.get(index) ?? { id: undefined, name: '', args: [] };
  calls.set(index, call);
  const fn = objectField(part, 'function');
  call.id ??= textField(part, 'id');
  call.name += textField(fn, 'name') ?? '';
  call.args.push(textField(fn, 'arguments') ?? '');
}

function wholeChoice(index: number, choice: Choice): JsonObject {
  const calls = [...choice.calls.values()].map(({ id, name, args }) => toolCall(id, name, args.join('')));
  return {
    index,
    message: {
      role: 'assistant',
      content: choice.texts.join(''),
      ...column('refusal', choice.refusals.join('')),
      ...column('reasoning_content', choice.reasonings.join('')),
      ...column('tool_calls', calls),
    },
    ...column('finish_reason', choice.finishReason),
  };
}
