import type { Result } from '../../../result/result.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Example } from '../example.ts';
import type { RowFinding, SkippedRow } from '../row-finding.ts';
import type { ReadExamples } from './read-examples.ts';
import type { CounterExample } from './counter-example.ts';

/** How one trainer reads data sets: how a row is written, and what makes its readers refuse one. */
export interface FormatOf<Kind extends Example['kind']> {
  readonly name: string;
  /** What it is for and who reads it. */
  readonly sentence: string;
  readonly kind: Kind;
  /** A row: its keys in the order of the format's documentation, no others, all text well-formed. */
  readonly write: (example: Extract<Example, { kind: Kind }>) => Result<JsonObject, SkippedRow>;
  /** Top-level keys of a row; null where others may be there. */
  readonly keys: readonly string[] | null;
  /** What is wrong with one row, apart from its keys and damaged text. */
  readonly validate: (row: JsonObject) => readonly RowFinding[];
  /** What a model is given before it answers, as messages with roles, for finding rows that ask the same. */
  readonly promptOf: (row: JsonObject) => readonly Json[];
  /** The fewest training rows that its reader starts with. */
  readonly fewest?: { readonly rows: number; readonly message: string };
  /** Checks that need more than one row; made anew for each file. */
  readonly fileRules?: () => FileRules;
  /** How rows stand in a file that is not one of lines. */
  readonly layout?: Layout;
  /** A counter-example as it stands among the rows of a few-shot set. */
  readonly counterText?: (example: CounterExample) => Result<string, SkippedRow>;
  /** Files that the trainer needs beside the rows. */
  readonly sideFiles?: (names: SideFileNames) => readonly SideFile[];
}

export type Format = { [Kind in Example['kind']]: FormatOf<Kind> }[Example['kind']];

export interface FileRules {
  /** What is wrong with a row beside those before it. */
  readonly add: (row: JsonObject) => readonly RowFinding[];
  /** What is wrong with all rows together. */
  readonly finish: () => readonly RowFinding[];
}

/** A file that is read whole: its rows between a head and a tail. */
export interface Layout {
  /** How its name ends. */
  readonly extension: 'json' | 'md' | 'txt';
  readonly head: string;
  readonly rowText: (row: JsonObject) => string;
  readonly between: string;
  readonly tail: string;
  /** Reads the text of a file, written by whomever; without it, the file is a list of JSON. */
  readonly read?: (text: string) => ReadExamples;
  /** Makes rows of the elements of a list of JSON, where a row is more than one; made anew for each file. */
  readonly joinElements?: () => ElementJoiner;
}

export interface ElementJoiner {
  /** The row that ends with an element; null where it does not end there. */
  readonly add: (element: JsonObject) => JsonObject | null;
  /** What is wrong with elements that are left. */
  readonly finish: () => readonly RowFinding[];
}

/** Names of the files that an export writes its rows to; of parts that are not held out, null. */
export interface SideFileNames {
  readonly training: string;
  readonly validation: string | null;
  readonly test?: string | null;
  /** Whether rows are about one failure mode each. */
  readonly perMode?: boolean;
}

/** A JSON object that holds entries of several data sets. */
export interface SideFile {
  readonly name: string;
  readonly entries: JsonObject;
}
