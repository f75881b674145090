import type { JsonObject } from '../../../shared/domain/json.ts';
import { expandEach, type Adapter, type Expansion } from './adapter.ts';
import { bedrockReply, bedrockRequest } from './support/bedrock-body.ts';
import { callRow } from './support/call-row.ts';
import { column, field, numberField, objectField, openJson, textField, without } from './support/fields.ts';
import { tokenSignals } from './support/provider-body.ts';

export const bedrockAdapter: Adapter = {
  id: 'bedrock',
  title: 'AWS Bedrock invocation log',
  brings: 'interactions',
  fields: [
    {
      from: 'input.inputBodyJson',
      to: 'messages',
      note: 'Converse, Anthropic, Nova, Titan, Llama, Mistral, Cohere',
    },
    { from: 'output.outputBodyJson', to: 'output', note: 'streams are joined' },
    { from: 'requestId', to: 'external_id' },
    { from: 'the id in outputBodyJson', to: 'keys' },
    { from: 'requestMetadata.session_id or sessionId', to: 'session' },
    { from: 'identity.arn', to: 'user' },
    { from: 'modelId', to: 'model' },
    { from: 'timestamp', to: 'created_at' },
    { from: 'input.inputTokenCount', to: 'signal prompt_tokens' },
    { from: 'output.outputTokenCount', to: 'signal completion_tokens' },
    { from: 'outputBodyJson.metrics.latencyMs', to: 'signal latency_ms', note: 'Converse only' },
    { from: 'errorCode; bodies that were put into S3; embeddings', to: 'skipped' },
  ],
  recognises: (row) => {
    if (row['schemaType'] === 'ModelInvocationLog') return true;
    return ['modelId', 'operation', 'requestId', 'input'].every((name) => Object.hasOwn(row, name));
  },
  open: () => expandEach(expandLog),
};

function expandLog(row: JsonObject): Expansion {
  if (field(row, 'errorCode') !== undefined) return skip('a call that failed');
  const input = objectField(row, 'input');
  const output = objectField(row, 'output');
  const reply = bedrockReply(openJson(output['outputBodyJson']));
  if (reply === undefined) {
    const isElsewhere = field(output, 'outputBodyS3Path') !== undefined;
    return skip(isElsewhere ? 'a call whose text is in S3' : 'a call that writes no text');
  }
  const metadata = objectField(row, 'requestMetadata');
  const arriving = callRow(
    bedrockRequest(openJson(input['inputBodyJson'])),
    reply,
    {
      external_id: textField(row, 'requestId'),
      session: textField(metadata, 'session_id', 'sessionId'),
      user: textField(objectField(row, 'identity'), 'arn'),
      model: textField(row, 'modelId'),
      created_at: field(row, 'timestamp'),
      signals: tokenSignals({
        prompt: numberField(input, 'inputTokenCount'),
        completion: numberField(output, 'outputTokenCount'),
        total: undefined,
      }),
    },
    {
      ...without(row, ['requestId', 'modelId', 'timestamp', 'identity', 'input', 'output', 'schemaType']),
      ...column('input_body', without(input, ['inputBodyJson', 'inputTokenCount', 'inputContentType'])),
      ...column('output_body', without(output, ['outputBodyJson', 'outputTokenCount', 'outputContentType'])),
    },
  );
  return { rows: [arriving], skipped: [] };
}

function skip(reason: string): Expansion {
  return { rows: [], skipped: [reason] };
}
