import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, type Result, succeed } from '../../shared/result/result.ts';
import { detectEncoding } from './detect-encoding.ts';
import { readFailure } from './file-error.ts';

export interface WholeText {
  readonly text: string;
  readonly encoding: string;
  readonly bom: boolean;
}

/** As much as a row may have. */
const mostBytes = 1 << 25;

/** Reads a text whole. FILE_NOT_FOUND, FILE_UNREADABLE, FORMAT_NOT_SUPPORTED where it is larger than 32 MiB. */
export async function readText(path: string): Promise<Result<WholeText>> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) {
      return fail(
        'FORMAT_NOT_SUPPORTED',
        `${basename(path)} is larger than 32 MiB, which no prompt can hold. Choose another file.`,
      );
    }
    const bytes = await readFile(path);
    const { encoding, bom } = detectEncoding(bytes);
    return succeed({ text: new TextDecoder(encoding).decode(bytes), encoding, bom });
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}
