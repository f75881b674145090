import type { JsonObject } from '../../../../shared/domain/json.ts';
import { usualEventFold, type EventFold } from '../../../../shared/domain/mapping/event-fold.ts';
import type { Adapter, ArrivingRow, Expander, Expansion, FieldNote } from '../adapter.ts';
import { addToFolded, finishFolded, openFolded, type FoldedInteraction } from './folded-interaction.ts';
import { compileEvents, type LoggedEvent } from './logged-event.ts';
import { OpenInteractions } from './open-interactions.ts';

/** Folds a log of events, one a row, into interactions, as `fold` says; see docs/event-folds.md. */
export function createEventLogAdapter(fold: EventFold): Adapter {
  const read = compileEvents(fold);
  return {
    id: 'event-log',
    title: 'Event log (shown, edited, sent, ...)',
    brings: 'interactions',
    fields: fieldsOf(fold),
    recognises: (row) => isEvent(read(row)),
    open: () => openEventLog(fold, read),
  };
}

const usual = createEventLogAdapter(usualEventFold);

/** The fold of the usual names. They are words of many logs, so that it also wants a time or a column for events. */
export const eventLogAdapter: Adapter = {
  ...usual,
  recognises: (row) => (hasEventColumn(row) || hasTime(row)) && usual.recognises(row),
};

function hasEventColumn(row: JsonObject): boolean {
  return ['event', 'event_name', 'eventName', 'event_type', 'eventType'].some((name) =>
    Object.hasOwn(row, name),
  );
}

function hasTime(row: JsonObject): boolean {
  return usualEventFold.columns.time.some((name) => Object.hasOwn(row, name));
}

/** A row that tells an action together with the output it was about is a whole interaction and needs no fold. */
function isEvent(event: LoggedEvent): boolean {
  if (event.interaction === undefined && event.session === undefined) return false;
  switch (event.kind) {
    case undefined:
      return false;
    case 'shown':
      return event.output !== undefined;
    case 'edited':
    case 'sent':
      return !event.hasOwnOutput;
    default:
      return !event.hasText;
  }
}

function openEventLog(fold: EventFold, read: (row: JsonObject) => LoggedEvent): Expander {
  const open = new OpenInteractions();

  const finish = (interactions: readonly FoldedInteraction[], isFollowed = false): readonly ArrivingRow[] =>
    interactions.map((interaction) => {
      open.remove(interaction);
      return finishFolded(interaction, isFollowed);
    });

  const show = (event: LoggedEvent, output: string): Expansion => {
    const before = open.find(event);
    const followed =
      event.interaction === undefined && before?.shown.interaction === undefined ? before : undefined;
    const rows = followed === undefined ? [] : finish([followed], true);
    open.add(openFolded(event, output));
    const oldest = open.size > fold.maxOpen ? open.oldest() : undefined;
    return { rows: oldest === undefined ? rows : [...rows, ...finish([oldest])], skipped: [] };
  };

  const push = (row: JsonObject): Expansion => {
    const event = read(row);
    if (event.kind === undefined) return skip('an event of a kind that the fold does not know');
    if (event.kind === 'ended') return { rows: finish(open.ofSession(event.session)), skipped: [] };
    const known = open.find(event);
    const isShownAgain = known !== undefined && event.interaction !== undefined;
    if (event.kind === 'shown' && !isShownAgain) {
      if (event.output === undefined || event.output === '') return skip('a shown event without a text');
      return show(event, event.output);
    }
    if (known === undefined) return skip('an event about an interaction that was not shown');
    addToFolded(known, event, fold.idleCapMs);
    return { rows: [], skipped: [] };
  };

  return { push, end: () => ({ rows: finish(open.all()), skipped: [] }) };
}

function skip(reason: string): Expansion {
  return { rows: [], skipped: [reason] };
}

function fieldsOf({ columns, events }: EventFold): readonly FieldNote[] {
  return [
    ...fieldNote(columns.output, ' of shown', 'output'),
    ...fieldNote(columns.input, ' of shown', 'messages'),
    ...fieldNote(columns.model, ' of shown', 'model'),
    ...fieldNote(columns.interaction, '', 'external_id'),
    ...fieldNote(columns.session, '', 'session'),
    ...fieldNote(columns.user, '', 'user'),
    ...fieldNote(columns.time, ' of shown', 'created_at'),
    ...fieldNote(columns.edit, ' of edited and sent', 'edits', 'the last text, where it is not the output'),
    ...fieldNote(
      columns.event,
      '',
      'signal action',
      'each action once; ignored where the next output of the session came without one',
    ),
    ...fieldNote(columns.time, ' of shown and the first action', 'signal time_to_action_ms'),
    ...fieldNote(columns.time, ' of all but rated', 'signal dwell_ms', 'pauses are capped'),
    ...fieldNote(columns.rating, ' of rated', 'signal rating or thumbs'),
    ...fieldNote(columns.comment, ' of rated', 'signal comment'),
    ...fieldNote(
      Object.values(events).flat(),
      '',
      'events',
      'what else the later events hold; after 200 they are counted in events_left_out',
    ),
  ];
}

function fieldNote(names: readonly string[], where: string, to: string, note?: string): readonly FieldNote[] {
  if (names.length === 0) return [];
  return [{ from: names.join(' | ') + where, to, ...(note === undefined ? {} : { note }) }];
}
