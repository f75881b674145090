import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingSignal } from '../adapter.ts';
import { column } from './fields.ts';
import { measured } from './signals.ts';

/** What the body of a request to a model says. */
export interface ProviderRequest {
  readonly messages: readonly JsonObject[];
  readonly model: string | undefined;
  readonly user: string | undefined;
  readonly session: string | undefined;
  readonly promptVersion: string | undefined;
  /** Parameters, tool definitions and what else there is, under the provider's own names. */
  readonly rest: JsonObject;
}

/** What the body of a model's answer says. */
export interface ProviderReply {
  /** Empty where the model only called tools; those are in `rest` under `tool_calls`. */
  readonly output: string;
  readonly id: string | undefined;
  readonly model: string | undefined;
  readonly createdAt: Json | undefined;
  /** What a Responses body repeats of its request. */
  readonly request?: ProviderRequest;
  /** Token counts, and times where the body tells them. */
  readonly signals: readonly ArrivingSignal[];
  readonly rest: JsonObject;
}

export interface TokenCounts {
  readonly prompt: number | undefined;
  readonly completion: number | undefined;
  readonly total: number | undefined;
}

export function tokenSignals({ prompt, completion, total }: TokenCounts): readonly ArrivingSignal[] {
  return measured({ prompt_tokens: prompt, completion_tokens: completion, total_tokens: total });
}

/** The columns of what an answer holds beside its text. */
export function answerColumns(parts: {
  readonly toolCalls: readonly JsonObject[];
  readonly reasoning: string;
  readonly others: readonly Json[];
}): JsonObject {
  return {
    ...column('tool_calls', parts.toolCalls),
    ...column('reasoning', parts.reasoning),
    ...column('other_content', parts.others),
  };
}
