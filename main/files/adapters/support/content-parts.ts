import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { field, textField } from './fields.ts';

/** What the content of a message holds, whichever provider's parts it is made of. */
export interface ContentParts {
  /** What a person reads. */
  readonly text: string;
  /** Thinking and reasoning, which is no part of the text. */
  readonly reasoning: string;
  /** In the form of the OpenAI chat format: `{id, type: 'function', function: {name, arguments}}`. */
  readonly toolCalls: readonly JsonObject[];
  readonly toolResults: readonly ToolResult[];
  /** Parts without text, such as images and citations. */
  readonly others: readonly Json[];
}

export interface ToolResult {
  readonly id: string | undefined;
  readonly text: string;
}

interface Gathered {
  readonly texts: string[];
  readonly reasonings: string[];
  readonly toolCalls: JsonObject[];
  readonly toolResults: ToolResult[];
  readonly others: Json[];
}

/** Reads the parts of OpenAI (chat and responses), Anthropic, Bedrock Converse, Gemini and the Vercel AI SDK. */
export function readParts(content: Json | undefined): ContentParts {
  const found: Gathered = { texts: [], reasonings: [], toolCalls: [], toolResults: [], others: [] };
  gather(content ?? null, found);
  const { texts, reasonings, ...parts } = found;
  // Parts are fragments of one text (providers split at citations and tool uses), so nothing goes between them.
  return { text: texts.join(''), reasoning: reasonings.join('\n\n'), ...parts };
}

/** A tool call in the form of the OpenAI chat format; arguments become JSON text. */
export function toolCall(id: string | undefined, name: string, args: Json | undefined): JsonObject {
  const text = typeof args === 'string' ? args : JSON.stringify(args ?? {});
  return { ...(id === undefined ? {} : { id }), type: 'function', function: { name, arguments: text } };
}

/** The text of a value that stands for one: text as it is, parts joined, anything else its JSON. */
export function plainText(value: Json | undefined): string {
  if (typeof value !== 'object') return value === undefined ? '' : String(value);
  if (value === null) return '';
  const { text, others } = readParts(value);
  return text !== '' || others.length === 0 ? text : JSON.stringify(value);
}

function gather(content: Json, found: Gathered): void {
  if (content === null) return;
  if (typeof content !== 'object') found.texts.push(String(content));
  else if (isJsonList(content)) gatherList(content, found);
  else if (isJsonObject(content)) gatherPart(content, found);
}

function gatherList(list: readonly Json[], found: Gathered): void {
  if (list.length > 1 && list.every((item) => typeof item === 'string')) found.texts.push(list.join('\n'));
  else for (const item of list) gather(item, found);
}

function gatherPart(part: JsonObject, found: Gathered): void {
  const type = textField(part, 'type') ?? '';
  if (/thinking|reasoning/.test(type) || Object.hasOwn(part, 'reasoningContent'))
    gatherReasoning(part, found);
  else if (typeof part['text'] === 'string') gatherText(part, part['text'], found);
  else if (type === 'refusal' && typeof part['refusal'] === 'string') found.texts.push(part['refusal']);
  else if (!gatherTool(part, type, found)) found.others.push(part);
}

function gatherText(part: JsonObject, text: string, found: Gathered): void {
  // Gemini marks its thoughts by a flag.
  if (part['thought'] === true) found.reasonings.push(text);
  else found.texts.push(text);
  const citations = field(part, 'citations', 'annotations');
  if (isJsonList(citations) && citations.length > 0) found.others.push({ citations });
}

function gatherReasoning(part: JsonObject, found: Gathered): void {
  const inner = field(part, 'thinking', 'text', 'reasoningContent', 'reasoning', 'summary', 'content');
  const nested = isJsonObject(inner ?? null) ? field(asObject(inner), 'text', 'reasoningText') : inner;
  const text = readParts(nested).text;
  if (text !== '') found.reasonings.push(text);
}

/** Takes a part that calls a tool or brings back what it gave; says whether it was one. */
function gatherTool(part: JsonObject, type: string, found: Gathered): boolean {
  const use = toolPart(
    part,
    type,
    ['tool_use', 'server_tool_use', 'tool-call', 'tool_call'],
    'toolUse',
    'functionCall',
  );
  if (use !== undefined) {
    const name = textField(use, 'name', 'toolName') ?? '';
    const id = textField(use, 'id', 'toolUseId', 'toolCallId');
    found.toolCalls.push(toolCall(id, name, field(use, 'input', 'args', 'arguments')));
    return true;
  }
  const results = ['tool_result', 'tool-result', 'tool_call_response'];
  const result = toolPart(part, type, results, 'toolResult', 'functionResponse');
  if (result === undefined) return false;
  const id = textField(result, 'tool_use_id', 'toolUseId', 'toolCallId', 'id');
  found.toolResults.push({
    id,
    text: plainText(field(result, 'content', 'result', 'output', 'response')),
  });
  return true;
}

function toolPart(
  part: JsonObject,
  type: string,
  types: readonly string[],
  ...members: readonly string[]
): JsonObject | undefined {
  if (types.includes(type)) return part;
  const inner = field(part, ...members);
  return isJsonObject(inner ?? null) ? asObject(inner) : undefined;
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
