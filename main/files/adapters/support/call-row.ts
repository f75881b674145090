import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingRow } from '../adapter.ts';
import { arrivingRow, type ArrivingColumns } from './arriving-row.ts';
import { column } from './fields.ts';
import type { ProviderReply, ProviderRequest } from './provider-body.ts';
import { preferLast } from './signals.ts';

/**
 * The row of a call from its answer and, where it was logged, its request. `known` is what the log around them tells;
 * it goes before what the bodies say, and its signals replace theirs of the same name.
 */
export function callRow(
  request: ProviderRequest | undefined,
  reply: ProviderReply,
  known: Omit<ArrivingColumns, 'output' | 'messages'> = {},
  rest: JsonObject = {},
): ArrivingRow {
  const asked = request ?? reply.request;
  const model = known.model ?? reply.model ?? asked?.model;
  return arrivingRow(
    {
      output: reply.output,
      messages: asked?.messages.length === 0 ? undefined : asked?.messages,
      external_id: known.external_id ?? reply.id,
      user: known.user ?? asked?.user,
      session: known.session ?? asked?.session,
      prompt_version: known.prompt_version ?? asked?.promptVersion,
      created_at: known.created_at ?? reply.createdAt,
      model,
      keys: [...(known.keys ?? []), reply.id],
      edits: known.edits,
      labels: known.labels,
      signals: preferLast([...reply.signals, ...(known.signals ?? [])]),
    },
    {
      ...asked?.rest,
      ...reply.rest,
      ...column('request_model', asked?.model === model ? undefined : asked?.model),
      ...rest,
    },
  );
}
