import {
  isJsonList,
  isJsonObject,
  parseJson,
  type Json,
  type JsonObject,
} from '../../../../shared/domain/json.ts';
import { column, field, numberField, objectField, textField, without } from './fields.ts';

const eventTypes: ReadonlySet<unknown> = new Set([
  'message_start',
  'content_block_start',
  'content_block_delta',
  'content_block_stop',
  'message_delta',
  'message_stop',
]);

export function isAnthropicEvent(event: JsonObject): boolean {
  return eventTypes.has(event['type']);
}

/** The message that the same call would have returned without streaming. */
export function joinAnthropicEvents(events: readonly JsonObject[]): JsonObject {
  const blocks = new Map<number, Block>();
  for (const event of events) {
    const isStart = event['type'] === 'content_block_start';
    if (!isStart && event['type'] !== 'content_block_delta') continue;
    const index = numberField(event, 'index') ?? 0;
    const block = blocks.get(index) ?? newBlock();
    blocks.set(index, block);
    if (isStart) block.start = objectField(event, 'content_block');
    else addDelta(block, objectField(event, 'delta'));
  }
  const started = events.findLast(({ type }) => type === 'message_start') ?? {};
  const ended = events.findLast(({ type }) => type === 'message_delta') ?? {};
  const message = objectField(started, 'message');
  return {
    type: 'message',
    role: 'assistant',
    ...message,
    ...objectField(ended, 'delta'),
    content: [...blocks].toSorted(([a], [b]) => a - b).map(([, block]) => wholeBlock(block)),
    // The counts at the end are the sums; what they leave out was told at the start.
    usage: { ...objectField(message, 'usage'), ...objectField(ended, 'usage') },
  };
}

interface Block {
  start: JsonObject;
  readonly texts: string[];
  readonly thoughts: string[];
  readonly inputs: string[];
  readonly citations: Json[];
}

function newBlock(): Block {
  return { start: {}, texts: [], thoughts: [], inputs: [], citations: [] };
}

function addDelta(block: Block, delta: JsonObject): void {
  block.texts.push(textField(delta, 'text') ?? '');
  block.thoughts.push(textField(delta, 'thinking') ?? '');
  block.inputs.push(textField(delta, 'partial_json') ?? '');
  const citation = field(delta, 'citation');
  if (citation !== undefined) block.citations.push(citation);
}

function wholeBlock({ start, texts, thoughts, inputs, citations }: Block): JsonObject {
  const [text, thought, input] = [texts.join(''), thoughts.join(''), inputs.join('')];
  const opening = without(start, ['text', 'thinking', 'input', 'citations']);
  const before = field(start, 'citations');
  return {
    ...(text === '' ? {} : { type: 'text' }),
    ...(thought === '' ? {} : { type: 'thinking' }),
    ...opening,
    ...column('text', `${textField(start, 'text') ?? ''}${text}`),
    ...column('thinking', `${textField(start, 'thinking') ?? ''}${thought}`),
    ...column('citations', [...(isJsonList(before) ? before : []), ...citations]),
    ...(opening['type'] === 'tool_use' || opening['type'] === 'server_tool_use'
      ? { input: input === '' ? (start['input'] ?? {}) : argumentsOf(input) }
      : {}),
  };
}

/** Arguments that were cut off stay text. */
function argumentsOf(text: string): Json {
  try {
    const value = parseJson(text);
    return isJsonObject(value) ? value : text;
  } catch {
    return text;
  }
}
