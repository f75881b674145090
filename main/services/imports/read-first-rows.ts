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
      rows.push(...batch.rows);
      rejects.push(...batch.rejects);
      skipped.push(...batch.skipped);
      if (rows.length + rejects.length >= count) break;
    }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
  const last = [...rows, ...rejects].map(({ byteOffset }) => byteOffset).toSorted((a, b) => a - b)[count - 1];
  const isFirst = ({ byteOffset }: { readonly byteOffset: number }) =>
    last === undefined || byteOffset <= last;
  return succeed({ rows: rows.filter(isFirst), rejects: rejects.filter(isFirst), skipped });
}
