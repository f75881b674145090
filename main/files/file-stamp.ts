import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listInputFiles, rootOfInput } from './list-input-files.ts';

/**
 * Number, size and latest time of change of the files of an input: the same stamp means, as far as a file system can tell
 * without reading them again, the same content. Null where that cannot be looked at.
 */
export async function fileStamp(path: string): Promise<string | null> {
  const input = await listInputFiles(path);
  if (!input.ok) return null;
  const { files, bytes } = input.value;
  const paths = files === null ? [path] : files.map((file) => join(rootOfInput(path), file));
  try {
    let latest = 0;
    for (const file of paths) latest = Math.max(latest, (await stat(file)).mtimeMs);
    return `${paths.length}-${bytes}-${Math.round(latest)}`;
  } catch {
    return null;
  }
}
