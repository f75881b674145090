import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingRow, type Expansion } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { column, numberField, objectField, objectsField, textField, without } from '../support/fields.ts';
import { knownTime, withoutTime } from '../support/known-time.ts';
import { readAnnotation, type ReadAnnotation } from './read-annotation.ts';
import { readShown, type Shown } from './read-shown.ts';

/** Label Studio's JSON export: one object per task, with its annotations, predictions and drafts. */
export const labelStudioAdapter: Adapter = {
  id: 'label-studio',
  title: 'Label Studio export (JSON)',
  brings: 'interactions',
  fields: [
    {
      from: 'predictions[].result[] textarea, else a text of data',
      to: 'output',
      note: 'of data: the last reply of a chat, else a column named like an output, else the only running text',
    },
    {
      from: 'data',
      to: 'messages',
      note: 'a chat, or a column named like an input; the rest stays in `data`',
    },
    { from: 'id', to: 'external_id' },
    { from: 'created_at', to: 'created_at' },
    { from: 'predictions[].model_version', to: 'model' },
    { from: 'annotations[].completed_by', to: 'annotator', note: 'the e-mail or name, else the number' },
    {
      from: 'annotations[].result[] textarea',
      to: 'edit',
      note: 'of the prediction’s from_name, else the first; others are labels, those named like a comment signals',
    },
    {
      from: 'annotations[].result[] choices, rating, number, pairwise, taxonomy, labels, ...',
      to: 'label <from_name>',
      note: 'marked parts as `LABEL[start:end]`; coordinates stay in `annotations`',
    },
    {
      from: 'annotations[].result[] labels with start, end and text',
      to: 'spans',
      note: 'labels on parts of the output; not where another text is marked',
    },
    { from: 'annotations[].lead_time', to: 'signal dwell_ms', note: 'seconds in the file' },
    { from: 'annotations[].ground_truth', to: 'signal ground_truth', note: 'where it is true' },
    { from: 'annotations[].reviews[].accepted', to: 'signal review_accepted', note: 'by the reviewer' },
    { from: 'predictions[].score', to: 'signal prediction_score', note: 'by the model' },
    { from: 'annotations[].history, meta, agreement, ...', to: '(their own names)' },
    { from: 'annotations[].was_cancelled, drafts[]', to: '(skipped)', note: 'drafts stay in `drafts`' },
  ],
  recognises,
  open: () => expandEach(expand),
};

function recognises(row: JsonObject): boolean {
  if (!isJsonObject(row['data'])) return false;
  const [annotations, predictions] = [row['annotations'], row['predictions']];
  if (isJsonList(annotations) && annotations.length > 0) return annotations.every(hasResult);
  if (isJsonList(predictions) && predictions.length > 0) return predictions.every(hasResult);
  return isJsonList(annotations) && isJsonList(predictions) && Object.hasOwn(row, 'file_upload');
}

function hasResult(value: Json): boolean {
  return isJsonObject(value) && Object.hasOwn(value, 'result');
}

function expand(task: JsonObject): Expansion {
  const annotations = objectsField(task, 'annotations');
  const given = annotations.filter((annotation) => annotation['was_cancelled'] !== true);
  const skipped = [
    ...(given.length < annotations.length ? cancelled(annotations.length - given.length) : []),
    ...objectsField(task, 'drafts').map(() => 'a draft of an annotation'),
  ];
  const shown = readShown(task);
  if (shown === undefined) return { rows: [], skipped: [...skipped, 'a task without a text to judge'] };
  const read = given.map((annotation) => readAnnotation(annotation, shown));
  return { rows: [taskRow(task, shown, read)], skipped };
}

function cancelled(count: number): readonly string[] {
  return Array.from({ length: count }, () => 'an annotation that the annotator skipped');
}

const takenNames = ['id', 'data', 'annotations'];

function taskRow(task: JsonObject, shown: Shown, read: readonly ReadAnnotation[]): ArrivingRow {
  const scores = objectsField(task, 'predictions').flatMap((prediction) => {
    const value = numberField(prediction, 'score');
    const origin = `model:${textField(prediction, 'model_version') ?? 'unknown'}`;
    return value === undefined
      ? []
      : [{ kind: 'explicit' as const, name: 'prediction_score', value, origin }];
  });
  return arrivingRow(
    {
      output: shown.output,
      messages: shown.messages,
      external_id: textField(task, 'id'),
      model: shown.model,
      created_at: knownTime(task, 'created_at'),
      edits: read.flatMap(({ edits }) => edits),
      labels: read.flatMap(({ labels }) => labels),
      spans: read.flatMap(({ spans }) => spans),
      signals: [...read.flatMap(({ signals }) => signals), ...scores],
    },
    {
      ...withoutTime(task, 'created_at', takenNames),
      ...column('data', without(objectField(task, 'data'), shown.taken)),
      ...column(
        'annotations',
        read.map(({ rest }) => rest),
      ),
    },
  );
}
