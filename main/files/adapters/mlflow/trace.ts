import { isJsonObject, parseJson, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { field, numberField, objectField, objectsField, openJson, textField } from '../support/fields.ts';

/** A trace of MLflow in whichever of its forms: `{info, data}` of version 2 or 3, or a row of a search. */
export interface Trace {
  readonly ids: readonly (string | undefined)[];
  readonly info: JsonObject;
  readonly metadata: JsonObject;
  readonly tags: JsonObject;
  readonly request: Json | undefined;
  readonly response: Json | undefined;
  readonly spans: readonly TraceSpan[];
  readonly assessments: readonly JsonObject[];
}

export interface TraceSpan {
  readonly id: string | undefined;
  readonly type: string;
  readonly name: string | undefined;
  readonly isRoot: boolean;
  readonly startNs: number | undefined;
  readonly endNs: number | undefined;
  readonly inputs: Json;
  readonly outputs: Json;
  /** All that is not inputs, outputs and type. */
  readonly attributes: JsonObject;
}

export function isTrace(row: JsonObject): boolean {
  const info = openJson(row['info']);
  const about = isJsonObject(info) ? info : row;
  const isNamed = textField(about, 'trace_id', 'request_id') !== undefined;
  const hasMetadata = ['trace_metadata', 'request_metadata'].some((name) => Object.hasOwn(about, name));
  if (!isNamed || (isJsonObject(info) && !Object.hasOwn(row, 'data'))) return false;
  return isJsonObject(info)
    ? hasMetadata ||
        ['trace_location', 'experiment_id', 'assessments'].some((name) => Object.hasOwn(about, name))
    : hasMetadata && ['spans', 'request', 'assessments'].some((name) => Object.hasOwn(row, name));
}

export function openTrace(row: JsonObject): Trace {
  const isWrapped = isJsonObject(openJson(row['info']));
  const info = isWrapped ? objectField(row, 'info') : row;
  const data = isWrapped ? objectField(row, 'data') : row;
  return {
    ids: ['trace_id', 'request_id', 'client_request_id'].map((name) => textField(info, name)),
    info,
    metadata: { ...objectField(info, 'request_metadata'), ...objectField(info, 'trace_metadata') },
    tags: objectField(info, 'tags'),
    request: decoded(field(data, 'request') ?? field(info, 'request_preview')),
    response: decoded(field(data, 'response') ?? field(info, 'response_preview')),
    spans: objectsField(data, 'spans').map(openSpan),
    assessments: objectsField(info, 'assessments'),
  };
}

/** MLflow writes inputs, outputs and attributes as JSON text, also where they are a text. */
export function decoded(value: Json | undefined): Json {
  if (typeof value === 'string' && value.startsWith('"')) {
    try {
      return parseJson(value);
    } catch {
      return value;
    }
  }
  return openJson(value);
}

function openSpan(span: JsonObject): TraceSpan {
  const {
    'mlflow.spanInputs': inputs,
    'mlflow.spanOutputs': outputs,
    ...attributes
  } = objectField(span, 'attributes');
  const type = decoded(attributes['mlflow.spanType'] ?? field(span, 'span_type'));
  return {
    id: textField(span, 'span_id') ?? textField(objectField(span, 'context'), 'span_id'),
    type: typeof type === 'string' ? type.toUpperCase() : '',
    name: textField(span, 'name'),
    isRoot: field(span, 'parent_span_id', 'parent_id') === undefined,
    startNs: numberField(span, 'start_time_unix_nano', 'start_time_ns', 'start_time'),
    endNs: numberField(span, 'end_time_unix_nano', 'end_time_ns', 'end_time'),
    inputs: decoded(inputs ?? field(span, 'inputs')),
    outputs: decoded(outputs ?? field(span, 'outputs')),
    attributes,
  };
}
