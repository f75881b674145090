import type { JsonObject } from '../../../../shared/domain/json.ts';
import { numberField, objectField } from './fields.ts';

/** Counts of tokens under the names that signals have. */
export interface TokenCounts {
  readonly [name: string]: number | undefined;
  readonly prompt_tokens: number | undefined;
  readonly completion_tokens: number | undefined;
  readonly total_tokens: number | undefined;
}

const places = ['usage', 'usage_metadata', 'usageMetadata', 'token_usage', 'tokenUsage'] as const;

/** The tokens that a provider's response reports, in whichever of its members. */
export function recordedTokens(response: JsonObject): TokenCounts {
  const holders = [response, objectField(response, 'llm_output'), objectField(response, 'response_metadata')];
  for (const holder of holders) {
    for (const place of places) {
      const usage = objectField(holder, place);
      if (Object.keys(usage).length > 0) return tokenCounts(usage);
    }
  }
  return { prompt_tokens: undefined, completion_tokens: undefined, total_tokens: undefined };
}

/** Reads `{prompt_tokens, …}`, `{input_tokens, …}`, `{input, output, total}` and what Gemini and LangChain.js write. */
export function tokenCounts(usage: JsonObject): TokenCounts {
  return {
    prompt_tokens: numberField(
      usage,
      'prompt_tokens',
      'input_tokens',
      'promptTokenCount',
      'promptTokens',
      'input',
    ),
    completion_tokens: numberField(
      usage,
      'completion_tokens',
      'output_tokens',
      'candidatesTokenCount',
      'completionTokens',
      'output',
    ),
    total_tokens: numberField(usage, 'total_tokens', 'totalTokenCount', 'totalTokens', 'total'),
  };
}
