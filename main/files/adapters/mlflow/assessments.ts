import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingEdit, ArrivingLabel, ArrivingSignal } from '../adapter.ts';
import { column, field, objectField, openJson, textField } from '../support/fields.ts';
import { readJudgement, type Judge } from '../support/judgement.ts';
import { readRecordedOutput } from '../support/recorded-output.ts';

export interface Assessed {
  readonly edits: readonly ArrivingEdit[];
  readonly signals: readonly ArrivingSignal[];
  readonly labels: readonly ArrivingLabel[];
  /** Expectations that are no text to put in place of the output. */
  readonly rest: JsonObject;
}

/** Feedback becomes signals and labels; a text that a person expected is an edit. */
export function readAssessments(assessments: readonly JsonObject[]): Assessed {
  const valid = assessments.filter((assessment) => field(assessment, 'valid') !== false);
  const edits = valid.flatMap((assessment) => editOf(assessment) ?? []);
  const judged = valid.flatMap((assessment) => judgedBy(assessment) ?? []);
  const left = valid.filter((item) => editOf(item) === undefined && judgedBy(item) === undefined);
  return {
    edits,
    signals: judged.flatMap(({ signals }) => signals),
    labels: judged.flatMap(({ labels }) => labels),
    rest: column('assessments', left),
  };
}

const wholeTexts =
  /^(?:(?:expected|corrected|ideal|reference|golden)_)?(?:response|output|answer|text|correction|completion)$|^(?:ground_truth|expectation|expected|reference|correction)$/;

function editOf(assessment: JsonObject): ArrivingEdit | undefined {
  const expectation = openJson(assessment['expectation']);
  const { kind, name } = judgeOf(assessment);
  if (!isJsonObject(expectation) || kind !== 'human') return undefined;
  if (!wholeTexts.test(nameOf(assessment).toLowerCase())) return undefined;
  const value = expectation['value'] ?? objectField(expectation, 'serialized_value')['value'];
  const text =
    typeof value === 'string' ? value : isJsonObject(value) ? readRecordedOutput(value)?.text : undefined;
  return text === undefined ? undefined : { text, annotator: name ?? null, at: timeOf(assessment) ?? null };
}

function judgedBy(assessment: JsonObject): ReturnType<typeof readJudgement> | undefined {
  const feedback = openJson(assessment['feedback']);
  if (!isJsonObject(feedback)) return undefined;
  const value = field(feedback, 'value');
  const isCategory = typeof value === 'string' && Number.isNaN(Number(value));
  return readJudgement({
    name: nameOf(assessment),
    score: isCategory || isJsonList(value) ? undefined : value,
    category: isCategory ? value : isJsonList(value) ? JSON.stringify(value) : undefined,
    explanation: field(assessment, 'rationale'),
    by: judgeOf(assessment),
    at: timeOf(assessment),
  });
}

function nameOf(assessment: JsonObject): string {
  return textField(assessment, 'assessment_name', 'name') ?? 'assessment';
}

function judgeOf(assessment: JsonObject): Judge {
  const source = objectField(assessment, 'source');
  const type = textField(source, 'source_type')?.toUpperCase() ?? '';
  const id = textField(source, 'source_id');
  // The id that MLflow gives where nobody was named.
  const name = id === 'default' || id === 'unknown' ? undefined : id;
  if (type === 'HUMAN') return { kind: 'human', name };
  if (type === 'LLM_JUDGE' || type === 'AI_JUDGE') return { kind: 'model', name };
  return { kind: type === 'CODE' ? 'code' : 'unknown', name };
}

function timeOf(assessment: JsonObject): Json | undefined {
  return field(assessment, 'last_update_time', 'last_update_time_ms', 'create_time', 'create_time_ms');
}
