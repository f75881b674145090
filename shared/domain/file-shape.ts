/** How the rows of an imported file are written, found by looking at its bytes. Plain data: stored with the source. */
export interface FileShape {
  readonly format: FileFormat;
  readonly compression: 'none' | 'gzip' | 'zstd';
  /** A WHATWG encoding label: 'utf-8', 'utf-16le', 'windows-1252', ... */
  readonly encoding: string;
  /** Whether the text starts with a byte-order mark; it is never part of a row. */
  readonly bom: boolean;
  /** Between the cells of CSV and TSV; null for JSON. */
  readonly delimiter: string | null;
  /** JSON: the member of one top-level object whose list holds the rows, as in `{"data": [...]}`. SQLite: the table. */
  readonly member: string | null;
  /** SQLite: every table that could be the member, the likeliest first; empty otherwise. */
  readonly members: readonly string[];
  /** The id of the adapter for the tool that wrote it; null where its rows are read as they stand. */
  readonly adapter: string | null;
  /** Several files of one folder or pattern, relative to it; the rest of the shape is the first one's. Null for one file. */
  readonly files: readonly string[] | null;
  /** Size on disk, of all files together. */
  readonly bytes: number;
  /** Top-level keys or header names of the first rows, in order of appearance. */
  readonly columns: readonly string[];
}

export type FileFormat = 'jsonl' | 'json' | 'csv' | 'tsv' | 'parquet' | 'sqlite';
