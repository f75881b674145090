/** How messages differ from one reader to another. */
export interface Dialect {
  readonly roles: ReadonlySet<unknown>;
  readonly keys: ReadonlySet<string>;
  /** Types of the parts that content may be made of instead of being text. */
  readonly parts: ReadonlySet<unknown>;
  /** Arguments of tool calls: JSON as text, or an object. */
  readonly arguments: 'text' | 'object';
  /** Whether tool calls have ids, which the tools' answers name. */
  readonly hasCallIds: boolean;
  /** The key that says which of the assistant's messages are learned, and its values. */
  readonly mark: { readonly key: string; readonly values: readonly unknown[] } | null;
  /** What messages of one role in a row are to the reader. */
  readonly repeatedRole: 'error' | 'warning';
  /** What a system message after others is to the reader. */
  readonly lateSystem: 'error' | 'warning';
}

const chatRoles = new Set(['system', 'user', 'assistant', 'tool', 'function']);
const weight = { key: 'weight', values: [0, 1] };

const openAi: Dialect = {
  roles: chatRoles,
  keys: new Set([
    'role',
    'content',
    'name',
    'tool_calls',
    'tool_call_id',
    'weight',
    'refusal',
    'function_call',
  ]),
  parts: new Set(['text', 'image_url', 'refusal']),
  arguments: 'text',
  hasCallIds: true,
  mark: weight,
  repeatedRole: 'warning',
  lateSystem: 'warning',
};

const trl: Dialect = {
  roles: chatRoles,
  keys: new Set(['role', 'content', 'name', 'tool_calls']),
  parts: new Set(['text', 'image', 'video', 'audio']),
  arguments: 'object',
  hasCallIds: false,
  mark: null,
  repeatedRole: 'warning',
  lateSystem: 'warning',
};

const textOnly: Dialect = {
  ...openAi,
  roles: new Set(['system', 'user', 'assistant']),
  keys: new Set(['role', 'content', 'name', 'weight']),
};

export const dialects = {
  openAi,
  trl,
  /** Reinforcement: OpenAI's, with the developer's role. */
  rft: { ...openAi, roles: new Set(['system', 'developer', 'user', 'assistant', 'tool']), mark: null },
  together: { ...textOnly, repeatedRole: 'error', lateSystem: 'error' },
  fireworks: { ...textOnly, lateSystem: 'error' },
  mistral: {
    ...openAi,
    roles: new Set(['system', 'user', 'assistant', 'tool']),
    keys: new Set(['role', 'content', 'name', 'tool_calls', 'tool_call_id', 'weight']),
  },
  axolotl: {
    ...trl,
    keys: new Set(['role', 'content', 'name', 'tool_calls', 'tool_call_id', 'train', 'train_detail']),
    mark: { key: 'train', values: [true, false] },
  },
  swift: {
    ...openAi,
    keys: new Set(['role', 'content', 'name', 'tool_calls', 'tool_call_id', 'loss', 'loss_scale']),
    mark: { key: 'loss', values: [true, false] },
  },
} as const satisfies Record<string, Dialect>;
