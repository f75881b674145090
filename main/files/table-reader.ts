import { fail, type Result } from '../../shared/result/result.ts';

/**
 * Reads database files. This folder knows no SQL, so whoever detects and reads such a file hands the reader in
 * (`main/services/imports/foreign-tables.ts`).
 */
export interface TableReader {
  /** Names of the tables that hold rows, the one most likely meant first. */
  readonly list: (path: string) => Result<readonly string[]>;
  readonly open: (path: string, table: string) => Result<OpenTable>;
}

export interface OpenTable {
  readonly columns: readonly string[];
  /** For progress; 0 where it is not known. */
  readonly rowCount: number;
  /** Cells in the order of `columns`: null, number, bigint, text or bytes. */
  readonly rows: Iterable<readonly unknown[]>;
  /** Why the rows ended early, or null. Known after the last row. */
  readonly damage: () => string | null;
  readonly close: () => void;
}

const refused = fail('FORMAT_NOT_SUPPORTED', 'Databases cannot be read here. Export its table as CSV.');

/** For where no database is expected. */
export const noTables: TableReader = { list: () => refused, open: () => refused };
