import type { FileShape } from '../../../shared/domain/file-shape.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { FileError } from '../../files/file-error.ts';
import { readRows } from '../../files/read-rows.ts';
import type { RowBatch } from '../../files/row-batch.ts';

/**
 * The first rows of a file and the rejects among them, `count` together, from its first batch: that is 1,000 rows, or
 * fewer where rows are so large that nobody would want to wait for more. Fails with what reading fails with.
 */
export async function readFirstRows(
  path: string,
  shape: FileShape,
  count: number,
): Promise<Result<Pick<RowBatch, 'rows' | 'rejects'>>> {
  try {
    for await (const { rows, rejects } of readRows(path, shape)) {
      const last = [...rows, ...rejects].map(({ byteOffset }) => byteOffset).toSorted((a, b) => a - b)[
        count - 1
      ];
      const isFirst = ({ byteOffset }: { readonly byteOffset: number }) =>
        last === undefined || byteOffset <= last;
      return succeed({ rows: rows.filter(isFirst), rejects: rejects.filter(isFirst) });
    }
    return succeed({ rows: [], rejects: [] });
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
}
