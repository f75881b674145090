import type { FileContainer } from '../../../shared/domain/export/container.ts';
import type { FileSet } from '../file-set.ts';
import { createCompressedSink } from './compressed-sink.ts';
import { createCsvSink } from './csv-sink.ts';
import { createParquetSink } from './parquet-sink.ts';

/** Takes rows as lines of JSON, line feed included, and writes them into one file in its container. */
export interface RowSink {
  readonly add: (line: string) => void;
  /** Writes what is left. Yields between pieces of work, so that a large file can be cancelled. */
  readonly finish: () => Iterable<void>;
}

/** The same lines give the same bytes, on any machine and day. */
export function createRowSink(container: FileContainer, path: string, files: FileSet): RowSink {
  const file = files.add(path);
  switch (container) {
    case 'jsonl':
      return { add: file.write, finish: () => [] };
    case 'jsonl.gz':
      return createCompressedSink('gzip', file);
    case 'jsonl.zst':
      return createCompressedSink('zstd', file);
    case 'parquet':
      return createParquetSink(file, files.scratch(path));
    case 'csv':
      return createCsvSink(file, files.scratch(path));
  }
}
