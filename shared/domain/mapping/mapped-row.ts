import type { JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import type { Instant } from '../time/instant.ts';
import type { Target } from './mapping.ts';

export type SignalKind = 'explicit' | 'implicit' | 'outcome';

/** One observation about an interaction. Exactly one of `number` and `text` is set. */
export interface MappedSignal {
  readonly kind: SignalKind;
  readonly name: string;
  readonly number: number | null;
  readonly text: string | null;
  /** 'ms', 's', 'stars', ...; null where the source names none. */
  readonly unit: string | null;
  readonly at: Instant | null;
}

export interface MappedLabel {
  readonly question: string;
  /** Name of the person or imported rater; labels are never anonymous ('imported' where the file names nobody). */
  readonly annotator: string;
  readonly value: string | number | boolean | readonly string[];
}

/** One row of an imported file after mapping: everything the project stores of it. */
export interface MappedRow {
  /** Input messages in order, a system message first where there is one; empty where nothing was mapped. */
  readonly messages: readonly Message[];
  readonly output: string;
  readonly edit: string | null;
  readonly editedAt: Instant | null;
  /** Who made the edit and gave the labels that name nobody else. */
  readonly annotator: string | null;
  readonly externalId: string | null;
  readonly session: string | null;
  readonly user: string | null;
  readonly model: string | null;
  readonly promptVersion: string | null;
  readonly createdAt: Instant | null;
  readonly signals: readonly MappedSignal[];
  readonly labels: readonly MappedLabel[];
  /** Every column that no target took, so that nothing is dropped silently. */
  readonly meta: JsonObject;
}

/** Why one row was not imported. Codes are stable; the sentence is for the person who repairs the file. */
export interface RowProblem {
  readonly reason: RejectReason;
  readonly message: string;
  /** The target whose value was at fault, where one was. */
  readonly target?: Target;
}

export const rejectReasons = [
  'invalid_json',
  'not_an_object',
  'invalid_encoding',
  'contains_nul',
  'row_too_large',
  'malformed_csv',
  'missing_output',
  'wrong_type',
  'invalid_time',
  'truncated_file',
] as const;

export type RejectReason = (typeof rejectReasons)[number];
