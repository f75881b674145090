import type { JsonObject } from '../../../../shared/domain/json.ts';
import { parseInstant } from '../../../../shared/domain/time/parse-instant.ts';
import type { ArrivingRow, Expansion } from '../adapter.ts';
import { column, field, objectsField, textField } from '../support/fields.ts';
import { leftoverColumns } from '../support/leftover-columns.ts';
import { observationRow } from './langfuse-observation.ts';
import { readScore, type Judgement } from './langfuse-score.ts';
import { isRoot, reasonOf, typeOf } from './observation-type.ts';

/** One interaction per generation of a trace; without any, the trace itself or its root observation. */
export function expandTrace(trace: JsonObject, observations: readonly JsonObject[]): Expansion {
  const scores = Map.groupBy(
    [...objectsField(trace, 'scores'), ...objectsField(trace, 'corrections')],
    (score) => textField(score, 'observationId') ?? '',
  );
  const calls = new Map<JsonObject, ArrivingRow>();
  for (const row of observations) {
    const judged = scores.get(textField(row, 'id') ?? '') ?? [];
    const arriving =
      typeOf(row) === 'GENERATION' ? observationRow(row, trace, judged.map(readScore)) : undefined;
    if (arriving !== undefined) calls.set(row, arriving);
  }
  const last = lastEnded([...calls.keys()]);
  if (last === undefined) return expandItself(trace, observations);
  const ids = new Set([...calls.keys()].map((row) => textField(row, 'id') ?? ''));
  const lastId = textField(last, 'id');
  const ofLast = [...scores].filter(([id]) => !ids.has(id) || id === lastId).flatMap(([, list]) => list);
  const lastRow = observationRow(last, trace, ofLast.map(readScore));
  const rest = column('trace', leftoverColumns(trace, placed));
  if (lastRow !== undefined) calls.set(last, { ...lastRow, ...rest });
  const skipped = observations.filter((row) => !calls.has(row)).map(reasonOf);
  return { rows: [...calls.values()], skipped };
}

/** What was said about a trace was said about the answer that came last, the outermost of those that ended together. */
function lastEnded(rows: readonly JsonObject[]): JsonObject | undefined {
  let [last] = rows;
  for (const row of rows) if (last !== undefined && isLater(row, last)) last = row;
  return last;
}

function isLater(row: JsonObject, other: JsonObject): boolean {
  const [end, otherEnd] = [endOf(row), endOf(other)];
  return end > otherEnd || (end === otherEnd && startOf(row) < startOf(other));
}

function endOf(row: JsonObject): number {
  return parseInstant(field(row, 'endTime', 'startTime'))?.ms ?? Number.NEGATIVE_INFINITY;
}

function startOf(row: JsonObject): number {
  return parseInstant(field(row, 'startTime'))?.ms ?? Number.NEGATIVE_INFINITY;
}

function expandItself(trace: JsonObject, observations: readonly JsonObject[]): Expansion {
  const skipped = observations.map(reasonOf);
  const itself = observationRow(trace);
  if (itself !== undefined) return { rows: [itself], skipped };
  const judgements: readonly Judgement[] = [
    ...objectsField(trace, 'scores'),
    ...objectsField(trace, 'corrections'),
  ].map(readScore);
  for (const [at, row] of observations.entries()) {
    const arriving = isRoot(row) ? observationRow(row, trace, judgements) : undefined;
    if (arriving !== undefined) return { rows: [arriving], skipped: skipped.toSpliced(at, 1) };
  }
  return { rows: [], skipped: [...skipped, 'a trace without an output'] };
}

/** Fields of the trace that every row of it has, or that became what was said about it. */
const placed: ReadonlySet<string> = new Set([
  'id',
  'name',
  'tags',
  'release',
  'sessionId',
  'userId',
  'scores',
  'corrections',
  'observations',
]);
