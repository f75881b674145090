import type { FileShape } from '../../../shared/contract/import-operations.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatBytes, formatPlural } from '../../ui/format.ts';
import styles from './file-shape-line.module.css';

/** How a file is written, as it was detected. */
export function FileShapeLine({ shape, path }: { readonly shape: FileShape; readonly path: string }) {
  const { format, bom, encoding, delimiter, compression, member, files, bytes } = shape;
  const hasEncoding = format !== 'parquet' && format !== 'sqlite';
  return (
    <span className={styles['shape']}>
      {files === null ? null : <Badge>{formatPlural(files.length, 'file')}</Badge>}
      <Badge>{formatNames[format]}</Badge>
      {hasEncoding ? <Badge>{bom ? `${encoding} with BOM` : encoding}</Badge> : null}
      {delimiter === null ? null : <Badge>{delimiterName(delimiter)}</Badge>}
      {member === null ? null : (
        <Badge>{format === 'sqlite' ? `Table: ${member}` : `Rows in: ${member}`}</Badge>
      )}
      {compression === 'none' ? null : <Badge>{compression}</Badge>}
      <Badge>{formatBytes(bytes)}</Badge>
      <span className={styles['path']} title={path}>
        {path}
      </span>
    </span>
  );
}

const formatNames: Readonly<Record<FileShape['format'], string>> = {
  jsonl: 'JSONL',
  json: 'JSON',
  csv: 'CSV',
  tsv: 'TSV',
  parquet: 'Parquet',
  sqlite: 'SQLite',
};

function delimiterName(delimiter: string): string {
  const names: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
  return `Delimiter: ${names[delimiter] ?? delimiter}`;
}
