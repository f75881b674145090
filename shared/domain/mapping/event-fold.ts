import { z } from 'zod';
import { parsePath } from './path.ts';

/** What an event can mean. `shown` starts an interaction, `ended` ends a session, the others tell what was done. */
export const eventKinds = [
  'shown',
  'accepted',
  'edited',
  'sent',
  'discarded',
  'regenerated',
  'copied',
  'rated',
  'ended',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Paths of columns, best first: of each row the first that holds something counts. */
const columns = z.array(z.string().refine((text) => parsePath(text).ok, 'is not a path')).default([]);

/** Names as the log writes them; case, spaces and hyphens make no difference. */
const names = z.array(z.string().min(1)).default([]);

/** How a log of events, one a row, becomes interactions: plain data, explained in docs/event-folds.md. */
export const eventFoldSchema = z.object({
  columns: z.object({
    event: columns,
    /** Which interaction the event is about. Without it, the newest of its session. */
    interaction: columns,
    session: columns,
    time: columns,
    output: columns,
    /** The text a person left: read from edited and sent events. */
    edit: columns,
    input: columns,
    user: columns,
    model: columns,
    rating: columns,
    comment: columns,
  }),
  events: z.object({
    shown: names,
    accepted: names,
    edited: names,
    sent: names,
    discarded: names,
    regenerated: names,
    copied: names,
    rated: names,
    ended: names,
  }),
  /** A longer pause between two events counts as this long: nobody was looking. */
  idleCapMs: z.number().positive().default(60_000),
  /** How many interactions are kept open for later events; then the oldest is finished. */
  maxOpen: z.int().min(1).max(100_000).default(1000),
});

export type EventFold = z.infer<typeof eventFoldSchema>;

export type EventColumn = keyof EventFold['columns'];

/** The names that logs usually have. */
export const usualEventFold: EventFold = eventFoldSchema.parse({
  columns: {
    event: ['event', 'event_name', 'eventName', 'event_type', 'eventType', 'type', 'name', 'action'],
    interaction: [
      'interaction_id',
      'interactionId',
      'suggestion_id',
      'suggestionId',
      'completion_id',
      'completionId',
      'generation_id',
      'message_id',
      'request_id',
      'id',
    ],
    session: ['session_id', 'sessionId', 'session', 'conversation_id', 'thread_id'],
    time: ['timestamp', 'time', 'ts', 'created_at', 'event_time', 'at'],
    output: ['output', 'suggestion', 'completion', 'response', 'text', 'content'],
    edit: ['edit', 'edited_text', 'final_text', 'new_text', 'text', 'content'],
    input: ['input', 'prompt', 'question', 'query'],
    user: ['user_id', 'userId', 'user'],
    model: ['model'],
    rating: ['rating', 'score', 'thumbs', 'value', 'feedback'],
    comment: ['comment', 'note'],
  },
  events: {
    shown: ['shown', 'suggested', 'displayed'],
    accepted: ['accepted', 'inserted'],
    edited: ['edited'],
    sent: ['sent'],
    discarded: ['discarded', 'dismissed', 'rejected'],
    regenerated: ['regenerated'],
    copied: ['copied'],
    rated: ['rated'],
    ended: ['session_end', 'session_ended'],
  },
});
