import { isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import {
  field,
  listField,
  objectField,
  objectsField,
  openJson,
  textField,
  without,
} from '../support/fields.ts';

export interface Suggestion {
  readonly question: string;
  readonly value: Json;
  readonly agent: string | undefined;
}

export interface Response {
  readonly question: string;
  readonly value: Json;
  readonly user: string | undefined;
  readonly status: string;
}

/** One row in the same form, however it was exported. */
export interface ArgillaRecord {
  readonly id: string | undefined;
  readonly fields: JsonObject;
  readonly suggestions: readonly Suggestion[];
  readonly responses: readonly Response[];
  readonly rest: JsonObject;
}

/** Whether columns have the names of a flattened export: a question's responses, and beside them who gave them. */
export function isFlattened(row: JsonObject): boolean {
  return Object.keys(row).some((name) => {
    const question = /^(.+)\.responses$/.exec(name)?.[1];
    return question !== undefined && Object.hasOwn(row, `${question}.responses.users`);
  });
}

/** `{id, fields, suggestions: {q: {value, agent}}, responses: {q: [{value, user_id}]}}`, or both as the API's lists. */
export function readNested(row: JsonObject): ArgillaRecord {
  return {
    id: textField(row, 'id'),
    fields: objectField(row, 'fields'),
    suggestions: nestedSuggestions(row),
    responses: nestedResponses(row),
    rest: without(row, ['id', 'fields', 'suggestions', 'responses']),
  };
}

function nestedSuggestions(row: JsonObject): readonly Suggestion[] {
  const named = Object.entries(objectField(row, 'suggestions')).map(([question, given]) =>
    suggestion(question, isJsonObject(given) ? given : { value: given }),
  );
  const listed = objectsField(row, 'suggestions').map((given) =>
    suggestion(textField(given, 'question_name') ?? '', given),
  );
  return [...named, ...listed];
}

function suggestion(question: string, given: JsonObject): Suggestion {
  return { question, value: field(given, 'value') ?? null, agent: textField(given, 'agent') };
}

function nestedResponses(row: JsonObject): readonly Response[] {
  const named = Object.keys(objectField(row, 'responses')).flatMap((question) =>
    objectsField(objectField(row, 'responses'), question).map((given) => response(question, given, given)),
  );
  const listed = objectsField(row, 'responses').flatMap((given) =>
    Object.entries(objectField(given, 'values')).map(([question, value]) =>
      response(question, isJsonObject(value) ? value : { value }, given),
    ),
  );
  return [...named, ...listed];
}

function response(question: string, given: JsonObject, by: JsonObject): Response {
  const status = textField(by, 'status') ?? 'submitted';
  return {
    question,
    value: given['value'] ?? null,
    user: textField(by, 'user_id', 'user', 'username'),
    status,
  };
}

const questionPart = /^(.+)\.(responses|suggestion)(?:\.(?:users|status|agent|score))?$/;

/** Columns `<field>`, `<q>.suggestion`, `<q>.suggestion.agent`, `<q>.responses`, `<q>.responses.users` and `.status`. */
export function readFlattened(row: JsonObject): ArgillaRecord {
  const questions = new Set<string>();
  const own = new Set(['id', 'status', '_server_id']);
  const fields: [string, Json][] = [];
  for (const [name, value] of Object.entries(row)) {
    const question = questionPart.exec(name)?.[1];
    if (question !== undefined) questions.add(question);
    else if (!own.has(name) && value !== null) fields.push([name, openJson(value)]);
  }
  return {
    id: textField(row, 'id'),
    fields: Object.fromEntries(fields),
    suggestions: [...questions].flatMap((question) => flatSuggestion(row, question)),
    responses: [...questions].flatMap((question) => flatResponses(row, question)),
    rest: Object.fromEntries(Object.entries(row).filter(([name]) => own.has(name) && name !== 'id')),
  };
}

function flatSuggestion(row: JsonObject, question: string): readonly Suggestion[] {
  const value = field(row, `${question}.suggestion`);
  if (value === undefined) return [];
  return [{ question, value: openJson(value), agent: textField(row, `${question}.suggestion.agent`) }];
}

function flatResponses(row: JsonObject, question: string): readonly Response[] {
  const users = listField(row, `${question}.responses.users`);
  const status = listField(row, `${question}.responses.status`);
  return listField(row, `${question}.responses`).map((value, at) => ({
    question,
    value,
    user: textOf(users[at]),
    status: textOf(status[at]) ?? 'submitted',
  }));
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
