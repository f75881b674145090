import type { FileShape } from '../../../shared/domain/file-shape.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { FileError } from '../../files/file-error.ts';
import { type ArrivingBatch, readArrivingRows } from '../../files/read-arriving-rows.ts';
import type { RejectedRow, SourceRow } from '../../files/row-batch.ts';
import { foreignTables } from './foreign-tables.ts';

export type FirstRows = Pick<ArrivingBatch, 'rows' | 'rejects' | 'skipped'>;

/** The first rows of a file and the rejects among them, `count` together. Fails with what reading fails with. */
export async function readFirstRows(
  path: string,
  shape: FileShape,
  count: number,
): Promise<Result<FirstRows>> {
  const rows: SourceRow[] = [];
  const rejects: RejectedRow[] = [];
  const skipped: string[] = [];
  try {
    for await (const batch of readArrivingRows(path, shape, { tables: foreignTables })) {
      const missing = count - rows.length - rejects.length;
      const isFirst = isAmongFirst(batch, missing);
      rows.push(...batch.rows.filter(isFirst));
      rejects.push(...batch.rejects.filter(isFirst));
      skipped.push(...batch.skipped);
      if (rows.length + rejects.length >= count) break;
    }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
  return succeed({ rows, rejects, skipped });
}

/** Tells the first `count` of a batch's rows and rejects, in the order of the file. A batch is of one file. */
function isAmongFirst(
  { rows, rejects }: ArrivingBatch,
  count: number,
): (row: { readonly byteOffset: number }) => boolean {
  const offsets = [...rows, ...rejects].map(({ byteOffset }) => byteOffset).toSorted((a, b) => a - b);
  const last = offsets[count - 1] ?? Infinity;
  return ({ byteOffset }) => byteOffset <= last;
}
