import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingLabel, ArrivingSignal } from '../adapter.ts';
import { field, objectField, openJson, textField } from '../support/fields.ts';
import { humanOrigin } from '../support/person-name.ts';
import { snakeCase } from '../support/signals.ts';

export interface WeaveFeedback {
  readonly signals: readonly ArrivingSignal[];
  readonly labels: readonly ArrivingLabel[];
}

const none: WeaveFeedback = { signals: [], labels: [] };

/** One feedback of a call: a reaction, a note, an answer to an annotation, or what a scorer gave. */
export function readFeedback(feedback: JsonObject): WeaveFeedback {
  const type = textField(feedback, 'feedback_type') ?? '';
  const payload = objectField(feedback, 'payload');
  const at = field(feedback, 'created_at') ?? null;
  const person = textField(feedback, 'creator', 'wb_user_id');
  const origin = humanOrigin(person);
  if (type.startsWith('wandb.reaction')) return reaction(textField(payload, 'emoji', 'alias'), at, origin);
  if (type.startsWith('wandb.note')) {
    const note = textField(payload, 'note');
    return note === undefined ? none : signals([explicit('comment', note, at, origin)]);
  }
  const name = snakeCase(type.split('.').slice(2).join('.'));
  const isAnnotation = type.startsWith('wandb.annotation.');
  if (!isAnnotation && !type.startsWith('wandb.runnable.')) return none;
  const value = openJson(field(payload, isAnnotation ? 'value' : 'output'));
  if (isAnnotation && typeof value === 'string' && value !== '' && person !== undefined)
    return { signals: [], labels: [{ question: name, value, annotator: person }] };
  return signals(valueSignals(name, value, at, isAnnotation ? origin : 'code'));
}

const up: ReadonlySet<string> = new Set(['👍', '+1', ':thumbs_up:', ':+1:', 'thumbs_up']);
const down: ReadonlySet<string> = new Set(['👎', '-1', ':thumbs_down:', ':-1:', 'thumbs_down']);

function reaction(emoji: string | undefined, at: Json, origin: string): WeaveFeedback {
  if (emoji === undefined) return none;
  if (up.has(emoji) || down.has(emoji)) return signals([explicit('thumbs', up.has(emoji), at, origin)]);
  return signals([explicit('reaction', emoji, at, origin)]);
}

/** A scorer's output may hold several values. */
function valueSignals(name: string, value: Json, at: Json, origin: string): readonly ArrivingSignal[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [explicit(name, value, at, origin)];
  return Object.entries(value).flatMap(([part, item]: readonly [string, Json]) =>
    item === null || item === '' || typeof item === 'object'
      ? []
      : [explicit(`${name}_${snakeCase(part)}`, item, at, origin)],
  );
}

function signals(given: readonly ArrivingSignal[]): WeaveFeedback {
  return { signals: given, labels: [] };
}

function explicit(name: string, value: string | number | boolean, at: Json, origin: string): ArrivingSignal {
  return { kind: 'explicit', name, value, at, origin };
}
