import type { ArrivingRow } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import type { BoundedContext } from '../support/bounded-context.ts';
import { column, field, numberField, objectField, textField, without } from '../support/fields.ts';
import { knownTime, withoutTime } from '../support/known-time.ts';
import { measured } from '../support/signals.ts';
import { replyText, type Reply } from './reply.ts';

const entryNames = ['type', 'message', 'uuid', 'sessionId', 'costUSD', 'durationMs', 'userType'];

export function replyRow(reply: Reply, { messages, leftOut }: BoundedContext): ArrivingRow {
  const { first, last } = reply;
  const message = objectField(last, 'message');
  const usage = objectField(message, 'usage');
  const keys = reply.uuids.flatMap((uuid) => (typeof uuid === 'string' ? [uuid] : []));
  return arrivingRow(
    {
      output: replyText(reply),
      messages,
      external_id: reply.id === '' ? undefined : reply.id,
      keys: [...keys, textField(first, 'requestId')],
      session: textField(first, 'sessionId'),
      model: textField(message, 'model'),
      created_at: knownTime(first, 'timestamp'),
      signals: measured({
        prompt_tokens: numberField(usage, 'input_tokens'),
        completion_tokens: numberField(usage, 'output_tokens'),
        cost_usd: numberField(last, 'costUSD'),
        latency_ms: numberField(last, 'durationMs'),
      }),
    },
    {
      ...withoutTime(first, 'timestamp', entryNames),
      ...column('tool_calls', reply.toolCalls),
      ...column('reasoning', reply.reasonings.join('\n\n')),
      ...column('stop_reason', field(message, 'stop_reason')),
      ...column('usage', without(usage, ['input_tokens', 'output_tokens'])),
      ...(leftOut === 0 ? {} : { earlier_messages_left_out: leftOut }),
    },
  );
}
