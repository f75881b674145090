import { type Result, succeed } from '../../../shared/result/result.ts';
import { writeAtomically } from '../../files/atomic-write.ts';

/** Writes a document, in place of what is there. DISK_FULL, FILE_NOT_WRITABLE. */
export async function writeDocument(text: string, path: string): Promise<Result<{ readonly path: string }>> {
  const written = await writeAtomically(path, [text]);
  return written.ok ? succeed({ path }) : written;
}
