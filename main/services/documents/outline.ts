/** A named fact. */
export type Fact = readonly [name: string, value: string];

/** A change of an output as it is shown in a document. */
export interface ShownChange {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
  readonly comments: readonly string[];
}

export interface ShownChanges {
  readonly title: string;
  readonly changes: readonly ShownChange[];
}

export interface OutlineEntry {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly changes: readonly ShownChanges[];
}

/** A course of values in time, drawn where the format can draw; null where a time has none. */
export interface Sparkline {
  readonly text: string;
  readonly values: readonly (number | null)[];
}

export type OutlineCell = string | Sparkline;

export interface OutlineTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly OutlineCell[])[];
}

export interface OutlineSection {
  readonly title: string;
  readonly text: string;
  readonly entries: readonly OutlineEntry[];
  readonly tables: readonly OutlineTable[];
}

/** What a document says, before it is written as Markdown or HTML. All of it is plain text. */
export interface Outline {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly notes: readonly string[];
  readonly sections: readonly OutlineSection[];
}
