/**
 * Expected failures are plain data so that they survive structured clone, JSON and every transport; bugs throw.
 */
export type Result<T, E = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A failure a person can act on: a stable code for programs, a sentence that says what to do next for people. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}

/** Every code an operation can fail with. Codes are part of the CLI's and the contract's interface: never renamed. */
export const failureCodes = [
  'NO_PROJECT_OPEN',
  'PROJECT_NOT_FOUND',
  'PROJECT_EXISTS',
  'PROJECT_FROM_FUTURE',
  'PROJECT_LOCKED',
  'PROJECT_READ_ONLY',
  'PROJECT_CORRUPT',
  'NOT_A_PROJECT',
  'MIGRATION_FAILED',
  'FILE_NOT_FOUND',
  'FILE_UNREADABLE',
  'FILE_NOT_WRITABLE',
  'FILE_EXISTS',
  'DISK_FULL',
  'FORMAT_UNKNOWN',
  'FORMAT_NOT_SUPPORTED',
  'MAPPING_INVALID',
  'FILTER_INVALID',
  'LABEL_INVALID',
  'SPAN_INVALID',
  'SCHEMA_INVALID',
  'KEYS_INVALID',
  'ITEM_NOT_FOUND',
  'SOURCE_NOT_FOUND',
  'SOURCE_HAS_LABELS',
  'MAPPING_NOT_FOUND',
  'VIEW_NOT_FOUND',
  'QUEUE_NOT_FOUND',
  'QUEUE_EXISTS',
  'FLAG_NOT_FOUND',
  'CLUSTER_NOT_FOUND',
  'RUN_NOT_FOUND',
  'MODE_NOT_FOUND',
  'MODE_INVALID',
  'MODEL_UNUSABLE',
  'PROMPT_VERSION_NOT_FOUND',
  'JOB_NOT_FOUND',
  'JOB_CANCELLED',
  'JOB_FAILED',
  'NOTHING_TO_UNDO',
  'EXPORT_EMPTY',
  'FEW_SHOT_EMPTY',
  'FEW_SHOT_SET_NOT_FOUND',
  'FEW_SHOT_SET_EXISTS',
  'RECIPE_INVALID',
  'RECIPE_NOT_FOUND',
  'SNAPSHOT_NOT_FOUND',
  'PLAN_SIGNAL_NOT_FOUND',
  'QUALITY_TOO_FEW_LABELS',
  'INPUT_INVALID',
  'OPERATION_UNKNOWN',
  'ENGINE_STOPPED',
] as const;

export type FailureCode = (typeof failureCodes)[number];

export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail(code: FailureCode, message: string): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message } };
}
