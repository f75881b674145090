/** How the rows of an imported file are written, found by looking at its bytes. Plain data: stored with the source. */
export interface FileShape {
  readonly format: FileFormat;
  readonly compression: 'none' | 'gzip';
  /** A WHATWG encoding label: 'utf-8', 'utf-16le', 'windows-1252', ... */
  readonly encoding: string;
  /** Whether the text starts with a byte-order mark; it is never part of a row. */
  readonly bom: boolean;
  /** Between the cells of CSV and TSV; null for JSON. */
  readonly delimiter: string | null;
  /** JSON only: the member of one top-level object whose list holds the rows, as in `{"data": [...]}`. */
  readonly member: string | null;
  /** The id of the adapter for the tool that wrote it; null where its rows are read as they stand. */
  readonly adapter: string | null;
  /** Size on disk. */
  readonly bytes: number;
  /** Top-level keys or header names of the first rows, in order of appearance. */
  readonly columns: readonly string[];
}

export type FileFormat = 'jsonl' | 'json' | 'csv' | 'tsv';
