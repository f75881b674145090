import { stat } from 'node:fs/promises';

/**
 * Size and time of change of a file: the same stamp means, as far as a file system can tell without reading it again, the
 * same content. '' where it cannot be looked at; that equals no stamp that was stored.
 */
export async function fileStamp(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size}-${Math.round(mtimeMs)}`;
  } catch {
    return '';
  }
}
