import type { FileFormat, FileShape } from '../../../shared/domain/file-shape.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { detectFile } from '../../files/detect-file.ts';

/** The file's shape as detected, read as another format where a person says so. */
export async function detectShape(path: string, format: FileFormat | undefined): Promise<Result<FileShape>> {
  const shape = await detectFile(path);
  if (!shape.ok || format === undefined || format === shape.value.format) return shape;
  const delimiter = { jsonl: null, json: null, csv: ',', tsv: '\t' }[format];
  return succeed({ ...shape.value, format, delimiter, member: null });
}
