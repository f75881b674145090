import { outputSignal } from '../plan-signal.ts';
import type { PlannedEvent } from '../planned-events.ts';
import { literal } from './code-text.ts';
import { evaluationsOf, wordScores } from './evaluations.ts';
import { eventTypes, examples, key } from './typescript.ts';

/**
 * TypeScript that tells the plan's events by OpenTelemetry: outputs as spans of the GenAI conventions, what people did as
 * events `gen_ai.evaluation.result`. Needs @opentelemetry/api and @opentelemetry/api-logs, and an SDK that is set up.
 */
export function typescriptOtelText(events: readonly PlannedEvent[]): string {
  const shown = events.filter(({ signals }) => signals.includes(outputSignal)).map(({ event }) => event);
  return `import { type Attributes, SpanKind, trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';

${eventTypes(events)}
interface Evaluation {
  name: string;
  label?: string;
  field?: string;
  text?: 'label' | 'explanation';
}

/** Events that tell of an output itself. */
const shown = new Set<string>([${shown.map(literal).join(', ')}]);

/** What the other events say of an output. */
const evaluations: Record<keyof Events, Evaluation[]> = {
${events.map((event) => `  ${key(event.event)}: ${literal(evaluationsOf(event))},`).join('\n')}
};

const scores: Record<string, number> = ${JSON.stringify(wordScores)};

/** Tells an event: an output as a span, anything else as evaluations of the output that it names. */
export function emit<Name extends keyof Events>(event: Name, fields: Events[Name]): void {
  const given: Record<string, string | number | boolean | undefined> = { ...fields };
  const at = typeof given['at'] === 'string' ? new Date(given['at']) : new Date();
  if (shown.has(event)) {
    const span = trace.getTracer('flywheel-plan').startSpan(\`chat \${given['model'] ?? ''}\`.trim(), {
      kind: SpanKind.CLIENT,
      startTime: at,
      attributes: { 'gen_ai.operation.name': 'chat', ...attributesOf(given) },
    });
    span.end(at);
    return;
  }
  const logger = logs.getLogger('flywheel-plan');
  for (const evaluation of evaluations[event]) {
    const result = resultOf(evaluation, given);
    if (result === undefined) continue;
    const attributes = { 'gen_ai.evaluation.name': evaluation.name, ...result, ...attributesOf(given) };
    logger.emit({ eventName: 'gen_ai.evaluation.result', timestamp: at, attributes });
  }
}

function resultOf(
  { label, field, text }: Evaluation,
  given: Record<string, string | number | boolean | undefined>,
): Attributes | undefined {
  if (label !== undefined) return { 'gen_ai.evaluation.score.label': label };
  const value = field === undefined ? undefined : given[field];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return { 'gen_ai.evaluation.score.value': Number(value) };
  if (text === 'explanation') return { 'gen_ai.evaluation.explanation': value };
  const score = scores[value];
  return {
    ...(score === undefined ? {} : { 'gen_ai.evaluation.score.value': score }),
    'gen_ai.evaluation.score.label': value,
  };
}

/** Fields under the names of the conventions where there is one, the others under their own. */
function attributesOf(given: Record<string, string | number | boolean | undefined>): Attributes {
  const { interaction_id, session_id, user_id, model, input, output, at, ...others } = given;
  return {
    ...others,
    'gen_ai.response.id': interaction_id,
    'gen_ai.conversation.id': session_id,
    'user.id': user_id,
    'gen_ai.request.model': model,
    'gen_ai.input.messages': input === undefined ? undefined : messages('user', String(input)),
    'gen_ai.output.messages': output === undefined ? undefined : messages('assistant', String(output)),
  };
}

function messages(role: string, content: string): string {
  const finish = role === 'assistant' ? { finish_reason: 'stop' } : {};
  return JSON.stringify([{ role, parts: [{ type: 'text', content }], ...finish }]);
}

${examples(events)}`;
}
