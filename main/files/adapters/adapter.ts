import type { Json, JsonObject } from '../../../shared/domain/json.ts';

/**
 * Reads what one tool exports: an adapter turns each row of its file into any number of rows with the columns of
 * `ArrivingRow`, which `arrivingMapping` then maps like those of any other file. One adapter knows one tool.
 */
export interface Adapter {
  /** Stored with the source and named on the command line. Kebab case, never renamed. */
  readonly id: string;
  /** As a person calls the tool's form, e.g. 'Langfuse trace'. */
  readonly title: string;
  /** What its rows become: interactions, or what is attached to interactions that other rows brought. */
  readonly brings: 'interactions' | 'attachments';
  /** Which field of the tool fills which column, for the documentation and the import screen. */
  readonly fields: readonly FieldNote[];
  /** Whether a row, as the file holds it, is of this tool. Looks at the form, never at a file's name. Cheap and total. */
  readonly recognises: (row: JsonObject) => boolean;
  /** Starts one reading of a file. */
  readonly open: () => Expander;
}

export interface FieldNote {
  /** As the tool writes it, e.g. `observations[].usageDetails.input`. */
  readonly from: string;
  /** The column it fills, e.g. `signal prompt_tokens`. */
  readonly to: string;
  readonly note?: string;
}

/** One reading. Keeps what it needs between rows, bounded; never throws, whatever a row holds. */
export interface Expander {
  readonly push: (row: JsonObject) => Expansion;
  /** What was held back until the file's end. */
  readonly end: () => Expansion;
}

export interface Expansion {
  readonly rows: readonly ArrivingRow[];
  /** A sentence part for each row that is no interaction, e.g. 'a span that is no AI call'; counted by the source. */
  readonly skipped: readonly string[];
}

export const nothing: Expansion = { rows: [], skipped: [] };

/** An expander that remembers nothing from row to row. */
export function expandEach(expand: (row: JsonObject) => Expansion): Expander {
  return { push: expand, end: () => nothing };
}

/**
 * A row as it arrives from an adapter. Anything an adapter cannot place stays as a column of its own, under the tool's
 * own name, and becomes metadata. Absent columns and null mean the same.
 */
export type ArrivingRow = JsonObject & {
  /** What the AI wrote: a text, content parts or a message. Absent in attachments. */
  readonly output?: Json;
  /** The conversation before the output: `{role, content, name?, tool_calls?, tool_call_id?}`. */
  readonly messages?: Json;
  /** The tool's own id of the AI call. */
  readonly external_id?: Json;
  /** Other ids that feedback may name, such as the trace's. In attachments: ids to try after `external_id`. */
  readonly keys?: readonly string[];
  readonly session?: Json;
  readonly user?: Json;
  readonly model?: Json;
  readonly prompt_version?: Json;
  /** ISO 8601, or Unix time in s, ms, us or ns. */
  readonly created_at?: Json;
  readonly edits?: readonly ArrivingEdit[];
  readonly signals?: readonly ArrivingSignal[];
  readonly labels?: readonly ArrivingLabel[];
  readonly spans?: readonly ArrivingSpan[];
};

/** Text that a person left in place of the output. */
export type ArrivingEdit = {
  readonly text: string;
  readonly annotator?: string | null;
  readonly at?: Json;
};

export type ArrivingSignal = {
  readonly kind: 'explicit' | 'implicit' | 'outcome';
  /** Snake case: latency_ms, prompt_tokens, completion_tokens, total_tokens, cost_usd, rating, thumbs, comment, action. */
  readonly name: string;
  /** Yes and no become 1 and 0. */
  readonly value: number | string | boolean;
  readonly unit?: string | null;
  readonly at?: Json;
  /** Who or what observed it where the tool says so: 'human:ana', 'model:gpt-4o', 'code'. */
  readonly origin?: string | null;
};

/** One person's judgement on a part of the output; its place is found by the text where the numbers do not fit it. */
export type ArrivingSpan = {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly category: string;
  readonly annotator?: string | null;
};

/** One person's judgement under one question. A model's or program's score is a signal with an origin, never a label. */
export type ArrivingLabel = {
  readonly question: string;
  readonly value: string | number | boolean | readonly string[];
  readonly annotator?: string | null;
};
