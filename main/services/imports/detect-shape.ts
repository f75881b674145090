import type { FileFormat, FileShape } from '../../../shared/domain/file-shape.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { parsePath } from '../../../shared/domain/mapping/path.ts';
import { arrivingMapping } from '../../files/adapters/arriving-mapping.ts';
import { findAdapter } from '../../files/adapters/registry.ts';
import { detectFile } from '../../files/detect-file.ts';
import { foreignTables } from './foreign-tables.ts';

/** A file and what a person knows better about it than detection. */
export interface FileInput {
  readonly path: string;
  readonly format?: FileFormat | undefined;
  /** An adapter's id; null reads rows as they stand. */
  readonly adapter?: string | null | undefined;
  /** The table of a database. */
  readonly table?: string | undefined;
  /** What somebody mapped. Where its output is a column of the file itself, no adapter is to come between. */
  readonly mapping?: Mapping | undefined;
}

/** Finds out how a file is written. Fails with what `detectFile` fails with, and FORMAT_UNKNOWN for an adapter that does not exist. */
export async function detectShape(input: FileInput): Promise<Result<FileShape>> {
  const shape = await detectFile(input.path, input.format, { tables: foreignTables, member: input.table });
  if (!shape.ok) return shape;
  if (input.adapter === undefined) {
    return isOfPlainRows(input.mapping ?? [], shape.value)
      ? succeed({ ...shape.value, adapter: null })
      : shape;
  }
  const { adapter } = input;
  if (adapter !== null && findAdapter(adapter) === null) {
    return fail(
      'FORMAT_UNKNOWN',
      `There is no adapter "${adapter}". Leave it out to have the tool recognised.`,
    );
  }
  return succeed({ ...shape.value, adapter });
}

const arrivingColumns: ReadonlySet<string> = new Set(arrivingMapping.map(({ path }) => path));

function isOfPlainRows(mapping: Mapping, { columns }: FileShape): boolean {
  return mapping.some(({ target, path }) => {
    if (target !== 'output' && target !== 'messages') return false;
    const parsed = parsePath(path);
    const column = parsed.ok ? (columns.includes(path) ? path : parsed.value.steps[0]) : undefined;
    return typeof column === 'string' && columns.includes(column) && !arrivingColumns.has(column);
  });
}
