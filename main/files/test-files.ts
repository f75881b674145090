import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileShape } from '../../shared/domain/file-shape.ts';
import { detectFile } from './detect-file.ts';
import type { ReadRowsOptions } from './read-file.ts';
import { readRows } from './read-rows.ts';
import type { RejectedRow, SourceRow } from './row-batch.ts';

/** A folder for one test file's files, removed by `remove`. */
export function createTestFolder(): {
  readonly write: (name: string, content: string | Buffer) => string;
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'flywheel-files-'));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export interface ReadFile {
  readonly shape: FileShape;
  readonly rows: readonly SourceRow[];
  readonly rejects: readonly RejectedRow[];
}

/** Detects and reads a whole file, for assertions. */
export async function readWhole(path: string, options?: ReadRowsOptions): Promise<ReadFile> {
  const shape = await detectFile(path, undefined, options);
  if (!shape.ok) throw new Error(shape.error.message);
  const rows: SourceRow[] = [];
  const rejects: RejectedRow[] = [];
  for await (const batch of readRows(path, shape.value, options)) {
    rows.push(...batch.rows);
    rejects.push(...batch.rejects);
  }
  return { shape: shape.value, rows, rejects };
}
