import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingEdit, ArrivingLabel, ArrivingSignal } from '../adapter.ts';
import { field, numberField, openJson, textField } from '../support/fields.ts';
import { humanOrigin } from '../support/person-name.ts';
import { explicitSignals } from '../support/explicit-signals.ts';
import { snakeCase } from '../support/signals.ts';

/** What scores, corrections and comments say about one interaction. */
export interface Judgement {
  readonly edits: readonly ArrivingEdit[];
  readonly signals: readonly ArrivingSignal[];
  readonly labels: readonly ArrivingLabel[];
}

const none: Judgement = { edits: [], signals: [], labels: [] };

const dataTypes: ReadonlySet<string> = new Set(['NUMERIC', 'BOOLEAN', 'CATEGORICAL', 'TEXT', 'CORRECTION']);

/** Whether a row is a score, as the API, the screen and the blob export write it. */
export function isScore(row: JsonObject): boolean {
  const names = ['traceId', 'trace_id', 'observationId', 'observation_id', 'sessionId', 'session_id'];
  return (
    dataTypes.has(dataTypeOf(row)) &&
    typeof row['name'] === 'string' &&
    ['value', 'stringValue', 'string_value'].some((name) => Object.hasOwn(row, name)) &&
    (names.some((name) => Object.hasOwn(row, name)) || isJsonObject(openJson(row['subject'])))
  );
}

/** A correction is an edit, a category chosen by a named person a label, everything else a signal. */
export function readScore(score: JsonObject): Judgement {
  const name = textField(score, 'name') ?? '';
  const author = textField(score, 'authorUserId', 'author_user_id', 'authorUserName');
  const at = field(score, 'timestamp', 'createdAt', 'created_at') ?? null;
  const value = valueOf(score);
  if (dataTypeOf(score) === 'CORRECTION') {
    const edit = { text: String(value ?? ''), annotator: author ?? null, at };
    return value === undefined ? none : { ...none, edits: [edit] };
  }
  const source = textField(score, 'source')?.toUpperCase();
  const origin = originOf(source, author);
  const isLabel = dataTypeOf(score) === 'CATEGORICAL' && source === 'ANNOTATION' && author !== undefined;
  const labels =
    isLabel && value !== undefined ? [{ question: snakeCase(name), value, annotator: author }] : [];
  const scored = isLabel ? [] : explicitSignals(snakeCase(name), value, { at, origin });
  const comment = textField(score, 'comment');
  // A judge's reasoning belongs to its score; what a person says is a comment on the interaction.
  const commentName = source === 'EVAL' ? `${snakeCase(name)}_explanation` : 'comment';
  const comments = explicitSignals(commentName, comment, { at, origin });
  return { edits: [], signals: [...scored, ...comments], labels };
}

/** Several judgements of one interaction as one. */
export function joinJudgements(judgements: readonly Judgement[]): Judgement {
  return {
    edits: judgements.flatMap(({ edits }) => edits),
    signals: judgements.flatMap(({ signals }) => signals),
    labels: judgements.flatMap(({ labels }) => labels),
  };
}

/** The lists that a screen's export flattens scores into, one column per score: numbers, or texts. */
export function isScoreColumn(value: Json): boolean {
  const list = openJson(value);
  if (!isJsonList(list) || list.length === 0) return false;
  return list.every((item) => typeof item === 'number') || list.every((item) => typeof item === 'string');
}

export function readScoreColumn(name: string, value: Json): readonly ArrivingSignal[] {
  const list = openJson(value);
  if (!isJsonList(list)) return [];
  return list.flatMap((item) => explicitSignals(snakeCase(name), item, { origin: null }));
}

/** Comments in an export: texts, or objects with the text and its author. */
export function readComments(value: Json | undefined): readonly ArrivingSignal[] {
  const list = openJson(value);
  if (!isJsonList(list)) return [];
  return list.flatMap((item) => {
    const comment = isJsonObject(item) ? item : { content: item };
    const text = textField(comment, 'content', 'text', 'comment');
    const author = textField(comment, 'authorUserId', 'author_user_id', 'authorUserName');
    const at = field(comment, 'createdAt', 'created_at', 'timestamp');
    return explicitSignals('comment', text, { at, origin: humanOrigin(author) });
  });
}

function dataTypeOf(score: JsonObject): string {
  return textField(score, 'dataType', 'data_type')?.toUpperCase() ?? '';
}

function valueOf(score: JsonObject): string | number | boolean | undefined {
  const text = textField(score, 'stringValue', 'string_value', 'longStringValue');
  const value = field(score, 'value');
  switch (dataTypeOf(score)) {
    case 'NUMERIC':
      return numberField(score, 'value');
    case 'BOOLEAN':
      if (typeof value === 'boolean') return value;
      return numberField(score, 'value') ?? (text === undefined ? undefined : /^(true|1)$/i.test(text));
    case 'CORRECTION': {
      // An empty text is an edit that deleted everything; the first API writes a 0 beside the text.
      const given = text ?? score['stringValue'] ?? score['string_value'] ?? score['value'];
      return typeof given === 'string' ? given : undefined;
    }
    default:
      return text ?? (typeof value === 'object' ? undefined : value);
  }
}

function originOf(source: string | undefined, author: string | undefined): string | null {
  if (source === 'EVAL') return 'model';
  if (source === 'ANNOTATION') return humanOrigin(author);
  return source === undefined ? null : source.toLowerCase();
}
