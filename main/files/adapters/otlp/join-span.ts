import type { Json } from '../../../../shared/domain/json.ts';
import type { LoggedEvent, Span } from './span.ts';

/** The span with the log events that were written in it; without its span, what the events tell of it. */
export function joinSpan(span: Span | undefined, events: readonly LoggedEvent[]): Span {
  if (span !== undefined)
    return events.length === 0 ? span : { ...span, events: [...span.events, ...events] };
  const [first] = events;
  const times = events.flatMap(({ atMs }) => (atMs === undefined ? [] : [atMs]));
  return {
    name: '',
    traceId: first?.traceId,
    spanId: first?.spanId,
    parentId: undefined,
    startMs: times.length === 0 ? undefined : times.reduce((one, other) => Math.min(one, other)),
    endMs: undefined,
    attributes: new Map(events.flatMap((event) => sharedAttributes(event))),
    events,
    rest: first?.rest ?? {},
  };
}

/** Attributes of a message event that say something of the whole call, such as `gen_ai.system`. */
function sharedAttributes({ attributes }: LoggedEvent): readonly (readonly [string, Json])[] {
  return [...attributes].filter(([key]) => key.startsWith('gen_ai.') && key !== 'gen_ai.event.content');
}
