import type { Json } from './json.ts';

/**
 * One turn of an interaction's input, in the shape every chat format shares. `content` is the text a person
 * reads; tool calls keep the wire names of the OpenAI chat format, because that is the format they leave in.
 */
export interface Message {
  readonly role: string;
  readonly content: string;
  readonly name?: string;
  readonly tool_calls?: Json;
  readonly tool_call_id?: string;
}
