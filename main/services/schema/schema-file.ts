import { readFile, stat } from 'node:fs/promises';
import type { LabelSchema, SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import { readSchema } from '../../../shared/domain/schema/read-schema.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { readFailure } from '../../files/file-error.ts';

/** A schema is a page of text; more than this was written by mistake. */
const maxBytes = 4 << 20;

/** The schema of a JSON file, checked and not stored. FILE_NOT_FOUND, FILE_UNREADABLE, SCHEMA_INVALID. */
export async function readSchemaFile(path: string): Promise<Result<SchemaDraft>> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) return fail('SCHEMA_INVALID', `${path} is too large to be a label schema.`);
    return readSchema(await readFile(path, 'utf8'));
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

/** Writes a schema as JSON, in place of what is there. DISK_FULL, FILE_NOT_WRITABLE. */
export async function writeSchemaFile(
  schema: LabelSchema,
  path: string,
): Promise<Result<{ readonly path: string; readonly version: number }>> {
  const written = await writeAtomically(path, [`${JSON.stringify(schema, null, 2)}\n`]);
  return written.ok ? succeed({ path, version: schema.version }) : written;
}
