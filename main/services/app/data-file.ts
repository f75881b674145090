import {
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ZodType } from 'zod';
import { createId } from '../../db/create-id.ts';

/**
 * A small JSON file of the user's data folder. `fallback` where there is none; one that does not parse is moved
 * aside, so that a broken preference never keeps the app from starting.
 */
export function readDataFile<T>(path: string, schema: ZodType<T>, fallback: T): T {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    renameSync(path, `${path}.${createId()}.unreadable`);
    return fallback;
  }
}

/** Replaces the file as a whole; a crash leaves the old content or the new, never a part. */
export function writeDataFile(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${createId()}.part`;
  try {
    const file = openSync(temporary, 'wx');
    try {
      writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
