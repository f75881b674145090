import type { ArrivingRow, Expansion } from '../adapter.ts';
import { evaluationEvent, isEmpty, merge } from './feedback.ts';
import { isContentEvent } from './genai-dialect.ts';
import { createHeldEvaluations } from './held-evaluations.ts';
import { joinSpan } from './join-span.ts';
import { readCall, readFeedback, readOutput } from './read-call.ts';
import { sizeOf } from './size-of.ts';
import { spanKey } from './span-key.ts';
import type { LoggedEvent, Span } from './span.ts';
import { kindOfSpan, type SpanKind } from './span-kind.ts';

export interface WindowLimits {
  /** What is held back, in characters of its texts. */
  readonly heldChars: number;
  readonly heldCalls: number;
  /** Traces that are known to hold a call. */
  readonly traces: number;
  /** Evaluations whose call has not left the window. */
  readonly evaluations: number;
}

const defaultLimits: WindowLimits = {
  heldChars: 32 * 2 ** 20,
  heldCalls: 20_000,
  traces: 200_000,
  evaluations: 20_000,
};

/**
 * Joins what one file says of a call in several places: its span, the log events written in it, evaluations that name
 * it. Calls leave in the order they came, at the file's end or when more came than may be held.
 */
export interface CallWindow {
  readonly addSpan: (span: Span) => void;
  readonly addEvent: (event: LoggedEvent) => void;
  /** What has left the window since the last time; all of it where `isEnd`. */
  readonly take: (isEnd: boolean) => Expansion;
}

interface Held {
  span: Span | undefined;
  kind: SpanKind | undefined;
  readonly events: LoggedEvent[];
  chars: number;
}

export function createCallWindow(limits: WindowLimits = defaultLimits): CallWindow {
  const held = new Map<string, Held>();
  const inside = new Set<string>();
  const evaluations = createHeldEvaluations(limits.evaluations);
  let heldChars = 0;
  let unnamed = 0;
  let rows: ArrivingRow[] = [];
  let skipped: string[] = [];

  const holdAt = (key: string | undefined): Held => {
    const known = key === undefined ? undefined : held.get(key);
    if (known !== undefined) return known;
    unnamed += 1;
    const fresh: Held = { span: undefined, kind: undefined, events: [], chars: 0 };
    held.set(key ?? `unnamed ${unnamed}`, fresh);
    return fresh;
  };

  const grow = (entry: Held, added: Span | LoggedEvent): void => {
    const chars = sizeOf(added);
    entry.chars += chars;
    heldChars += chars;
  };

  const noteCall = (names: readonly string[]): void => {
    for (const name of names) {
      inside.delete(name);
      inside.add(name);
    }
    while (inside.size > limits.traces) inside.delete(inside.values().next().value ?? '');
  };

  const finish = ({ span: given, events }: Held): void => {
    const span = joinSpan(given, events);
    const kind = kindOfSpan(span);
    if (kind.kind === 'other') {
      skipped.push(kind.reason);
      return;
    }
    const feedback = evaluations.take(span);
    const isJudged = !isEmpty(merge([readFeedback(span), feedback]));
    const isRepeated = kind.kind === 'around' && kind.inside.some((name) => inside.has(name));
    if (isRepeated && !isJudged) {
      skipped.push('a span around AI calls that are rows of their own');
      return;
    }
    const row = readCall(span, feedback);
    if (row === undefined) skipped.push(noOutput);
    else rows.push(row);
  };

  return {
    addSpan: (span) => {
      const kind = kindOfSpan(span);
      if (kind.kind === 'other') {
        skipped.push(kind.reason);
        if (!isEmpty(readFeedback(span))) skipped.push('feedback on a span that is no AI call');
        return;
      }
      const key = spanKey(span.traceId, span.spanId);
      const entry = holdAt(key !== undefined && held.get(key)?.span !== undefined ? undefined : key);
      entry.span = span;
      entry.kind = kind;
      grow(entry, span);
      if (kind.kind === 'call' && readOutput(joinSpan(span, entry.events)) !== undefined)
        noteCall(kind.inside);
    },
    addEvent: (event) => {
      if (event.name === evaluationEvent) {
        if (!evaluations.add(event)) skipped.push(lostEvaluation);
        return;
      }
      if (!isContentEvent(event)) {
        skipped.push('a log entry that is no AI event');
        return;
      }
      const entry = holdAt(spanKey(event.traceId, event.spanId));
      entry.events.push(event);
      grow(entry, event);
      const alone = joinSpan(undefined, [event]);
      const kind = entry.kind ?? kindOfSpan(alone);
      if (kind.kind === 'call' && readOutput(alone) !== undefined) noteCall(kind.inside);
    },
    take: (isEnd) => {
      for (const [key, entry] of held) {
        if (!isEnd && heldChars <= limits.heldChars && held.size <= limits.heldCalls) break;
        held.delete(key);
        heldChars -= entry.chars;
        finish(entry);
      }
      if (isEnd) skipped.push(...Array.from({ length: evaluations.left() }, () => lostEvaluation));
      const taken = { rows, skipped };
      rows = [];
      skipped = [];
      return taken;
    },
  };
}

const noOutput = 'an AI call without the text of its output';
const lostEvaluation = 'an evaluation of a call that is not in the file';
