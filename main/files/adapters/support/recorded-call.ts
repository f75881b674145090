import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { column } from './fields.ts';
import { readRecordedInput } from './recorded-input.ts';
import { readRecordedOutput } from './recorded-output.ts';

/** A call as tracing tools record it: any form of input beside any form of output. */
export interface RecordedCall {
  readonly output: string;
  readonly messages: readonly JsonObject[];
  /** What came with the output's text, such as a provider's usage and id. */
  readonly response: JsonObject;
  /** Columns for what is neither conversation nor text. */
  readonly rest: JsonObject;
}

/** Undefined where the call left nothing. */
export function readRecordedCall(
  recordedInput: Json | undefined,
  recordedOutput: Json | undefined,
): RecordedCall | undefined {
  const output = readRecordedOutput(recordedOutput);
  if (output === undefined) return undefined;
  const input = readRecordedInput(recordedInput);
  const isWithoutSystem =
    output.system !== undefined && !input.messages.some((turn) => turn['role'] === 'system');
  return {
    output: output.text,
    messages: isWithoutSystem
      ? [{ role: 'system', content: output.system }, ...input.messages]
      : input.messages,
    response: output.rest,
    rest: {
      ...output.columns,
      ...column('input_parameters', input.rest),
      ...column('output_details', output.rest),
    },
  };
}
