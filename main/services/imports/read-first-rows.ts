import type { FileShape } from '../../../shared/domain/file-shape.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { FileError } from '../../files/file-error.ts';
import { readRows } from '../../files/read-rows.ts';
import type { RejectedRow, RowBatch, SourceRow } from '../../files/row-batch.ts';

/** The first rows of a file and the rejects among them, `count` together. Fails with what reading fails with. */
export async function readFirstRows(
  path: string,
  shape: FileShape,
  count: number,
): Promise<Result<Pick<RowBatch, 'rows' | 'rejects'>>> {
  const rows: SourceRow[] = [];
  const rejects: RejectedRow[] = [];
  try {
    for await (const batch of readRows(path, shape)) {
      rows.push(...batch.rows);
      rejects.push(...batch.rejects);
      if (rows.length + rejects.length >= count) break;
    }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
  const last = [...rows, ...rejects].map(({ byteOffset }) => byteOffset).toSorted((a, b) => a - b)[count - 1];
  const isFirst = ({ byteOffset }: { readonly byteOffset: number }) =>
    last === undefined || byteOffset <= last;
  return succeed({ rows: rows.filter(isFirst), rejects: rejects.filter(isFirst) });
}
