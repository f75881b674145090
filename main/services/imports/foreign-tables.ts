import type { TableReader } from '../../files/table-reader.ts';
import { listForeignTables, openForeignTable } from '../../db/read-foreign-table.ts';

/** What reads the tables of databases for `detectFile` and `readRows`: SQL is the business of `main/db` alone. */
export const foreignTables: TableReader = { list: listForeignTables, open: openForeignTable };
