import type { JsonObject } from '../../shared/domain/json.ts';
import type { RejectReason } from '../../shared/domain/mapping/mapped-row.ts';

/** One row as the file holds it, before any mapping. */
export interface SourceRow {
  /** Which of several files it is from, relative to their folder; absent where there is only one. */
  readonly file?: string;
  /** Line it starts on, from 1; in Parquet and databases the row's number. */
  readonly line: number;
  /**
   * Where it starts in the unpacked text, in bytes; for other encodings than UTF-8, of the text as UTF-8. In Parquet
   * and databases the row's index from 0.
   */
  readonly byteOffset: number;
  readonly value: JsonObject;
  readonly raw: string;
}

/** A row that could not be read, with what a person needs to find and repair it. */
export interface RejectedRow {
  readonly file?: string;
  readonly line: number;
  readonly byteOffset: number;
  readonly reason: RejectReason;
  readonly message: string;
  /** The row's text, at most `maxRejectRawBytes` of it; bytes that are no UTF-8 show as U+FFFD. */
  readonly raw: string;
  /** Full size of the row, also where `raw` is only its start. */
  readonly rawBytes: number;
}

export interface RowBatch {
  readonly rows: readonly SourceRow[];
  readonly rejects: readonly RejectedRow[];
  /** Bytes of the file on disk read so far, and its size: compressed size where it is packed. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

export const maxRejectRawBytes = 64 * 1024;

/** Small enough to die young: with 1,000 rows the process needs twice the memory and is no faster. */
export const maxBatchRows = 500;
const maxBatchBytes = 2 * 2 ** 20;

/** Gathers rows and rejects in file order and cuts them into batches of at most 500 rows or about 2 MB. */
export interface BatchCollector {
  readonly addRow: (row: SourceRow, bytes: number) => void;
  readonly addReject: (reject: RejectedRow) => void;
  /** Takes the full batches, and with `final` also the last one. */
  readonly take: (final: boolean) => readonly Pick<RowBatch, 'rows' | 'rejects'>[];
}

export function createBatchCollector(): BatchCollector {
  let full: Pick<RowBatch, 'rows' | 'rejects'>[] = [];
  let rows: SourceRow[] = [];
  let rejects: RejectedRow[] = [];
  let bytes = 0;
  const cut = (): void => {
    if (rows.length === 0 && rejects.length === 0) return;
    full.push({ rows, rejects });
    rows = [];
    rejects = [];
    bytes = 0;
  };
  const grow = (size: number): void => {
    bytes += size;
    if (rows.length + rejects.length >= maxBatchRows || bytes >= maxBatchBytes) cut();
  };
  return {
    addRow: (row, size) => {
      rows.push(row);
      grow(size);
    },
    addReject: (reject) => {
      rejects.push(reject);
      grow(reject.raw.length);
    },
    take: (final) => {
      if (final) cut();
      const taken = full;
      full = [];
      return taken;
    },
  };
}

/** What all splitters share: chunks in, rows and rejects into a collector. */
export interface RowSplitter {
  readonly push: (chunk: Buffer) => void;
  /** Ends the file; `damage` says why it ended early, where the bytes themselves did. */
  readonly end: (damage: string | null) => void;
}
