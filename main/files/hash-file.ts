import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFailure } from './file-error.ts';

/** SHA-256 of a file, in hexadecimal; null where it cannot be read. */
export async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) hash.update(piece);
  } catch (error) {
    if (readFailure(path, error) === undefined) throw error;
    return null;
  }
  return hash.digest('hex');
}
