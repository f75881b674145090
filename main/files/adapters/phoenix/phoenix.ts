import type { Adapter, Expander } from '../adapter.ts';
import { createCallWindow } from '../otlp/call-window.ts';
import type { JsonObject } from '../../../../shared/domain/json.ts';
import { objectsField } from '../support/fields.ts';
import { isPhoenixSpan, openPhoenixSpan } from './open-span.ts';

/** Spans of Phoenix's own exports; what it exports as OTLP is read by the adapter otlp. */
export const phoenixAdapter: Adapter = {
  id: 'phoenix',
  title: 'Phoenix spans',
  brings: 'interactions',
  fields: [
    {
      from: 'attributes.llm.input_messages',
      to: 'messages',
      note: 'else input.value; flat, nested or JSON text',
    },
    { from: 'attributes.llm.output_messages', to: 'output', note: 'else output.value' },
    { from: 'context.span_id', to: 'external_id' },
    { from: 'context.trace_id', to: 'keys' },
    { from: 'attributes.session.id', to: 'session' },
    { from: 'attributes.user.id', to: 'user' },
    { from: 'attributes.llm.model_name', to: 'model', note: 'llm.response.model_name goes before it' },
    { from: 'attributes.llm.prompt_template.version', to: 'prompt_version' },
    { from: 'start_time', to: 'created_at' },
    { from: 'end_time − start_time', to: 'signal latency_ms' },
    { from: 'attributes.llm.token_count.prompt', to: 'signal prompt_tokens' },
    { from: 'attributes.llm.token_count.completion', to: 'signal completion_tokens' },
    { from: 'attributes.llm.token_count.total', to: 'signal total_tokens' },
    {
      from: 'attributes.annotations.N.annotation',
      to: 'signals and labels',
      note: 'also evaluations.N.evaluation',
    },
    { from: 'id', to: 'column phoenix_id' },
    { from: 'span_kind', to: 'skipped', note: 'unless LLM, or the root of a trace without any' },
  ],
  recognises: (row) => spansOf(row).some(isPhoenixSpan),
  open: openPhoenix,
};

/** A page of the REST interface holds its spans under `data`. */
function spansOf(row: JsonObject): readonly JsonObject[] {
  return Array.isArray(row['data']) && Object.hasOwn(row, 'next_cursor') ? objectsField(row, 'data') : [row];
}

function openPhoenix(): Expander {
  const calls = createCallWindow();
  return {
    push: (row) => {
      const spans = spansOf(row);
      const known = spans.filter(isPhoenixSpan);
      for (const span of known) calls.addSpan(openPhoenixSpan(span));
      const { rows, skipped } = calls.take(false);
      const strange = Array.from({ length: spans.length - known.length }, () => 'an entry that is no span');
      return { rows, skipped: [...skipped, ...strange] };
    },
    end: () => calls.take(true),
  };
}
