import { type JsonObject } from '../../../../shared/domain/json.ts';
import { expandEach, type Adapter, type Expansion } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { objectField, objectsField, textField } from '../support/fields.ts';
import { leftoverColumns } from '../support/leftover-columns.ts';
import { isScore, readScore } from './langfuse-score.ts';

/** Scores of Langfuse's API, screen and blob export. Only the API gives corrections. */
export const langfuseScoresAdapter: Adapter = {
  id: 'langfuse-scores',
  title: 'Langfuse scores',
  brings: 'attachments',
  fields: [
    { from: 'observationId', to: 'external_id', note: 'the trace where no observation is named' },
    { from: 'traceId', to: 'keys', note: 'a correction of an observation stays with that observation' },
    { from: 'dataType CORRECTION: stringValue or value', to: 'edits', note: 'by authorUserId' },
    { from: 'dataType CATEGORICAL, source ANNOTATION', to: 'label <name>', note: 'by authorUserId' },
    {
      from: 'value, stringValue',
      to: 'signal <name>',
      note: 'origin human, model or api, from source ANNOTATION, EVAL or API',
    },
    { from: 'comment', to: 'signal comment', note: 'signal <name>_explanation for a judge’s reasoning' },
    { from: 'timestamp', to: 'time of the edit or signal' },
  ],
  recognises: (row) => isScore(row) || isEnvelope(row),
  open: () =>
    expandEach((row) => (isScore(row) ? expandScores([row]) : expandScores(objectsField(row, 'data')))),
};

/** A page of the scores API, as a whole. */
function isEnvelope(row: JsonObject): boolean {
  const [first] = objectsField(row, 'data');
  return first !== undefined && isScore(first);
}

function expandScores(scores: readonly JsonObject[]): Expansion {
  const rows = [];
  const skipped = [];
  for (const score of scores) {
    const subject = objectField(score, 'subject');
    const observation =
      textField(score, 'observationId', 'observation_id') ?? subjectId(subject, 'observation');
    const trace =
      textField(score, 'traceId', 'trace_id') ?? textField(subject, 'traceId') ?? subjectId(subject, 'trace');
    const { edits, signals, labels } = readScore(score);
    if (observation === undefined && trace === undefined) {
      skipped.push('a score of a session or an experiment, not of an AI call');
    } else if (edits.length + signals.length + labels.length === 0) {
      skipped.push('a score without a value');
    } else {
      // Another output of the trace than the corrected one would make the edit say what nobody meant.
      const keys = observation !== undefined && edits.length > 0 ? [] : [trace];
      const columns = { external_id: observation ?? trace, keys, edits, signals, labels };
      rows.push(arrivingRow(columns, leftoverColumns(score, taken)));
    }
  }
  return { rows, skipped };
}

function subjectId(subject: JsonObject, kind: string): string | undefined {
  return textField(subject, 'kind', 'type')?.toLowerCase() === kind ? textField(subject, 'id') : undefined;
}

const taken: ReadonlySet<string> = new Set([
  'id',
  'projectId',
  'project_id',
  'name',
  'value',
  'stringValue',
  'string_value',
  'longStringValue',
  'dataType',
  'data_type',
  'source',
  'authorUserId',
  'author_user_id',
  'authorUserName',
  'comment',
  'timestamp',
  'createdAt',
  'created_at',
  'updatedAt',
  'updated_at',
  'traceId',
  'trace_id',
  'observationId',
  'observation_id',
  'subject',
]);
