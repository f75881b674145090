import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingEdit, ArrivingSignal } from '../adapter.ts';
import { explicitSignals } from '../support/explicit-signals.ts';
import { field, numberField, objectField, objectsField, openJson, textField } from '../support/fields.ts';
import { humanOrigin, personName } from '../support/person-name.ts';
import { readRecordedOutput } from '../support/recorded-output.ts';
import { snakeCase } from '../support/signals.ts';

/**
 * What `expected` says as an edit. In an experiment it is the reference that the row began with, unless somebody
 * changed it since; in logs it is there because somebody put it in the output's place.
 */
export function expectedEdits(row: JsonObject): readonly ArrivingEdit[] {
  const audit = auditOf(row, 'expected');
  const isReference = field(row, 'experiment_id', 'dataset_record_id') !== undefined && audit === undefined;
  const expected = isReference ? undefined : readRecordedOutput(field(row, 'expected'));
  if (expected === undefined) return [];
  return [{ text: expected.text, annotator: audit?.person ?? null, at: audit?.at ?? null }];
}

/** Scores are 0 to 1, of code, models or people; the audit tells of people. */
export function scoreSignals(row: JsonObject): readonly ArrivingSignal[] {
  const scores = objectField(row, 'scores');
  return Object.keys(scores).flatMap((name) => {
    const audit = auditOf(row, 'scores', name);
    const origin = audit === undefined ? null : humanOrigin(audit.person);
    const score = scores[name];
    const value = typeof score === 'boolean' ? score : numberField(scores, name);
    return explicitSignals(snakeCase(name), value, { origin, at: audit?.at });
  });
}

export function commentSignals(row: JsonObject): readonly ArrivingSignal[] {
  const comments = openJson(field(row, 'comments'));
  if (!isJsonList(comments)) return [];
  return comments.flatMap((item) => {
    const comment = isJsonObject(item) ? item : { text: item };
    const text = textField(objectField(comment, 'comment'), 'text') ?? textField(comment, 'text', 'comment');
    const stated = { origin: humanOrigin(personOf(comment)), at: field(comment, 'created') };
    return explicitSignals('comment', text, stated);
  });
}

interface Audit {
  readonly person: string | undefined;
  readonly at: Json;
}

/** The last change that a person made to this path of the row. */
function auditOf(row: JsonObject, ...path: readonly string[]): Audit | undefined {
  const entry = objectsField(row, 'audit_data').findLast((item) => {
    const changed = openJson(objectField(item, 'audit_data')['path'] ?? item['path']);
    return isJsonList(changed) && path.every((step, at) => changed[at] === step);
  });
  return entry === undefined ? undefined : { person: personOf(entry), at: field(entry, 'created') ?? null };
}

function personOf(entry: JsonObject): string | undefined {
  const metadata = objectField(entry, 'metadata');
  return personName(field(entry, 'user')) ?? personName(field(metadata, 'user', 'email', 'user_id'));
}
