import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { EventKind } from '../../../../shared/domain/mapping/event-fold.ts';
import type { MappedSignal } from '../../../../shared/domain/mapping/mapped-row.ts';
import { readSignals, type SignalColumn } from '../../../../shared/domain/mapping/read-signals.ts';
import type { ArrivingRow, ArrivingSignal } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { column } from '../support/fields.ts';
import { implicit } from './implicit.ts';
import type { LoggedEvent } from './logged-event.ts';

/** Later events of one interaction beyond this are counted, not kept. */
const maxEvents = 200;

/** What the events of one interaction came to so far. */
export interface FoldedInteraction {
  readonly shown: LoggedEvent;
  output: string;
  session: string | undefined;
  user: string | undefined;
  edit: { readonly text: string; readonly at: Json } | null;
  /** The first event of each action, in the order they came. */
  readonly actions: Map<EventKind, LoggedEvent>;
  readonly feedback: ArrivingSignal[];
  dwellMs: number | undefined;
  /** Time of the newest event that counts as looking at the output. */
  lookedAt: number | undefined;
  readonly events: JsonObject[];
  eventsLeftOut: number;
}

export function openFolded(shown: LoggedEvent, output: string): FoldedInteraction {
  return {
    shown,
    output,
    session: shown.session,
    user: shown.user,
    edit: null,
    actions: new Map(),
    feedback: [],
    dwellMs: undefined,
    lookedAt: shown.at,
    events: [],
    eventsLeftOut: 0,
  };
}

export function addToFolded(folded: FoldedInteraction, event: LoggedEvent, idleCapMs: number): void {
  folded.session ??= event.session;
  folded.user ??= event.user;
  if (folded.events.length < maxEvents) folded.events.push({ ...event.rest, ...column('time', event.time) });
  else folded.eventsLeftOut += 1;
  switch (event.kind) {
    case 'rated':
      folded.feedback.push(...feedbackOf(event));
      return;
    case 'shown':
      // A text that grew or was shown again before anybody did something with it.
      if (event.output !== undefined && event.output !== '' && folded.actions.size === 0)
        folded.output = event.output;
      break;
    case undefined:
    case 'ended':
      return;
    default:
      if (!folded.actions.has(event.kind)) folded.actions.set(event.kind, event);
      if (event.edit !== undefined) folded.edit = { text: event.edit, at: event.time ?? null };
  }
  look(folded, event.at, idleCapMs);
}

/** The row of an interaction; `isFollowed` where the next output of the session took its place. */
export function finishFolded(folded: FoldedInteraction, isFollowed: boolean): ArrivingRow {
  const { shown, output, edit, actions } = folded;
  return arrivingRow(
    {
      output,
      messages: shown.input === undefined ? undefined : [{ role: 'user', content: shown.input }],
      external_id: shown.interaction,
      session: folded.session,
      user: folded.user,
      model: shown.model,
      created_at: shown.time,
      edits: edit === null || edit.text === output ? [] : [edit],
      signals: [
        ...[...actions].flatMap(([action, event]) => implicit('action', action, event.time)),
        ...(isFollowed && actions.size === 0 ? implicit('action', 'ignored') : []),
        ...implicit('time_to_action_ms', timeToAction(folded)),
        ...implicit('dwell_ms', folded.dwellMs),
        ...folded.feedback,
      ],
    },
    {
      ...shown.rest,
      ...column('events', folded.events),
      ...column('events_left_out', folded.eventsLeftOut > 0 ? folded.eventsLeftOut : undefined),
    },
  );
}

function look(folded: FoldedInteraction, at: number | undefined, idleCapMs: number): void {
  if (at === undefined) return;
  if (folded.lookedAt !== undefined) {
    const pause = Math.max(0, at - folded.lookedAt);
    folded.dwellMs = (folded.dwellMs ?? 0) + Math.min(pause, idleCapMs);
  }
  folded.lookedAt = Math.max(at, folded.lookedAt ?? at);
}

function timeToAction({ shown, actions }: FoldedInteraction): number | undefined {
  const [first] = actions.values();
  if (shown.at === undefined || first?.at === undefined || first.at < shown.at) return undefined;
  return first.at - shown.at;
}

/** A rating is read as that of any other file: thumbs in all their words, or a number, or a text. */
function feedbackOf({ rating, comment, time, user }: LoggedEvent): readonly ArrivingSignal[] {
  const signals: MappedSignal[] = [];
  readSignals({ rating: rating ?? null, comment: comment ?? null }, [ratingColumn, commentColumn], signals);
  const origin = user === undefined ? null : `human:${user}`;
  return signals.map(({ name, number, text }) => ({
    kind: 'explicit',
    name,
    value: number ?? text ?? '',
    at: time ?? null,
    origin,
  }));
}

const ratingColumn: SignalColumn = {
  target: 'rating',
  kind: 'explicit',
  name: 'rating',
  unit: null,
  read: (row) => row['rating'],
};

const commentColumn: SignalColumn = {
  target: 'comment',
  kind: 'explicit',
  name: 'comment',
  unit: null,
  read: (row) => row['comment'],
};
