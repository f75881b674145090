import { isJsonObject, type JsonObject } from '../../../../shared/domain/json.ts';
import { expandEach, type Adapter, type ArrivingRow, type Expansion } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { field, numberField, objectField, objectsField, textField } from '../support/fields.ts';
import { readJudgement, type Judge } from '../support/judgement.ts';

export const phoenixAnnotationsAdapter: Adapter = {
  id: 'phoenix-annotations',
  title: 'Phoenix annotations',
  brings: 'attachments',
  fields: [
    { from: 'span_id, trace_id, session_id', to: 'external_id', note: 'the one that is annotated' },
    { from: 'session_id', to: 'session', note: 'where the whole session is annotated' },
    { from: 'result.score', to: 'signal <name>' },
    {
      from: 'result.label',
      to: 'signal <name>',
      note: 'beside a score: <name>_label. Of a named person: label',
    },
    { from: 'result.explanation', to: 'signal comment', note: 'of a model or program: <name>_explanation' },
    {
      from: 'annotator_kind, with user_id or identifier',
      to: 'origin',
      note: 'HUMAN, LLM or CODE; the annotator of a label is the user',
    },
    { from: 'updated_at, created_at', to: 'time of the signal' },
  ],
  recognises: (row) => annotationsOf(row).some(isAnnotation),
  open: () => expandEach(expandAnnotations),
};

/** A page of the REST interface holds its annotations under `data`. */
function annotationsOf(row: JsonObject): readonly JsonObject[] {
  return Array.isArray(row['data']) && Object.hasOwn(row, 'next_cursor') ? objectsField(row, 'data') : [row];
}

const idNames = ['span_id', 'context.span_id', 'trace_id', 'session_id'] as const;

function isAnnotation(row: JsonObject): boolean {
  const isNamed = textField(row, 'name', 'annotation_name') !== undefined;
  const hasResult =
    isJsonObject(row['result']) || Object.keys(row).some((name) => name.startsWith('result.'));
  return (
    isNamed && hasResult && Object.hasOwn(row, 'annotator_kind') && textField(row, ...idNames) !== undefined
  );
}

function expandAnnotations(row: JsonObject): Expansion {
  const found = annotationsOf(row).map((item) =>
    isAnnotation(item) ? attachment(item) : 'an entry that is no annotation',
  );
  return {
    rows: found.filter((item) => typeof item !== 'string'),
    skipped: found.filter((item) => typeof item === 'string'),
  };
}

function attachment(row: JsonObject): ArrivingRow | string {
  const result = objectField(row, 'result');
  const part = (name: string): JsonObject => ({
    part: field(result, name) ?? field(row, `result.${name}`) ?? null,
  });
  const { signals, labels } = readJudgement({
    name: textField(row, 'name', 'annotation_name') ?? 'annotation',
    score: numberField(part('score'), 'part'),
    category: textField(part('label'), 'part'),
    explanation: textField(part('explanation'), 'part'),
    by: judgeOf(row),
    at: field(row, 'updated_at', 'created_at'),
  });
  if (signals.length === 0 && labels.length === 0) return 'an annotation without a result';
  const id = textField(row, ...idNames);
  return arrivingRow({ external_id: id, session: textField(row, 'session_id'), signals, labels });
}

function judgeOf(row: JsonObject): Judge {
  const kind = textField(row, 'annotator_kind')?.toUpperCase();
  const name = textField(row, 'user_id', 'identifier');
  if (kind === 'HUMAN') return { kind: 'human', name };
  if (kind === 'LLM') return { kind: 'model', name: textField(row, 'identifier') };
  return { kind: kind === 'CODE' ? 'code' : 'unknown', name };
}
