import type { JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import type { Severity } from '../spans/severity.ts';
import type { SpanPlace } from '../spans/span-place.ts';
import type { Instant } from '../time/instant.ts';
import type { Target } from './mapping.ts';
import type { ArrivedSpan } from './read-span.ts';

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
  /** Who or what observed it, where the source says so: 'human:ana', 'model:judge', 'code'. */
  readonly origin: string | null;
}

/** A text that a person left in place of the output. */
export interface MappedEdit {
  readonly text: string;
  /** Null where the source names nobody. */
  readonly annotator: string | null;
  readonly at: Instant | null;
}

export interface MappedLabel {
  readonly question: string;
  /** Name of the person or imported rater; labels are never anonymous ('imported' where the file names nobody). */
  readonly annotator: string;
  readonly value: string | number | boolean | readonly string[];
}

/** A label on a part of the output, with its place there in UTF-16 units. */
export interface MappedSpan extends SpanPlace {
  readonly quote: string;
  readonly annotator: string;
  /** The name of a failure mode. */
  readonly category: string | null;
  readonly severity: Severity | null;
  readonly note: string | null;
}

/** One row of an imported file after mapping: everything the project stores of it. */
export interface MappedRow {
  /** Input messages in order, a system message first where there is one; empty where nothing was mapped. */
  readonly messages: readonly Message[];
  readonly output: string;
  readonly edits: readonly MappedEdit[];
  readonly externalId: string | null;
  /** Other ids by which rows of other files may name it. */
  readonly keys: readonly string[];
  readonly session: string | null;
  readonly user: string | null;
  readonly model: string | null;
  readonly promptVersion: string | null;
  readonly createdAt: Instant | null;
  readonly signals: readonly MappedSignal[];
  readonly labels: readonly MappedLabel[];
  readonly spans: readonly MappedSpan[];
  /** Every column that no target took, so that nothing is dropped silently. */
  readonly meta: JsonObject;
}

/** What a row of attachments finds its interactions by. */
export type AttachmentMatch =
  | { readonly by: 'id' }
  | {
      readonly by: 'session';
      readonly session: string;
      readonly which: 'last' | 'all';
      readonly at: Instant | null;
    }
  /** The user as the row names it and, where the project has some, its pseudonym; times in UTC milliseconds. */
  | {
      readonly by: 'user_window';
      readonly users: readonly string[];
      readonly from: number;
      readonly to: number;
    }
  /** What the row's template gives, likewise. */
  | { readonly by: 'key'; readonly keys: readonly string[] };

/** One row of a file of attachments: what it brings to an interaction that is there already. */
export interface MappedAttachment {
  /** Ids of the interaction, the surest first; none where only session and order tell. */
  readonly ids: readonly string[];
  readonly session: string | null;
  readonly match: AttachmentMatch;
  readonly edits: readonly MappedEdit[];
  readonly signals: readonly MappedSignal[];
  readonly labels: readonly MappedLabel[];
  /** Their place is looked for when the interaction is known. */
  readonly spans: readonly ArrivedSpan[];
  /** Who gave the labels that name nobody. */
  readonly annotator: string | null;
  /** Columns that no target took. They stay in the file: an attachment has no metadata of its own. */
  readonly rest: JsonObject;
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
  'unreadable_file',
  'adapter_failed',
  'missing_id',
  'no_match',
  'ambiguous_match',
] as const;

export type RejectReason = (typeof rejectReasons)[number];
