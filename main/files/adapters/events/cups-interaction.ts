import { parseJson, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingLabel, ArrivingRow, ArrivingSignal } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { column, field, listField, numberField, objectField, textField, without } from '../support/fields.ts';
import { millis } from '../support/signals.ts';
import { implicit } from './implicit.ts';

/** Later telemetry of one suggestion beyond this is counted, not kept. */
const maxEvents = 500;

/** One shown suggestion and the telemetry about it, up to the decision. */
export interface CupsInteraction {
  readonly first: JsonObject;
  last: JsonObject;
  /** Seconds on display: each event tells the time since the one before it. */
  displayedSeconds: number;
  eventsLeftOut: number;
  readonly suggestions: string[];
  readonly events: JsonObject[];
}

export function openInteraction(event: JsonObject): CupsInteraction {
  const interaction: CupsInteraction = {
    first: event,
    last: event,
    displayedSeconds: 0,
    eventsLeftOut: 0,
    suggestions: [],
    events: [],
  };
  keepEvent(interaction, event);
  return interaction;
}

export function addEvent(interaction: CupsInteraction, event: JsonObject): void {
  interaction.displayedSeconds += Math.max(0, numberField(event, 'TimeSpentInState') ?? 0);
  interaction.last = event;
  keepEvent(interaction, event);
}

export function isDecision(event: JsonObject): boolean {
  return event['StateName'] === 'Accepted' || event['StateName'] === 'Rejected';
}

/** The row of an interaction; `isFollowed` where another suggestion took its place. */
export function finishInteraction(interaction: CupsInteraction, isFollowed: boolean): ArrivingRow | string {
  const { first, last, events, suggestions, eventsLeftOut } = interaction;
  const output = suggestions.at(-1) ?? '';
  if (output === '') return 'a suggestion without a text';
  const prompt = unquote(field(first, 'CurrentPrompt'));
  return arrivingRow(
    {
      output,
      messages: prompt === '' ? undefined : [{ role: 'user', content: prompt }],
      session: textField(first, 'session_index'),
      user: textField(first, 'UserId'),
      created_at: field(first, 'TimeGenerated'),
      signals: signalsOf(interaction, isFollowed),
      labels: labelsOf(first, last),
    },
    {
      ...without(first, takenFields),
      ...column('suggestions', suggestions.length > 1 ? suggestions : null),
      ...column('EditPercentage', field(last, 'EditPercentage')),
      ...column('events_left_out', eventsLeftOut > 0 ? eventsLeftOut : null),
      events,
    },
  );
}

function keepEvent(interaction: CupsInteraction, event: JsonObject): void {
  const text = unquote(event['CurrentSuggestion']);
  if (interaction.events.length >= maxEvents) {
    interaction.eventsLeftOut += 1;
    return;
  }
  if (text !== '' && interaction.suggestions.at(-1) !== text) interaction.suggestions.push(text);
  interaction.events.push(Object.fromEntries(eventFields.map((name) => [name, field(event, name) ?? null])));
}

const eventFields = [
  'event_index',
  'TimeGenerated',
  'StateName',
  'HiddenState',
  'TimeSpentInState',
  'LabeledState',
  'Measurements',
];

const takenFields = [
  ...eventFields,
  'session_index',
  'UserId',
  'CurrentSuggestion',
  'CurrentPrompt',
  'EditPercentage',
];

function signalsOf(interaction: CupsInteraction, isFollowed: boolean): readonly ArrivingSignal[] {
  const { first, last } = interaction;
  const measurements = objectField(last, 'Measurements');
  const displayed = millis(interaction.displayedSeconds);
  return [
    ...implicit('action', actionOf(last, isFollowed), isDecision(last) ? field(last, 'TimeGenerated') : null),
    ...implicit('dwell_ms', displayed),
    ...implicit('time_to_action_ms', isDecision(last) ? displayed : undefined),
    ...implicit('latency_ms', latencyOf(objectField(first, 'Measurements'))),
    ...implicit('completion_tokens', numberField(measurements, 'numTokens')),
    ...confidenceOf(measurements),
    ...editShares(last),
  ];
}

function actionOf(last: JsonObject, isFollowed: boolean): string | undefined {
  if (last['StateName'] === 'Accepted') return 'accepted';
  if (last['StateName'] === 'Rejected') return 'discarded';
  return isFollowed ? 'ignored' : undefined;
}

/** Both times run to the event; their difference is from the request to the display. */
function latencyOf(measurements: JsonObject): number | undefined {
  const issued = numberField(measurements, 'timeSinceIssuedMs');
  return issued === undefined
    ? undefined
    : Math.max(0, issued - (numberField(measurements, 'timeSinceDisplayedMs') ?? 0));
}

function confidenceOf(measurements: JsonObject): readonly ArrivingSignal[] {
  const value = numberField(measurements, 'confidence');
  return value === undefined
    ? []
    : [{ kind: 'explicit', name: 'confidence', value, origin: 'model:copilot' }];
}

/** How far the accepted text was changed at five later times; for other suggestions it says nothing about them. */
function editShares(last: JsonObject): readonly ArrivingSignal[] {
  if (last['StateName'] !== 'Accepted') return [];
  return listField(last, 'EditPercentage')
    .slice(0, 5)
    .flatMap((share, index) =>
      typeof share === 'number' ? implicit(`edit_share_${String(index + 1)}`, share) : [],
    );
}

/** The label of an event tells what the developer did until it: the first event's is about the time before. */
function labelsOf(first: JsonObject, last: JsonObject): readonly ArrivingLabel[] {
  const value = textField(last, 'LabeledState');
  if (first === last || value === undefined) return [];
  return [{ question: 'activity', value, annotator: textField(last, 'UserId') ?? null }];
}

/** The text inside a JSON string literal; any other text as it is. */
function unquote(value: Json | undefined): string {
  if (typeof value !== 'string') return '';
  if (!value.startsWith('"')) return value;
  try {
    const text = parseJson(value);
    return typeof text === 'string' ? text.toWellFormed() : value;
  } catch {
    return value;
  }
}
