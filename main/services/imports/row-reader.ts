import { readArrivingRows } from '../../files/read-arriving-rows.ts';
import { foreignTables } from './foreign-tables.ts';
import { createFindings, type Findings } from './import-findings.ts';
import type { ImportPlan } from './import-input.ts';
import { type ItemToWrite, prepareBatch } from './prepare-row.ts';

/** What came of the next rows of a file, in its order. */
export interface PreparedBatch {
  /** To be gone through once. */
  readonly items: Iterable<ItemToWrite>;
  /** How many items there are. */
  readonly count: number;
  /** Why some rows are no interactions, one reason a row. */
  readonly skipped: readonly string[];
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** Reads a file's rows and makes them ready to be written. */
export interface RowReader {
  /** To be gone through once. Throws what `readArrivingRows` throws. */
  readonly batches: () => AsyncGenerator<PreparedBatch>;
  /** What was found out about the rows. Call it after the last batch. */
  readonly findings: () => Findings;
}

/** Reads in this thread. */
export function createRowReader({ path, shape, mapper, options }: ImportPlan): RowReader {
  const findings = createFindings(options);
  return {
    async *batches() {
      for await (const batch of readArrivingRows(path, shape, { tables: foreignTables })) {
        const items = prepareBatch(batch, mapper);
        for (const item of items) findings.add(item);
        const { skipped, bytesRead, bytesTotal } = batch;
        yield { items, count: items.length, skipped, bytesRead, bytesTotal };
      }
    },
    findings: findings.report,
  };
}
