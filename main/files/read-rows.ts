import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileShape } from '../../shared/domain/file-shape.ts';
import { detectFile } from './detect-file.ts';
import { FileError } from './file-error.ts';
import { rootOfInput } from './list-input-files.ts';
import { readFile, type ReadRowsOptions } from './read-file.ts';
import type { RejectedRow, RowBatch } from './row-batch.ts';

/**
 * Reads the rows of a file, a folder or the files of a pattern in batches, in file order, in memory that does not grow
 * with them. Every row is either in `rows` or in `rejects`; blank lines are in neither. Throws a FileError where the
 * one file cannot be read; among several, that is one reject and the others go on.
 */
export async function* readRows(
  path: string,
  shape: FileShape,
  options: ReadRowsOptions = {},
): AsyncGenerator<RowBatch> {
  if (shape.files === null) {
    yield* readFile(path, shape, options);
    return;
  }
  const root = rootOfInput(path);
  let bytesBefore = 0;
  for (const file of shape.files) {
    options.signal?.throwIfAborted();
    const filePath = join(root, file);
    const bytes = (await stat(filePath).catch(() => undefined))?.size ?? 0;
    try {
      const own = await detectFile(filePath, undefined, options);
      if (!own.ok) throw new FileError(own.error);
      for await (const batch of readFile(filePath, own.value, options))
        yield ofFile(file, batch, bytesBefore, shape.bytes);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const rejects = [unreadable(file, error)];
      yield ofFile(
        file,
        { rows: [], rejects, bytesRead: bytes, bytesTotal: bytes },
        bytesBefore,
        shape.bytes,
      );
    }
    bytesBefore += bytes;
  }
}

/** Files may grow while they are read; progress must not pass its end for that. */
function ofFile(file: string, batch: RowBatch, bytesBefore: number, bytesTotal: number): RowBatch {
  return {
    rows: batch.rows.map((row) => ({ ...row, file })),
    rejects: batch.rejects.map((reject) => ({ ...reject, file })),
    bytesRead: Math.min(bytesBefore + batch.bytesRead, bytesTotal),
    bytesTotal,
  };
}

function unreadable(file: string, { message }: FileError): RejectedRow {
  return {
    line: 1,
    byteOffset: 0,
    reason: 'unreadable_file',
    message: message.includes(file) ? message : `${file}: ${message}`,
    raw: '',
    rawBytes: 0,
  };
}
