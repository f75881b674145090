import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';

export interface PseudonymProject {
  readonly id: string;
  /** Whether users of it have pseudonyms already, so that only the key they were made with will do. */
  readonly hasPseudonyms: boolean;
}

/**
 * The 32 bytes that pseudonyms of a project's users are made with. They are made on first use and kept in the app's
 * data folder, readable by this account only and never in the project file: whoever is given the project cannot tell
 * who its users are.
 *
 * FILE_NOT_FOUND where the project has pseudonyms and the key is on another machine; FILE_UNREADABLE where the key
 * cannot be read or is none; FILE_NOT_WRITABLE where it cannot be kept.
 */
export function pseudonymKey(dataFolder: string, project: PseudonymProject): Result<Buffer> {
  if (!/^[\w-]{1,64}$/u.test(project.id)) {
    return fail('PROJECT_CORRUPT', 'The id of this project is damaged. Open a backup of it.');
  }
  const path = join(dataFolder, 'pseudonym-keys', `${project.id}.key`);
  const kept = readKey(path);
  if (kept !== null) return kept;
  if (project.hasPseudonyms) return keyIsElsewhere(path);
  try {
    writeNewKey(path);
  } catch (error) {
    return fail(
      'FILE_NOT_WRITABLE',
      `The key for pseudonyms could not be kept in ${path} (${reasonOf(error)}). Make the folder writable, or import ` +
        'without pseudonyms.',
    );
  }
  // Read back, since another window may have made one at the same moment.
  return readKey(path) ?? keyIsElsewhere(path);
}

function keyIsElsewhere(path: string): Result<never> {
  return fail(
    'FILE_NOT_FOUND',
    `The users of this project have pseudonyms, and the key that these were made with is not on this machine. A new key ` +
      `would make every user a second one. Copy the key from the machine that imported before to ${path}, or import there.`,
  );
}

/** Null where there is none. */
function readKey(path: string): Result<Buffer> | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    return fail(
      'FILE_UNREADABLE',
      `The key for pseudonyms cannot be read: ${path} (${reasonOf(error)}). Make it readable for this account.`,
    );
  }
  if (/^[\w-]{43}$/u.test(text)) return succeed(Buffer.from(text, 'base64url'));
  return fail(
    'FILE_UNREADABLE',
    `${path} does not hold a key for pseudonyms any more. Put a copy of it there; a new key would make every user a second one.`,
  );
}

/** Appears whole or not at all, and never in place of another key. */
function writeNewKey(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${createId()}.part`;
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      writeSync(file, `${randomBytes(32).toString('base64url')}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    try {
      linkSync(temporary, path);
    } catch (error) {
      // Some file systems have no links.
      if (codeOf(error) !== 'EEXIST') renameSync(temporary, path);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
