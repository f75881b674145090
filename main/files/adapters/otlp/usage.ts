import type { Json } from '../../../../shared/domain/json.ts';
import type { ArrivingSignal } from '../adapter.ts';
import type { Attributes } from './attributes.ts';

interface Measure {
  readonly name: string;
  readonly unit: string;
  /** Attribute and what its value is to be multiplied by. */
  readonly keys: readonly (readonly [string, number])[];
}

/** Conventions count seconds, the AI SDK milliseconds. */
const measures: readonly Measure[] = [
  measure('prompt_tokens', 'tokens', [
    'gen_ai.usage.input_tokens',
    'gen_ai.usage.prompt_tokens',
    'llm.token_count.prompt',
    'ai.usage.inputTokens',
    'ai.usage.promptTokens',
  ]),
  measure('completion_tokens', 'tokens', [
    'gen_ai.usage.output_tokens',
    'gen_ai.usage.completion_tokens',
    'llm.token_count.completion',
    'ai.usage.outputTokens',
    'ai.usage.completionTokens',
  ]),
  measure('total_tokens', 'tokens', [
    'gen_ai.usage.total_tokens',
    'llm.token_count.total',
    'llm.usage.total_tokens',
    'ai.usage.totalTokens',
  ]),
  measure('cost_usd', 'USD', ['llm.cost.total', 'gen_ai.usage.cost']),
  {
    name: 'time_to_first_token_ms',
    unit: 'ms',
    keys: [
      ['gen_ai.response.time_to_first_chunk', 1000],
      ['gen_ai.client.operation.time_to_first_chunk', 1000],
      ['ai.response.msToFirstChunk', 1],
    ],
  },
];

/** How long a call took, where its span has no start and end. */
const duration: Measure = {
  name: 'latency_ms',
  unit: 'ms',
  keys: [
    ['gen_ai.client.operation.duration', 1000],
    ['ai.response.msToFinish', 1],
  ],
};

function measure(name: string, unit: string, keys: readonly string[]): Measure {
  return { name, unit, keys: keys.map((key) => [key, 1] as const) };
}

export interface Usage {
  readonly signals: readonly ArrivingSignal[];
  /** The attributes that are in the signals. */
  readonly taken: readonly string[];
}

/** Tokens, cost and time to the first token; also how long the call took unless its span `isTimed`. */
export function readUsage(attributes: Attributes, isTimed: boolean): Usage {
  const wanted = isTimed ? measures : [duration, ...measures];
  const found = wanted.flatMap((wantedMeasure) => readMeasure(attributes, wantedMeasure));
  return {
    signals: found.map(({ signal }) => signal),
    taken: found.flatMap(({ taken }) => taken),
  };
}

function readMeasure(
  attributes: Attributes,
  { name, unit, keys }: Measure,
): readonly { readonly signal: ArrivingSignal; readonly taken: readonly string[] }[] {
  const values = keys.flatMap(([key, factor]) => {
    const number = numberOf(attributes.get(key));
    return number === undefined ? [] : [{ key, value: rounded(number * factor) }];
  });
  const [first] = values;
  if (first === undefined) return [];
  return [
    {
      signal: { kind: 'implicit', name, value: first.value, unit },
      taken: values.filter(({ value }) => value === first.value).map(({ key }) => key),
    },
  ];
}

/** Negative counts are how some tools write that they do not know. */
function numberOf(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** Takes off what floating point adds in 0.0012 * 1000. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
