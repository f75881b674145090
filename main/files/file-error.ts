import { fail, type Failure } from '../../shared/result/result.ts';

/** Carries an expected file failure out of a stream, where no Result can be returned. */
export class FileError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'FileError';
    this.failure = failure;
  }
}

/** The failure a person can act on for an error of the file system, or undefined for a bug. */
export function readFailure(path: string, error: unknown): Failure | undefined {
  switch (systemCode(error)) {
    case undefined:
      return undefined;
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('FILE_NOT_FOUND', `${path} does not exist. Check the name and the folder.`).error;
    case 'EISDIR':
      return fail('FILE_UNREADABLE', `${path} is a folder. Choose a file inside it.`).error;
    case 'EACCES':
    case 'EPERM':
      return fail(
        'FILE_UNREADABLE',
        `${path} may not be read by this user. Change its permissions or copy it.`,
      ).error;
    default:
      return fail(
        'FILE_UNREADABLE',
        `${path} cannot be read (${systemCode(error)}). Copy it to a local disk and try again.`,
      ).error;
  }
}

/** The failure for an error while writing `path`, or undefined for a bug. */
export function writeFailure(path: string, error: unknown): Failure | undefined {
  const code = systemCode(error);
  if (code === undefined) return undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return fail(
      'DISK_FULL',
      `There is no room left to write ${path}. Free some space or choose another disk.`,
    ).error;
  }
  return fail(
    'FILE_NOT_WRITABLE',
    `${path} cannot be written (${code}). Choose another folder or change its permissions.`,
  ).error;
}

function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return String(error.code);
}
