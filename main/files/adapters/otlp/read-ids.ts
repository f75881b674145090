import type { Json } from '../../../../shared/domain/json.ts';
import type { ArrivingRow } from '../adapter.ts';
import { textOf, type Attributes } from './attributes.ts';
import type { Span } from './span.ts';

const idKeys = {
  session: [
    'gen_ai.conversation.id',
    'session.id',
    'ai.telemetry.metadata.sessionId',
    'ai.settings.context.sessionId',
    'traceloop.association.properties.session_id',
  ],
  user: [
    'user.id',
    'enduser.id',
    'ai.telemetry.metadata.userId',
    'ai.settings.context.userId',
    'traceloop.association.properties.user_id',
  ],
  model: [
    'gen_ai.response.model',
    'llm.response.model_name',
    'ai.response.model',
    'llm.model_name',
    'gen_ai.request.model',
    'llm.request.model_name',
    'ai.model.id',
  ],
  prompt_version: ['llm.prompt_template.version'],
  response: ['gen_ai.response.id', 'llm.response.id', 'ai.response.id'],
} as const;

/** The id by which the model's provider knows the answer; evaluations name it. */
export function responseId(attributes: Attributes): string | undefined {
  return firstText(attributes, idKeys.response)?.text;
}

/** Columns that name a call, and the attributes they came from. */
export function readIds(span: Span): { readonly columns: ArrivingRow; readonly taken: readonly string[] } {
  const { attributes, traceId, spanId } = span;
  const response = firstText(attributes, idKeys.response);
  const columns: Record<string, string> = {};
  const taken: string[] = [...(response?.taken ?? [])];
  for (const name of ['session', 'user', 'model', 'prompt_version'] as const) {
    const found = firstText(attributes, idKeys[name]);
    if (found === undefined) continue;
    columns[name] = found.text;
    taken.push(...found.taken);
  }
  const own = spanId ?? response?.text;
  const keys = [traceId, response?.text].filter((key) => key !== undefined).filter((key) => key !== own);
  return {
    columns: {
      ...columns,
      ...(own === undefined ? {} : { external_id: own }),
      ...(keys.length === 0 ? {} : { keys }),
    },
    taken,
  };
}

/** The first of the names that holds a text or number, with the others that repeat it. */
function firstText(
  attributes: Attributes,
  names: readonly string[],
): { readonly text: string; readonly taken: readonly string[] } | undefined {
  const text = names.map((name) => idText(attributes.get(name))).find((found) => found !== undefined);
  if (text === undefined) return undefined;
  return { text, taken: names.filter((name) => idText(attributes.get(name)) === text) };
}

function idText(value: Json | undefined): string | undefined {
  return typeof value === 'number' ? String(value) : textOf(value);
}
