import { merge, readEvaluation, type Feedback } from './feedback.ts';
import { responseId } from './read-ids.ts';
import type { LoggedEvent, Span } from './span.ts';
import { spanKey } from './span-key.ts';

/** Evaluations from log entries until the call that they name by its span or its response is read. */
export interface HeldEvaluations {
  /** False where it names no call, or where too many are held. */
  readonly add: (event: LoggedEvent) => boolean;
  readonly take: (call: Span) => Feedback;
  /** How many no call took. */
  readonly left: () => number;
}

interface Held {
  readonly feedback: Feedback;
  isTaken: boolean;
}

export function createHeldEvaluations(limit: number): HeldEvaluations {
  const held = new Map<string, Held[]>();
  let count = 0;
  return {
    add: (event) => {
      const keys = keysOf(event);
      if (keys.length === 0 || count >= limit) return false;
      const evaluation: Held = { feedback: readEvaluation(event), isTaken: false };
      for (const key of keys) {
        const others = held.get(key);
        if (others === undefined) held.set(key, [evaluation]);
        else others.push(evaluation);
      }
      count += 1;
      return true;
    },
    take: (call) => {
      const found: Feedback[] = [];
      for (const key of keysOf(call)) {
        for (const evaluation of held.get(key) ?? []) {
          if (evaluation.isTaken) continue;
          evaluation.isTaken = true;
          count -= 1;
          found.push(evaluation.feedback);
        }
        held.delete(key);
      }
      return merge(found);
    },
    left: () => count,
  };
}

function keysOf({ traceId, spanId, attributes }: Span | LoggedEvent): readonly string[] {
  const response = responseId(attributes);
  const span = spanKey(traceId, spanId);
  return [...(response === undefined ? [] : [`response ${response}`]), ...(span === undefined ? [] : [span])];
}
