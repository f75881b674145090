import type { Json } from '../../../../shared/domain/json.ts';
import type { Message } from '../../../../shared/domain/message.ts';
import type { ArrivingRow, ArrivingSignal } from '../adapter.ts';
import { aiSdkDialect } from './ai-sdk-dialect.ts';
import type { Dialect, Output } from './content.ts';
import { evaluationEvent, merge, readAnnotations, readEvaluation, type Feedback } from './feedback.ts';
import { genaiDialect, isAttributeEvent } from './genai-dialect.ts';
import { openinferenceDialect } from './openinference-dialect.ts';
import { readIds } from './read-ids.ts';
import type { Span } from './span.ts';
import { readUsage } from './usage.ts';

const dialects: readonly Dialect[] = [aiSdkDialect, genaiDialect, openinferenceDialect];

/** What the AI wrote; undefined where the span does not say it, which is how most tools log by default. */
export function readOutput(span: Span): Output | undefined {
  const whole = withEventAttributes(span);
  return firstOf((dialect) => dialect.readOutput(whole));
}

/** What evaluations and annotations on the span itself say. */
export function readFeedback(span: Span): Feedback {
  const events = span.events.filter(({ name }) => name === evaluationEvent);
  return merge([readAnnotations(span.attributes), ...events.map(readEvaluation)]);
}

/** The row of a span that has an output. `feedback` is what came from elsewhere in the file. */
export function readCall(given: Span, feedback: Feedback): ArrivingRow | undefined {
  const span = withEventAttributes(given);
  const output = firstOf((dialect) => dialect.readOutput(span));
  if (output === undefined) return undefined;
  const input = firstOf((dialect) => dialect.readInput(span));
  const all = merge([readFeedback(span), feedback]);
  const timing = latency(span);
  const usage = readUsage(span.attributes, timing.length > 0);
  const ids = readIds(span);
  const taken = new Set([
    ...output.taken,
    ...(input?.taken ?? []),
    ...all.taken,
    ...usage.taken,
    ...ids.taken,
  ]);
  // A final text that is the output says that nothing was changed: its action tells that it was used.
  const edits = all.edits.filter(({ text }) => text !== output.text);
  const signals = [...timing, ...usage.signals, ...all.signals];
  const columns: ArrivingRow = {
    output: output.text,
    messages: (input?.messages ?? []).map(messageColumn),
    ...(output.finishReason === undefined ? {} : { finish_reason: output.finishReason }),
    ...ids.columns,
    ...(span.startMs === undefined ? {} : { created_at: new Date(span.startMs).toISOString() }),
    ...(signals.length === 0 ? {} : { signals }),
    ...(all.labels.length === 0 ? {} : { labels: all.labels }),
    ...(edits.length === 0 ? {} : { edits }),
  };
  return { ...restOf(span, taken), ...columns };
}

function messageColumn(message: Message): Json {
  return { ...message };
}

function firstOf<T>(read: (dialect: Dialect) => T | undefined): T | undefined {
  for (const dialect of dialects) {
    const found = read(dialect);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withEventAttributes(span: Span): Span {
  const events = span.events.filter(({ name }) => isAttributeEvent(name));
  if (events.length === 0) return span;
  const own = events.flatMap(({ attributes }) => Array.from(attributes));
  return { ...span, attributes: new Map([...own, ...span.attributes]) };
}

/** From start to end. */
function latency({ startMs, endMs }: Span): readonly ArrivingSignal[] {
  if (startMs === undefined || endMs === undefined || endMs < startMs) return [];
  const value = Math.round((endMs - startMs) * 1000) / 1000;
  return [{ kind: 'implicit', name: 'latency_ms', value, unit: 'ms' }];
}

/** Columns of an arriving row, and of the span itself, are not for attributes of the same name. */
const reserved = new Set(
  (
    'output messages external_id keys session user model prompt_version created_at edits signals labels ' +
    'input system finish_reason name parentSpanId events kind status links traceState resource scope'
  ).split(' '),
);

function restOf(span: Span, taken: ReadonlySet<string>): { readonly [key: string]: Json } {
  const events = span.events.filter(
    ({ name }) => !taken.has(name) && !isAttributeEvent(name) && name !== evaluationEvent,
  );
  return Object.fromEntries<Json>([
    ...[...span.attributes]
      .filter(([key]) => !taken.has(key))
      .map(([key, value]) => [reserved.has(key) ? `attributes.${key}` : key, value] as const),
    ...Object.entries(span.rest),
    ...(span.name === '' ? [] : [['name', span.name] as const]),
    ...(span.parentId === undefined ? [] : [['parentSpanId', span.parentId] as const]),
    ...(events.length === 0 ? [] : [['events', events.map(eventColumn)] as const]),
  ]);
}

function eventColumn({ name, atMs, attributes, body }: Span['events'][number]): Json {
  return {
    name,
    ...(atMs === undefined ? {} : { at: new Date(atMs).toISOString() }),
    ...(attributes.size === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    ...(body === null ? {} : { body }),
  };
}
