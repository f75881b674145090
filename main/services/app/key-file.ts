import { readFile, stat } from 'node:fs/promises';
import { type KeySettings, keyFileText, readKeyFile } from '../../../shared/domain/keys/key-settings.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { readFailure } from '../../files/file-error.ts';

/** Keys are a page of text; more than this was chosen by mistake. */
const maxBytes = 1 << 20;

/** The keys of a JSON file. FILE_NOT_FOUND, FILE_UNREADABLE, KEYS_INVALID. */
export async function readKeysFrom(path: string): Promise<Result<KeySettings>> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) return fail('KEYS_INVALID', `${path} is too large to be a file of keys.`);
    return readKeyFile(await readFile(path, 'utf8'));
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

/** Writes keys as JSON, in place of what is there. DISK_FULL, FILE_NOT_WRITABLE. */
export async function writeKeysTo(
  path: string,
  keys: KeySettings,
): Promise<Result<{ readonly path: string }>> {
  const written = await writeAtomically(path, [keyFileText(keys)]);
  return written.ok ? succeed({ path }) : written;
}
