import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingLabel, ArrivingSignal } from '../adapter.ts';
import { explicitSignals, type Stated } from '../support/explicit-signals.ts';
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
  const at = field(feedback, 'created_at');
  const person = textField(feedback, 'creator', 'wb_user_id');
  const origin = humanOrigin(person);
  if (type.startsWith('wandb.reaction'))
    return reaction(textField(payload, 'emoji', 'alias'), { at, origin });
  if (type.startsWith('wandb.note')) {
    return signals(explicitSignals('comment', textField(payload, 'note'), { at, origin }));
  }
  const name = snakeCase(type.split('.').slice(2).join('.'));
  const isAnnotation = type.startsWith('wandb.annotation.');
  if (!isAnnotation && !type.startsWith('wandb.runnable.')) return none;
  const value = openJson(field(payload, isAnnotation ? 'value' : 'output'));
  if (isAnnotation && typeof value === 'string' && value !== '' && person !== undefined)
    return { signals: [], labels: [{ question: name, value, annotator: person }] };
  return signals(valueSignals(name, value, { at, origin: isAnnotation ? origin : 'code' }));
}

const up: ReadonlySet<string> = new Set(['👍', '+1', ':thumbs_up:', ':+1:', 'thumbs_up']);
const down: ReadonlySet<string> = new Set(['👎', '-1', ':thumbs_down:', ':-1:', 'thumbs_down']);

function reaction(emoji: string | undefined, stated: Stated): WeaveFeedback {
  if (emoji === undefined) return none;
  if (up.has(emoji) || down.has(emoji)) return signals(explicitSignals('thumbs', up.has(emoji), stated));
  return signals(explicitSignals('reaction', emoji, stated));
}

/** A scorer's output may hold several values. */
function valueSignals(name: string, value: Json, stated: Stated): readonly ArrivingSignal[] {
  if (typeof value !== 'object' || value === null) return explicitSignals(name, value, stated);
  return Object.entries(value).flatMap(([part, item]: readonly [string, Json]) =>
    explicitSignals(`${name}_${snakeCase(part)}`, item, stated),
  );
}

function signals(given: readonly ArrivingSignal[]): WeaveFeedback {
  return { signals: given, labels: [] };
}
